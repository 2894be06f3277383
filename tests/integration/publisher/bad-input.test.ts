import { mkdir, readdir, readFile, readlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Refusal, RenderedSite } from '@portal/site/contract';
import { sha256Hex } from '../../../scripts/lib/files.ts';
import type { ReconcilerOptions } from '../../../scripts/lib/publisher/reconciler.ts';
import {
  startFeedStandIn,
  type FeedStandIn,
  type Misbehaviour,
} from '../../support/feed-stand-in.ts';
import {
  createTestPublisher,
  makeDataDir,
  waitFor,
  type TestPublisher,
} from '../../support/publisher.ts';

let feed: FeedStandIn;
let dataDir: string;
let remove: () => void;
let publisher: TestPublisher;

/** Starts a publisher and waits until everything is live. */
async function publishAll(changes: Partial<ReconcilerOptions> = {}): Promise<void> {
  publisher = createTestPublisher(feed, dataDir, changes);
  await publisher.reconciler.start();
  await waitFor('all regions are live', () => publisher.reconciler.status().ready);
}

beforeEach(async () => {
  feed = await startFeedStandIn(['pm', 'tf']);
  ({ dataDir, remove } = makeDataDir());
});

afterEach(async () => {
  await publisher.reconciler.stop();
  await feed.stop();
  remove();
});

const status = (region = 'pm') => publisher.reconciler.status().regions[region];
const isLive = (revision: number) => () =>
  status()?.liveRevision === revision && status()?.state === 'live';
const liveLink = () => readlink(path.join(dataDir, 'releases/pm/current'));
const livePage = (file = 'index.html') =>
  readFile(path.join(dataDir, 'releases/pm/current/site', file), 'utf8');
const rename = (title: string) => (documents: Record<string, unknown>[]) => {
  for (const document of documents) if (document['type'] === 'page') document['title'] = title;
};

describe('a CMS that misbehaves', () => {
  const cases: { misbehaviour: Misbehaviour; german: RegExp }[] = [
    { misbehaviour: 'html', german: /unverständlich.*CMS_URL/ },
    { misbehaviour: 'server-error', german: /nicht geantwortet/ },
    { misbehaviour: 'hang', german: /nicht geantwortet/ },
  ];

  it.each(cases)(
    '($misbehaviour) leaves the live site as it is',
    async ({ misbehaviour, german }) => {
      await publishAll();
      const before = await liveLink();
      feed.misbehaviour = misbehaviour;
      feed.publish('pm', rename('Neu'));
      await waitFor('editors read the problem', () => german.test(status()?.lastError ?? ''));
      expect(await liveLink()).toBe(before);
      feed.misbehaviour = null;
      await waitFor('the change is live after all', () => status()?.liveRevision === 2);
      expect(status()?.lastError).toBeNull();
      expect(await livePage('impressum/index.html')).toContain('Neu');
    },
  );

  it.each([
    { misbehaviour: 'half' as const, hasDeltas: true, german: /unvollständig/ },
    { misbehaviour: 'half' as const, hasDeltas: false, german: /unvollständig/ },
    { misbehaviour: 'wrong-region' as const, hasDeltas: true, german: /„umbrella“ statt „pm“/ },
    { misbehaviour: 'wrong-region' as const, hasDeltas: false, german: /„umbrella“ statt „pm“/ },
  ])('($misbehaviour, deltas: $hasDeltas) never gets its answer built', async (way) => {
    const { misbehaviour, german } = way;
    await publishAll();
    feed.hasDeltas = way.hasDeltas;
    const before = await liveLink();
    const snapshotBefore = await readFile(path.join(dataDir, 'snapshots/pm.ndjson'), 'utf8');
    const builds = publisher.builder.builds.length;
    feed.misbehaviour = misbehaviour;
    feed.publish('pm', rename('Neu'));
    await waitFor('editors read the problem', () => german.test(status()?.lastError ?? ''));
    await waitFor('the state says so', () => status()?.state === 'failed');
    expect(await liveLink()).toBe(before);
    expect(publisher.builder.builds).toHaveLength(builds);
    expect(await readFile(path.join(dataDir, 'snapshots/pm.ndjson'), 'utf8')).toBe(snapshotBefore);
    feed.misbehaviour = null;
    feed.publish('pm');
    await waitFor('the change is live after all', () => status()?.liveRevision === 3);
  });

  it('whose connection breaks off once is asked again at once', async () => {
    await publishAll();
    const reportsBefore = feed.allReports.length;
    const broken = new Set<string>();
    feed.breaksOff = (call) => {
      const isFirst = !broken.has(call);
      broken.add(call);
      return isFirst;
    };
    const revision = feed.publish('pm', rename('Neu'));
    await waitFor('the change is live', isLive(revision));
    expect([...broken].join(' ')).toMatch(/regions.*delta/);
    const problems = feed.allReports.slice(reportsBefore).map(({ report }) => report.lastError);
    expect(problems.filter((problem) => problem !== null)).toEqual([]);
  });

  it('that does not tell what has changed costs no renderer: the next attempt leads on', async () => {
    await publishAll();
    publisher.builder.asked = [];
    feed.breaksOff = (call) => call.includes('/delta');
    const revision = feed.publish('pm', rename('Neu'));
    await waitFor('editors read it', () => /nicht geantwortet/.test(status()?.lastError ?? ''));
    feed.breaksOff = () => false;
    await waitFor('the change is live after all', isLive(revision));
    const kinds = publisher.builder.asked
      .filter(({ region }) => region === 'pm')
      .map(({ kind }) => kind);
    expect(kinds).toEqual(['change']);
    expect(await livePage('impressum/index.html')).toContain('Neu');
  });

  it('that never tells what has changed is asked for everything', async () => {
    await publishAll();
    feed.breaksOff = (call) => call.includes('/delta');
    const revision = feed.publish('pm', rename('Neu'));
    await waitFor('the change is live', isLive(revision));
    expect(await livePage('impressum/index.html')).toContain('Neu');
  });

  it('that is down at the start is waited for', async () => {
    feed.misbehaviour = 'server-error';
    publisher = createTestPublisher(feed, dataDir);
    await publisher.reconciler.start();
    await waitFor('it was asked', () => (feed.calls.get('regions') ?? 0) > 1);
    expect(publisher.reconciler.status().ready).toBe(false);
    feed.misbehaviour = null;
    await waitFor('all regions are live', () => publisher.reconciler.status().ready);
  });

  it('that refuses the token is named, and the live site stays', async () => {
    await publishAll();
    feed.token = 'another token';
    await waitFor('editors read the problem', () => /FEED_TOKEN/.test(status()?.lastError ?? ''));
    expect(await livePage()).toContain('<h1>pm</h1>');
  });
});

describe('content that breaks the contract', () => {
  it('is left out and named, and the rest is published', async () => {
    await publishAll();
    const revision = feed.publish('pm', (documents) => {
      const listings = documents.filter(({ type }) => type === 'listing');
      Object.assign(listings[0] ?? {}, { mode: 'verschenken', title: 'Kaputter Eintrag' });
      rename('Neu')(documents);
    });
    await waitFor('the rest is live', isLive(revision));
    expect(status()?.quarantine).toMatchObject([{ type: 'listing', title: 'Kaputter Eintrag' }]);
    expect(status()?.quarantine[0]?.problems.join()).toContain('mode');
    expect(await livePage('impressum/index.html')).toContain('Neu');
    await waitFor('the CMS knows', () => feed.reports.get('pm')?.quarantine.length === 1);
  });

  it('with a missing image is published without it, and the image is named', async () => {
    const image = (file: string) => ({
      alt: 'Bild',
      credit: null,
      renditions: [{ width: 320, height: 200, file }],
    });
    const bytes = new TextEncoder().encode('not really an image');
    const good = `${sha256Hex(bytes).slice(0, 32)}.webp`;
    const broken = `${sha256Hex('other').slice(0, 32)}.webp`;
    const missing = `${'0'.repeat(32)}.webp`;
    feed.media.set(good, bytes).set(broken, bytes);
    feed.publish('pm', (documents) => {
      const listings = documents.filter(({ type }) => type === 'listing');
      Object.assign(listings[0] ?? {}, { images: [image(good), image(missing)] });
      Object.assign(listings[1] ?? {}, { images: [image(broken)] });
    });
    await publishAll();
    expect(status()?.state).toBe('live');
    const problems = status()?.quarantine.flatMap((entry) => entry.problems) ?? [];
    expect(problems).toHaveLength(2);
    expect(problems.join(' ')).toMatch(/0{32}\.webp fehlt/);
    expect(problems.join(' ')).toMatch(/kam beschädigt an/);
    expect(await readFile(path.join(dataDir, 'media', good), 'utf8')).toBe('not really an image');
    await expect(readFile(path.join(dataDir, 'media', broken))).rejects.toThrow('ENOENT');
  });
});

describe('a site that must not go live', () => {
  const drop = (rendered: RenderedSite, file: string) => {
    Reflect.deleteProperty(rendered.written, file);
    rendered.removed.push(file);
  };
  const cases: {
    name: string;
    rule: Refusal['problems'][number]['rule'];
    damage: (rendered: RenderedSite, outDir: string) => Promise<void> | void;
    german: RegExp;
  }[] = [
    {
      name: 'without a legal page',
      rule: 'legal-pages',
      damage: (rendered) => {
        drop(rendered, 'impressum/index.html');
      },
      german: /Seite „impressum“ fehlt.*anlegen und veröffentlichen/,
    },
    {
      name: 'with an empty home page',
      rule: 'legal-pages',
      damage: (rendered) => {
        rendered.emptyPages.push('index.html');
      },
      german: /Startseite ist leer/,
    },
    {
      name: 'without a search index',
      rule: 'search-index',
      damage: (rendered) => {
        drop(rendered, 'pagefind/pagefind-entry.json');
      },
      german: /Suchverzeichnis fehlt/,
    },
    {
      name: 'with a broken search index',
      rule: 'search-index',
      damage: async (_rendered, outDir) => {
        await mkdir(path.join(outDir, 'pagefind'), { recursive: true });
        await writeFile(path.join(outDir, 'pagefind/pagefind-entry.json'), '');
      },
      german: /Suchverzeichnis ist beschädigt/,
    },
    {
      name: 'with a link that leads nowhere',
      rule: 'links',
      damage: (rendered) => {
        rendered.brokenLinks.push({ target: '/weg/', pages: ['/404/'], count: 1 });
      },
      german: /\/404\/ verweist auf \/weg\//,
    },
    {
      name: 'with colours that nobody can read',
      rule: 'brand-contrast',
      damage: (rendered) => {
        rendered.brandProblems.push('Die Hauptfarbe ist zu hell.');
      },
      german: /Die Hauptfarbe ist zu hell/,
    },
  ];

  it.each(cases)('($name) leaves the live one as it is', async ({ rule, damage, german }) => {
    await publishAll();
    const before = await liveLink();
    publisher.builder.after = ({ outDir, region }, rendered) =>
      region === 'pm' ? damage(rendered, outDir) : undefined;
    feed.publish('pm', rename('Neu'));
    feed.publish('tf', rename('Neu'));
    await waitFor('editors read the problem', () => german.test(status()?.lastError ?? ''));
    await waitFor('the state says so', () => status()?.state === 'failed');
    expect(await liveLink()).toBe(before);
    expect(status()?.refusal).toEqual({
      revision: 2,
      problems: [{ rule, message: expect.stringMatching(german) as string }],
      mayAccept: false,
    });
    await waitFor('the other region is live', () => status('tf')?.liveRevision === 2);
    await waitFor('the CMS knows', () => german.test(feed.reports.get('pm')?.lastError ?? ''));
    publisher.builder.after = () => undefined;
    feed.publish('pm');
    await waitFor('the next revision is tried at once', () => status()?.liveRevision === 3);
    expect(status()?.lastError).toBeNull();
    expect(status()?.refusal).toBeNull();
    expect(await livePage('impressum/index.html')).toContain('Neu');
  });

  const halve = (documents: Record<string, unknown>[]) => {
    const kept = documents.filter(({ type }, index) => type !== 'listing' || index % 2 === 0);
    documents.splice(0, documents.length, ...kept);
  };
  const isRefused = (revision: number) => () => status()?.refusal?.revision === revision;
  const accept = (revision: number) =>
    publisher.reconciler.command({
      type: 'region.accept-loss',
      timestamp: new Date().toISOString(),
      data: { region: 'pm', revision },
    });

  it('(half of what it was) waits until somebody agrees', async () => {
    await publishAll();
    feed.publish('pm', halve);
    await waitFor('editors read the problem', () =>
      /nur noch \d+\. Ist das gewollt/.test(status()?.lastError ?? ''),
    );
    expect(status()?.liveRevision).toBe(1);
    expect(status()?.refusal?.mayAccept).toBe(true);
    expect(status()?.refusal?.problems.map(({ rule }) => rule)).toEqual(['losses', 'losses']);
    await accept(2);
    await waitFor('the smaller site is live', isLive(2));
    expect(status()?.refusal).toBeNull();
  });

  it('(half of what it was) may go live after a restart, once and no more', async () => {
    await publishAll();
    feed.publish('pm', halve);
    await waitFor('it is refused', isRefused(2));
    await accept(2);
    await publisher.reconciler.stop();
    await publishAll();
    await waitFor('the smaller site is live', isLive(2));
    feed.publish('pm', halve);
    await waitFor('it is refused again', isRefused(3));
    expect(status()?.liveRevision).toBe(2);
  });

  it('(half of what it was, with a dead link) cannot be agreed to', async () => {
    await publishAll();
    publisher.builder.after = ({ region }, rendered) => {
      if (region !== 'pm') return;
      rendered.brokenLinks.push({ target: '/weg/', pages: ['/404/'], count: 1 });
    };
    feed.publish('pm', halve);
    await waitFor('it is refused', isRefused(2));
    expect(status()?.refusal?.mayAccept).toBe(false);
    await accept(2);
    await waitFor('the loss is no problem any more', () => {
      const rules = status()?.refusal?.problems.map(({ rule }) => rule) ?? [];
      return rules.length === 1 && rules[0] === 'links';
    });
    expect(status()?.liveRevision).toBe(1);
  });
});

describe('a disk that fails', () => {
  it('leaves the live site as it is and names the cause', async () => {
    await publishAll();
    const before = await liveLink();
    publisher.builder.before = ({ region }) => {
      if (region === 'pm')
        throw Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' });
    };
    feed.publish('pm', rename('Neu'));
    await waitFor('editors read the problem', () =>
      /kein Speicherplatz mehr/.test(status()?.lastError ?? ''),
    );
    expect(await liveLink()).toBe(before);
    publisher.builder.before = () => undefined;
    await waitFor('it is tried again by itself', () => status()?.liveRevision === 2, 15_000);
  });

  it('and leaves a damaged manifest gets a new release', async () => {
    await publishAll();
    await publisher.reconciler.stop();
    const damaged = await liveLink();
    await writeFile(path.join(dataDir, 'releases/pm/current/manifest.json'), '{"version":2,');
    // Without renderers that are made ready in the background.
    await publishAll({ warmRegions: 0 });
    expect(publisher.builder.builds).toEqual(['pm']);
    expect(await livePage()).toContain('<h1>pm</h1>');
    expect(await liveLink()).not.toBe(damaged);
    await waitFor('the damaged one is gone', async () => {
      const names = await readdir(path.join(dataDir, 'releases/pm'));
      return !names.includes(damaged);
    });
  });
});

describe('regions that come and go', () => {
  it('publishes a new region without a restart', async () => {
    await publishAll();
    const { demoSnapshot } = await import('../../fixtures/demo-snapshot.ts');
    feed.snapshots.set('hvl', demoSnapshot('hvl', '2026-11-24'));
    await waitFor('the new region is live', () => status('hvl')?.state === 'live');
  });

  it('takes a region offline that is gone from the CMS, and keeps its releases', async () => {
    await publishAll();
    feed.snapshots.delete('tf');
    await waitFor('the region is gone', () => status('tf') === undefined);
    await expect(readlink(path.join(dataDir, 'releases/tf/current'))).rejects.toThrow('ENOENT');
    expect(await readlink(path.join(dataDir, 'releases/tf/withdrawn'))).toMatch(/^1-/);
  });

  it('keeps all sites online when the CMS suddenly knows hardly any region', async () => {
    await publishAll();
    feed.snapshots.delete('tf');
    feed.snapshots.delete('pm');
    const asked = feed.calls.get('regions') ?? 0;
    await waitFor('it was asked again', () => (feed.calls.get('regions') ?? 0) > asked + 2);
    expect(await livePage()).toContain('<h1>pm</h1>');
  });
});

describe('leftovers', () => {
  it('of a killed publisher are removed at the start', async () => {
    const leftover = path.join(dataDir, 'releases/pm/.incoming-0123456789ab/site');
    await mkdir(leftover, { recursive: true });
    await writeFile(path.join(leftover, 'index.html'), 'half');
    await publishAll();
    await expect(readFile(path.join(leftover, 'index.html'))).rejects.toThrow('ENOENT');
  });
});
