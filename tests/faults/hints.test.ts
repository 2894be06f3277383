import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startFeedStandIn, type FeedStandIn } from '../support/feed-stand-in.ts';
import { forgedHints, type Forgery } from '../support/forgeries.ts';
import { freePort } from '../support/free-port.ts';
import { commandOf, hintOf, post } from '../support/hints.ts';
import {
  HINT_SECRET,
  type PublisherChild,
  startPublisherChild,
} from '../support/publisher-child.ts';
import { makeQuickFolder } from '../support/quick-folder.ts';
import { askRaw } from '../support/raw-http.ts';
import { SmallRegion } from '../support/small-region.ts';

const POLL_MS = 15_000;

let feed: FeedStandIn;
let region: SmallRegion;
let folder: ReturnType<typeof makeQuickFolder>;
let port: number;
let publisher: PublisherChild;
const sockets: Socket[] = [];

beforeAll(async () => {
  feed = await startFeedStandIn([]);
  region = new SmallRegion(feed, 'pm', 4);
  folder = makeQuickFolder();
  port = await freePort();
  publisher = await startPublisherChild({ feed, dataDir: folder.dataDir, port });
});

beforeEach(async () => {
  const revision = edit(`Zu Beginn ${region.revision}`);
  // With a whole search index, and a whole poll ahead of it.
  await publisher.hint('pm');
  await publisher.untilLive('pm', revision, true);
  await publisher.hint('pm');
  await sleep(200);
  publisher.builds.length = 0;
});

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
});

afterAll(async () => {
  await publisher.end();
  await feed.stop();
  folder.remove();
});

function edit(title: string): number {
  return region.commit(() => region.put('pm-0', { title }));
}

const hintsCounted = async (kind: string): Promise<number> => {
  const { body } = await askRaw({ port, path: '/metrics' });
  const [, count] =
    new RegExp(`^portal_hints_total\\{kind="${kind}"\\} (\\d+)$`, 'm').exec(body) ?? [];
  return Number(count ?? '0');
};

/** Sends bytes as they are and gives what comes back until the other side closes or is silent. */
function sendBytes(bytes: string, patienceMs = 2_000): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    sockets.push(socket);
    let text = '';
    const finish = () => {
      socket.destroy();
      resolve(text);
    };
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.on('error', finish).on('close', finish);
    setTimeout(finish, patienceMs);
  });
}

describe('forged hints', () => {
  it('of all kinds start no build, and a true one does', async () => {
    const forgeries: Forgery[] = forgedHints(HINT_SECRET, 'pm');
    expect(forgeries.length).toBeGreaterThanOrEqual(200);
    const accepted = await hintsCounted('accepted');
    const revision = edit('Wer nichts darf, bringt das nicht online');
    const passed: string[] = [];
    for (const { what, message } of forgeries) {
      const { status } = await post(port, '/hint', message);
      if (![400, 401, 413].includes(status)) passed.push(`${what}: ${status}`);
    }
    expect(passed).toEqual([]);
    expect(await hintsCounted('accepted')).toBe(accepted);
    expect(publisher.builds).toEqual([]);
    console.log(`${forgeries.length} forgeries, 0 builds`);

    await publisher.hint('pm');
    await publisher.untilLive('pm', revision);
  });

  it('by other methods, at other addresses and in broken HTTP do nothing either', async () => {
    edit('Auch das nicht');
    const accepted = await hintsCounted('accepted');
    const { body, headers } = hintOf(HINT_SECRET, 'pm');
    for (const method of ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      const { status } = await askRaw({ port, path: '/hint', method, headers, body });
      expect(status, method).toBe(404);
    }
    for (const path of [
      '/hint/',
      '//hint',
      '/HINT',
      '/hint%00',
      '/./x/hint',
      '/hint;x',
      '/hints',
    ]) {
      const { status } = await askRaw({ port, path, method: 'POST', headers, body });
      expect(status, path).toBe(404);
    }
    const head = (lines: string[]) =>
      ['POST /hint HTTP/1.1', 'Host: x', ...lines, '', ''].join('\r\n');
    const signed = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}`);
    const broken = [
      head([...signed, `Content-Length: ${body.length}`, 'Transfer-Encoding: chunked']) + body,
      head([...signed, `Content-Length: ${body.length}`, `Content-Length: 1`]) + body,
      head([...signed, 'Content-Length: -1']) + body,
      head([...signed, `Content-Length: ${body.length + 50}`]) + body,
      head([...signed, 'Transfer-Encoding: chunked']) + `ffffffff\r\n${body}\r\n0\r\n\r\n`,
      head([...signed, 'Transfer-Encoding: chunked']) + `zz\r\n${body}\r\n0\r\n\r\n`,
      head([...signed, `Content-Length: ${body.length - 1}`]) + body,
    ];
    const answers = await Promise.all(broken.map((bytes) => sendBytes(bytes)));
    for (const answer of answers) expect(answer).not.toMatch(/^HTTP\/1.1 2/);
    expect(await hintsCounted('accepted')).toBe(accepted);
    expect(publisher.builds).toEqual([]);
  });

  it('of 21 MB are refused without being read', async () => {
    const before = process.memoryUsage().rss;
    const { status } = await askRaw({
      port,
      path: '/hint',
      method: 'POST',
      headers: hintOf(HINT_SECRET, 'pm').headers,
      body: Buffer.alloc(21_000_000, 'x'),
    }).catch(() => ({ status: 413 }));
    expect(status).toBe(413);
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
    expect(publisher.isRunning).toBe(true);
  });

  it('that trickle in over a hundred connections keep no true one waiting', async () => {
    const { headers } = hintOf(HINT_SECRET, 'pm');
    const signed = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}\r\n`);
    for (let index = 0; index < 100; index += 1) {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => undefined);
      socket.write(
        `POST /hint HTTP/1.1\r\nHost: x\r\n${signed.join('')}Content-Length: 500\r\n\r\n{`,
      );
      sockets.push(socket);
    }
    const revision = edit('Trotzdem online');
    const startedAt = performance.now();
    await publisher.hint('pm');
    await publisher.untilLive('pm', revision);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });

  it('of an editor’s decision change nothing', async () => {
    const before = await publisher.region('pm');
    const [, earlier] = before?.releases ?? [];
    const true_ = commandOf(HINT_SECRET, 'region.rollback', {
      region: 'pm',
      releaseId: earlier?.releaseId,
    });
    const forgeries = forgedHints(HINT_SECRET, 'pm').map(({ message }) => ({
      ...message,
      body: message.body.includes('region.changed') ? true_.body : message.body,
    }));
    for (const message of forgeries) {
      const { status } = await post(port, '/commands', message);
      expect([400, 401, 413]).toContain(status);
    }
    expect(await publisher.region('pm')).toEqual(before);
  });
});

describe('true hints', () => {
  it('that come fifty times make at most two builds', async () => {
    const revision = edit('Einmal genügt');
    await Promise.all(Array.from({ length: 50 }, () => publisher.hint('pm')));
    await publisher.untilLive('pm', revision);
    await sleep(1_000);
    const begun = publisher.builds.filter(({ build }) => build === 'begins');
    expect(begun.length).toBeLessThanOrEqual(2);
    expect(begun.length).toBeGreaterThan(0);
  });

  it('that are repeated, at once or after a restart, build nothing anew', async () => {
    const revision = edit('Einmal');
    const hint = hintOf(HINT_SECRET, 'pm', revision);
    expect((await post(port, '/hint', hint)).status).toBe(202);
    await publisher.untilLive('pm', revision, true);
    const { releaseId } = (await publisher.region('pm')) ?? {};
    publisher.builds.length = 0;
    for (let time = 0; time < 20; time += 1) await post(port, '/hint', hint);
    expect(await hintsCounted('replayed')).toBe(20);
    expect(publisher.builds).toEqual([]);
    await publisher.end();
    publisher = await startPublisherChild({ feed, dataDir: folder.dataDir, port });
    await post(port, '/hint', hint);
    await sleep(1_000);
    expect(await publisher.region('pm')).toMatchObject({ releaseId, liveRevision: revision });
  });

  it('in the wrong order bring the last state', async () => {
    const first = region.commit(() => region.put('neu', { title: 'Kurz da' }));
    const second = region.commit(() => region.remove('neu'));
    await post(port, '/hint', hintOf(HINT_SECRET, 'pm', second));
    await post(port, '/hint', hintOf(HINT_SECRET, 'pm', first));
    await publisher.untilLive('pm', second, true);
    expect(await publisher.region('pm')).toMatchObject({ liveRevision: second });
  });

  it('that never come cost one poll', async () => {
    const revision = edit('Ohne Bescheid');
    const startedAt = performance.now();
    await publisher.untilLive('pm', revision);
    expect(performance.now() - startedAt).toBeLessThan(POLL_MS + 3_000);
  });
});

describe('decisions of editors', () => {
  it('are carried out once, even if they are sent again after a restart', async () => {
    const [, earlier] = (await publisher.region('pm'))?.releases ?? [];
    const rollback = commandOf(HINT_SECRET, 'region.rollback', {
      region: 'pm',
      releaseId: earlier?.releaseId,
    });
    expect((await post(port, '/commands', rollback)).status).toBe(200);
    expect((await post(port, '/commands', rollback)).status).toBe(409);
    const unpin = commandOf(HINT_SECRET, 'region.unpin', { region: 'pm' });
    expect((await post(port, '/commands', unpin)).status).toBe(200);
    await publisher.end();
    publisher = await startPublisherChild({ feed, dataDir: folder.dataDir, port });
    expect((await post(port, '/commands', rollback)).status).toBe(409);
    expect((await publisher.region('pm'))?.pinnedRelease).toBeNull();
  });
});
