import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileSite } from '../../scripts/lib/site-build/compile-site.ts';
import { createRendererOpener } from '../../scripts/lib/site-build/renderer.ts';
import { COUNTEREXAMPLES } from './counterexamples.ts';
import { size, steps } from './edit-arbitraries.ts';
import { SIZES } from './region-model.ts';
import { WorkshopPool } from './workshop-pool.ts';

const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 200);
const RENDER_TIMEOUT_MS = 30_000;
/** Pages and feeds that show some listings of a list, and so look whether one of them has changed. */
const LISTS_THAT_LOOK = 6;

/** A sequence keeps one core busy, so that two are followed at a time. */
const workshops = new WorkshopPool();

beforeAll(async () => {
  const { program } = await compileSite();
  await workshops.open(createRendererOpener({ program, timeoutMs: RENDER_TIMEOUT_MS }), 2);
});

afterAll(() => workshops.close());

describe.concurrent('a site that is kept up to date', () => {
  it.each(['one half', 'the other half'])(
    'is the same, byte for byte, as one that is rendered anew: %s',
    async () => {
      await workshops.use(async (workshop) => {
        const property = fc.asyncProperty(size, steps, (begin, happened) =>
          workshop.followPages(begin, happened),
        );
        await fc.assert(property, { numRuns: Math.ceil(RUNS / 2) });
      });
    },
  );

  it('has the search index of the newest snapshot, however many deltas led to it', async () => {
    await workshops.use(async (workshop) => {
      const property = fc.asyncProperty(steps, (happened) =>
        workshop.followSearch(SIZES.small, happened),
      );
      await fc.assert(property, { numRuns: Math.ceil(RUNS / 10) });
    });
  });

  it('renders little more than what names a listing when its text changes', async () => {
    await workshops.use(async (workshop) => {
      const property = fc.asyncProperty(steps, async (happened) => {
        const { rendered, naming } = await workshop.followText(SIZES.small, happened);
        expect(rendered).toBeLessThanOrEqual(naming + LISTS_THAT_LOOK);
      });
      await fc.assert(property, { numRuns: Math.ceil(RUNS / 10) });
    });
  });
});

it('leaves the further pages of lists alone when a listing comes or goes', async () => {
  await workshops.use(async (workshop) => {
    for (const { rendered, written } of await workshop.followOneListing(SIZES.long)) {
      expect(written).toBeGreaterThan(20);
      expect(rendered).toBeLessThanOrEqual(written + LISTS_THAT_LOOK);
    }
  });
});

describe.concurrent('what random edits once found', () => {
  it.each(Object.entries(COUNTEREXAMPLES))('%s', async (_, happened) => {
    await workshops.use(async (workshop) => {
      await workshop.followPages(SIZES.small, happened);
      await workshop.followSearch(SIZES.small, happened);
    });
  });
});
