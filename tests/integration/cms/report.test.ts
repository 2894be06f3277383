import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startCms, type RunningCms } from '../../support/cms.ts';
import { createWorld, publishEntry, revisionOf, type World } from '../../support/cms-world.ts';
import { regionReport } from '../../support/region-report.ts';

const MINUTE_MS = 60_000;

let cms: RunningCms;
let world: World;
let database: DatabaseSync;
beforeAll(async () => {
  cms = await startCms();
  world = await createWorld(cms);
  database = new DatabaseSync(path.join(cms.dataDir, 'cms/portal.db'), { timeout: 2000 });
});
afterAll(async () => {
  database?.close();
  await cms?.stop();
});

const send = (report: object) => cms.feed.call('POST', '/api/feed/v1/alpha/report', report);
const publish = async () => {
  await publishEntry(world.editorOfAlpha, 'page', world.alpha.page);
  return revisionOf(cms, 'alpha');
};
/** When the changes of a revision were made and went live, in milliseconds since 1970. */
const timesOf = (revision: number) =>
  database
    .prepare("SELECT at, live_at AS liveAt FROM changes WHERE region = 'alpha' AND revision = ?")
    .get(revision) as { at: number; liveAt: number | null };
const stored = () =>
  database.prepare("SELECT report FROM region_states WHERE slug = 'alpha'").get()?.['report'];

it('a report is kept without a new revision', async () => {
  const before = await revisionOf(cms, 'alpha');
  const report = regionReport(0, null);
  expect((await send(report)).status).toBe(204);
  expect(JSON.parse(String(stored()))).toEqual(report);
  expect(await revisionOf(cms, 'alpha')).toBe(before);
});

it('a report that breaks the contract is refused, and says where', async () => {
  for (const [field, value] of [
    ['cmsRevision', -1],
    ['state', 'fine'],
    ['searchRevision', undefined],
    ['releases', [{ releaseId: '1-abc' }]],
    ['refusal', { revision: 1, problems: [{ rule: 'mood', message: '' }], mayAccept: true }],
  ] as const) {
    const { status, text } = await send({ ...regionReport(0), [field]: value });
    expect(status).toBe(400);
    expect(text).toContain(field);
  }
});

it('every change keeps the moment at which it first was live', async () => {
  const first = await publish();
  const second = await publish();
  const liveAt = Date.now() + MINUTE_MS;
  await send(regionReport(first, new Date(liveAt).toISOString()));
  expect(timesOf(first).liveAt).toBe(liveAt);
  expect(timesOf(1).liveAt).toBe(liveAt);
  expect(timesOf(second).liveAt).toBeNull();

  await send(regionReport(second, new Date(liveAt + MINUTE_MS).toISOString()));
  expect(timesOf(second).liveAt).toBe(liveAt + MINUTE_MS);
  expect(timesOf(first).liveAt).toBe(liveAt);
});

it('a change that an older release shows already was live from its own moment on', async () => {
  const revision = await publish();
  await send(regionReport(revision, '2026-01-01T00:00:00.000Z'));
  const { at, liveAt } = timesOf(revision);
  expect(liveAt).toBe(at);
});

it('a rollback leaves the moments as they are', async () => {
  const revision = await revisionOf(cms, 'alpha');
  const before = timesOf(revision);
  await send({ ...regionReport(revision - 1), pinnedRelease: `${revision - 1}-abc` });
  await send(regionReport(revision, new Date(Date.now() + 9 * MINUTE_MS).toISOString()));
  expect(timesOf(revision)).toEqual(before);
});
