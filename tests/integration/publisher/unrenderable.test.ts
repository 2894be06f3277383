import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compileSite } from '../../../scripts/lib/site-build/compile-site.ts';
import { createRendererOpener } from '../../../scripts/lib/site-build/renderer.ts';
import { startFeedStandIn, type FeedStandIn } from '../../support/feed-stand-in.ts';
import {
  createTestPublisher,
  makeDataDir,
  waitFor,
  type TestPublisher,
} from '../../support/publisher.ts';

const BUILD_MS = 120_000;
/** Numbers that the pages cannot show. */
const BAD_NUMBER = 987_654;

let feed: FeedStandIn;
let dataDir: string;
let remove: () => void;
let publisher: TestPublisher;
beforeEach(async () => {
  feed = await startFeedStandIn(['pm']);
  ({ dataDir, remove } = makeDataDir());
});
afterEach(async () => {
  await publisher.reconciler.stop();
  await feed.stop();
  remove();
});

/** The compiled pages, on a machine that breaks at one number. */
async function pagesThatBreak(): Promise<string> {
  const { program } = await compileSite();
  const wrapper = path.join(dataDir, 'pages-that-break.mjs');
  writeFileSync(
    wrapper,
    `const { get } = Object.getOwnPropertyDescriptor(Intl.NumberFormat.prototype, 'format');
    Object.defineProperty(Intl.NumberFormat.prototype, 'format', { get() {
      const format = get.call(this);
      return (value) => {
        if (value === ${BAD_NUMBER}) throw new Error('The number is too odd.');
        return format(value);
      };
    } });
    process.argv[1] = ${JSON.stringify(program)};
    await import(process.argv[1]);`,
  );
  return wrapper;
}

async function start(): Promise<void> {
  const program = await pagesThatBreak();
  publisher = createTestPublisher(feed, dataDir, {
    openRenderer: createRendererOpener({ program, timeoutMs: BUILD_MS }),
  });
  await publisher.reconciler.start();
}

type Documents = Record<string, unknown>[];
const status = () => publisher.reconciler.status().regions['pm'];
const untilLive = (revision: number) =>
  waitFor(`revision ${revision} is live`, () => status()?.searchRevision === revision, BUILD_MS);
const hasPage = (slug: unknown) =>
  existsSync(path.join(dataDir, `releases/pm/current/site/angebote/${String(slug)}/index.html`));
/** Number of entries that can be searched. */
function searchable(): number {
  const file = path.join(dataDir, 'releases/pm/current/site/pagefind/pagefind-entry.json');
  const { languages } = JSON.parse(readFileSync(file, 'utf8')) as {
    languages: { de: { page_count: number } };
  };
  return languages.de.page_count;
}
const firstOffer = (documents: Documents) =>
  documents.find(({ type, kind }) => type === 'listing' && kind === 'offer') ?? {};
const setWeight = (weightKg: number | null) =>
  feed.publish('pm', (documents) => {
    firstOffer(documents)['weightKg'] = weightKg;
  });

describe('an entry whose page cannot be rendered', () => {
  it('is left out with its reason, of the search as well, and comes back when it is mended', async () => {
    let slug: unknown;
    const broken = feed.publish('pm', (documents) => {
      const offer = firstOffer(documents);
      offer['weightKg'] = BAD_NUMBER;
      ({ slug } = offer);
    });
    await start();
    await untilLive(broken);
    expect(hasPage(slug)).toBe(false);
    expect(status()?.quarantine).toMatchObject([{ type: 'listing' }]);
    expect(status()?.quarantine[0]?.problems.join()).toContain('The number is too odd.');
    const without = searchable();

    await untilLive(setWeight(700));
    expect(hasPage(slug)).toBe(true);
    expect(status()?.quarantine).toEqual([]);
    expect(searchable()).toBe(without + 1);

    await untilLive(setWeight(BAD_NUMBER));
    expect(hasPage(slug)).toBe(false);
    expect(status()?.quarantine).toHaveLength(1);
    expect(searchable()).toBe(without);
  });

  it('holds everything back if others stand on it', async () => {
    await start();
    await waitFor('it is live', () => status()?.state === 'live', BUILD_MS);
    const before = status()?.liveRevision;
    feed.publish('pm', (documents) => {
      const organisation = documents.find(({ type }) => type === 'organisation') ?? {};
      organisation['employees'] = BAD_NUMBER;
    });
    publisher.reconciler.wake();
    await waitFor('editors read why', () => status()?.lastError != null, BUILD_MS);
    expect(status()?.lastError).toContain('The number is too odd.');
    expect(status()?.liveRevision).toBe(before);
  });
});
