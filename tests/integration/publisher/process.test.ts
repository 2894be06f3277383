import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  existsSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Webhook } from 'standardwebhooks';
import { close, listen } from '../../../scripts/lib/http.ts';
import { findDamage } from '../../../scripts/lib/publisher/scrub.ts';
import { readRelease } from '../../../scripts/lib/release.ts';
import { startFeedStandIn, type FeedStandIn } from '../../support/feed-stand-in.ts';
import { makeDataDir, waitFor } from '../../support/publisher.ts';
import { askRaw, portOf } from '../../support/raw-http.ts';

const ENTRY = path.join(import.meta.dirname, '../../support/publisher-process.ts');
const HINT_SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

let feed: FeedStandIn;
let dataDir: string;
let remove: () => void;
let port: number;
const children: ChildProcess[] = [];

beforeEach(async () => {
  feed = await startFeedStandIn(['pm', 'tf']);
  ({ dataDir, remove } = makeDataDir());
  const probe = createServer();
  await listen(probe, 0, '127.0.0.1', 'PUBLISHER_PORT');
  port = portOf(probe);
  await close(probe);
});

afterEach(async () => {
  for (const child of children.splice(0)) await end(child, 'SIGKILL');
  await feed.stop();
  remove();
});

interface Started {
  child: ChildProcess;
  output: () => string;
}

/** Starts the publisher as a process of its own; its builder is fast and writes a real site. */
function start(env: Record<string, string | undefined> = {}): Started {
  const child = spawn(process.execPath, [ENTRY], {
    env: {
      PATH: process.env['PATH'],
      CMS_URL: feed.url,
      FEED_TOKEN: feed.token,
      HINT_SECRET,
      DATA_DIR: dataDir,
      PUBLISHER_PORT: String(port),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  }
  return { child, output: () => text };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  }
  return child.exitCode;
}

async function exitCodeOf({ child }: Started): Promise<number | null> {
  if (child.exitCode === null) await new Promise((resolve) => child.once('exit', resolve));
  return child.exitCode;
}

interface StatusAnswer {
  ready: boolean;
  regions: Record<string, { liveRevision: number; state: string; lastError: string | null }>;
}
const statusOf = async (): Promise<StatusAnswer | null> => {
  try {
    return JSON.parse((await askRaw({ port, path: '/status' })).body) as StatusAnswer;
  } catch {
    return null;
  }
};
const untilReady = () =>
  waitFor('the publisher is ready', async () => (await statusOf())?.ready === true, 30_000);
const isLive = (revision: number) => async () =>
  (await statusOf())?.regions['pm']?.liveRevision === revision;

function sendHint(): Promise<{ status: number }> {
  const at = new Date();
  const body = JSON.stringify({
    type: 'region.changed',
    timestamp: at.toISOString(),
    data: { region: 'pm', revision: 1 },
  });
  const id = `msg_${at.getTime()}`;
  return askRaw({
    port,
    path: '/hint',
    method: 'POST',
    body,
    headers: {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(HINT_SECRET).sign(id, at, body),
    },
  });
}

/** The live site's home page, and files that its release names but does not have. */
async function liveRelease(): Promise<{ html: string; damage: string | null }> {
  const current = path.join(dataDir, 'releases/pm/current');
  const release = await readRelease(realpathSync(current));
  return {
    html: readFileSync(path.join(current, 'site/index.html'), 'utf8'),
    damage: release === null ? 'manifest.json' : await findDamage(release),
  };
}

describe('the publisher as a process', () => {
  it('publishes, and answers a hint at once', async () => {
    start();
    await untilReady();
    const revision = feed.publish('pm');
    expect((await sendHint()).status).toBe(202);
    await waitFor('the hint had its effect', isLive(revision), 5_000);
  });

  it('ends on SIGTERM within moments and gives its lock back', async () => {
    const { child } = start();
    await untilReady();
    expect(await end(child, 'SIGTERM')).toBe(0);
    expect(existsSync(path.join(dataDir, 'publisher.lock'))).toBe(false);
  });

  it.each(['FEED_TOKEN', 'HINT_SECRET'])('refuses to start without %s', async (name) => {
    const started = start({ [name]: undefined });
    expect(await exitCodeOf(started)).toBe(1);
    expect(started.output()).toContain(name);
    expect(started.output()).toContain('.env');
    expect(started.output()).not.toMatch(/\n\s+at /);
  });

  it('refuses a folder on which another publisher works', async () => {
    start();
    await untilReady();
    const second = start({ PUBLISHER_PORT: String(port + 1) });
    expect(await exitCodeOf(second)).toBe(1);
    expect(second.output()).toMatch(/Another publisher \(process \d+\) works on this data folder/);
  });

  it('names the variable when its port is taken', async () => {
    const other: Server = createServer();
    await listen(other, port, '127.0.0.1', 'PUBLISHER_PORT');
    const started = start();
    expect(await exitCodeOf(started)).toBe(1);
    expect(started.output()).toContain(`Port ${port} is taken by another program.`);
    expect(started.output()).toContain('PUBLISHER_PORT');
    await close(other);
  });
});

describe('kill -9', () => {
  it('at any moment of a publish leaves a whole site live, and the next start catches up', async () => {
    let { child } = start();
    await untilReady();
    let revision = 1;
    for (const delayMs of [0, 20, 50, 90, 140, 200, 280, 400]) {
      revision = feed.publish('pm', (documents) => {
        for (const document of documents) {
          if (document['type'] === 'page') document['title'] = `Fassung ${revision}`;
        }
      });
      await sendHint();
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      await end(child, 'SIGKILL');
      const { html, damage } = await liveRelease();
      expect(html).toContain('<h1>pm</h1>');
      expect(damage).toBeNull();
      ({ child } = start());
      await untilReady();
    }
    await waitFor('the last revision is live', isLive(revision));
    const pm = path.join(dataDir, 'releases/pm');
    // One copy is kept ready for the next change; everything else of the killed ones is gone.
    const hidden = readdirSync(pm).filter((name) => !/^\d|^current$|^wishes\.json$/.test(name));
    expect(hidden.filter((name) => !name.startsWith('.spare-'))).toEqual([]);
    expect(hidden.length).toBeLessThanOrEqual(1);
    expect(readlinkSync(path.join(pm, 'current'))).toMatch(/^\d+-[0-9a-f]{12}$/);
  }, 120_000);
});

const canMount = spawnSync('mount', ['--version']).status === 0 && process.getuid?.() === 0;

describe.skipIf(!canMount)('a full disk (skipped without the right to mount a small one)', () => {
  it('leaves the live site as it is, and ends when there is room again', async () => {
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', dataDir]);
    expect(mounted.status).toBe(0);
    try {
      const { child } = start();
      await untilReady();
      const before = await liveRelease();
      fillDisk(path.join(dataDir, 'filler'));
      const revision = feed.publish('pm', (documents) => {
        for (const document of documents) {
          if (document['type'] === 'region') document['brand'] = newBrand(document['brand']);
        }
      });
      await sendHint();
      await waitFor(
        'editors read the cause',
        async () => /kein Speicherplatz/.test((await statusOf())?.regions['pm']?.lastError ?? ''),
        20_000,
      );
      expect(await liveRelease()).toEqual(before);
      rmSync(path.join(dataDir, 'filler'));
      await waitFor('the change is live after all', isLive(revision), 20_000);
      expect(child.exitCode).toBeNull();
      await end(child, 'SIGKILL');
    } finally {
      spawnSync('umount', ['--lazy', dataDir]);
    }
  }, 90_000);

  const newBrand = (brand: unknown) => ({ ...(brand as object), primary: '#123456' });

  function fillDisk(file: string): void {
    for (let bytes = 1 << 20; bytes >= 1024; bytes /= 2) {
      try {
        for (;;) writeFileSync(file, Buffer.alloc(bytes), { flag: 'a' });
      } catch {
        // Full for pieces of this size; smaller ones may still fit.
      }
    }
  }
});
