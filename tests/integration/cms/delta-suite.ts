import {
  DeltaHeaderSchema,
  DocumentSchema,
  parseSnapshot,
  RemovedDocumentSchema,
} from '@portal/site/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCms, type RunningCms } from '../../support/cms.ts';
import { createWorld, type World } from '../../support/cms-world.ts';
import { RandomEditor } from '../../support/random-editor.ts';

const FEED = '/api/feed/v1';

/** Older snapshots that every new state is compared with, so that deltas over many changes are tried. */
const KEPT_SNAPSHOTS = 3;

/** The lines of a snapshot or a delta, without their line breaks. */
export async function linesOf(cms: RunningCms, route: string): Promise<string[]> {
  const { status, text } = await cms.feed.call('GET', `${FEED}/${route}`);
  expect(status, text).toBe(200);
  expect(text.endsWith('\n')).toBe(true);
  return text.trimEnd().split('\n');
}

/** A snapshot with the lines of a delta put in, as a reader of the feed does it. */
export function applyDelta(snapshot: readonly string[], delta: readonly string[]): string[] {
  const keyOf = (type: string, id: string) => `${type} ${id}`;
  const documents = new Map<string, string>();
  for (const line of snapshot.slice(1)) {
    const { type, documentId } = JSON.parse(line) as { type: string; documentId: string };
    documents.set(keyOf(type, documentId), line);
  }
  const header = DeltaHeaderSchema.parse(JSON.parse(delta[0] ?? ''));
  expect(header.documents).toBe(delta.length - 1);
  for (const line of delta.slice(1)) {
    const removed = RemovedDocumentSchema.safeParse(JSON.parse(line));
    if (removed.success) {
      documents.delete(keyOf(removed.data.documentType, removed.data.documentId));
    } else {
      const { type, documentId } = DocumentSchema.parse(JSON.parse(line));
      documents.set(keyOf(type, documentId), line);
    }
  }
  return [...documents].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
}

/**
 * Whatever editors do, an old snapshot with the delta put in is the new snapshot.
 *
 * @param name - Of the database, for the output.
 * @param env - Settings that choose the database.
 * @param options - `seeds` of the sequences, and how many `steps` each has.
 */
export function describeDeltas(
  name: string,
  env: () => Record<string, string>,
  { seeds, steps }: { seeds: readonly number[]; steps: number },
): void {
  describe(`deltas on ${name}`, () => {
    let cms: RunningCms;
    let world: World;
    beforeAll(async () => {
      cms = await startCms({ env: env() });
      world = await createWorld(cms);
    });
    afterAll(() => cms?.stop());

    it.each(seeds)(
      'turn old snapshots into new ones, whatever editors do (sequence %i)',
      async (seed) => {
        const editor = new RandomEditor(world.editorOfAlpha, world.alpha, world.category, seed);
        let kept = [await linesOf(cms, 'alpha/snapshot')];
        for (let step = 0; step < steps; step += 1) {
          await editor.doSomething();
          const after = await linesOf(cms, 'alpha/snapshot');
          for (const before of kept) {
            const { revision } = parseSnapshot(`${before.join('\n')}\n`).header;
            const delta = await linesOf(cms, `alpha/delta?since=${revision}`);
            expect(applyDelta(before, delta), editor.history()).toEqual(after.slice(1));
          }
          kept = [after, ...kept].slice(0, KEPT_SNAPSHOTS);
        }
      },
      300_000,
    );
  });
}
