import { afterAll, beforeAll, describe, it } from 'vitest';
import { describeRevisions } from './revision-suite.ts';
import { findPostgres, startPostgres, type RunningPostgres } from '../../support/postgres.ts';

const { reason } = findPostgres();
let postgres: RunningPostgres | undefined;

if (reason === null) {
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres?.stop());
  describeRevisions('PostgreSQL', () => ({ DATABASE_URL: postgres?.url ?? '' }));
} else {
  describe('revisions on PostgreSQL', () => {
    it.skip(`not tried: ${reason}`, () => undefined);
  });
}
