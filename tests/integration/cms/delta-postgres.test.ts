import { afterAll, beforeAll, describe, it } from 'vitest';
import { findPostgres, startPostgres, type RunningPostgres } from '../../support/postgres.ts';
import { describeDeltas } from './delta-suite.ts';

const { reason } = findPostgres();
let postgres: RunningPostgres | undefined;

if (reason === null) {
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres?.stop());
  const env = () => ({ DATABASE_URL: postgres?.url ?? '' });
  describeDeltas('PostgreSQL', env, { seeds: [4], steps: 60 });
} else {
  describe('deltas on PostgreSQL', () => {
    it.skip(`not tried: ${reason}`, () => undefined);
  });
}
