import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startCms, type RunningCms } from '../../support/cms.ts';
import { createWorld, publishEntry, type World } from '../../support/cms-world.ts';
import { describeRevisions } from './revision-suite.ts';

describeRevisions('SQLite', () => ({}));

let cms: RunningCms;
let world: World;
beforeAll(async () => {
  cms = await startCms();
  world = await createWorld(cms);
});
afterAll(() => cms?.stop());

it('the log of changes keeps the last 10,000 of a region', async () => {
  const database = new DatabaseSync(path.join(cms.dataDir, 'cms/portal.db'));
  try {
    // As if thousands of publications had gone by.
    database.exec("UPDATE region_states SET revision = 10099 WHERE slug = 'alpha'");
    const kept = () =>
      database
        .prepare("SELECT count(*) AS rows FROM changes WHERE region = 'alpha' AND revision <= 100")
        .get();
    expect(kept()).not.toEqual({ rows: 0 });
    await publishEntry(world.editorOfAlpha, 'page', world.alpha.page);
    expect(kept()).toEqual({ rows: 0 });
  } finally {
    database.close();
  }
  const answer = await cms.feed.must('GET', '/api/feed/v1/alpha/changes?since=50');
  expect(answer).toMatchObject({ revision: 10_100, complete: false, changes: [{}] });
});
