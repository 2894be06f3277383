import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { compileSite } from '../../scripts/lib/site-build/compile-site.ts';
import { createRendererOpener } from '../../scripts/lib/site-build/renderer.ts';
import { demoSnapshot, regionDocuments, toSnapshot } from '../fixtures/demo-snapshot.ts';
import { hostileSnapshot } from '../fixtures/hostile-snapshot.ts';

/** Folders of the sites that the build tests look at, by name. */
export interface BuiltSites {
  /** The demo's largest region. */
  pm: string;
  /** The same snapshot as `pm`, built again. */
  pmAgain: string;
  /** The umbrella site of the demo. */
  umbrella: string;
  /** A region whose texts all carry attacks. */
  hostile: string;
  /** A region on its first day: no organisation, listing or story yet. */
  empty: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    sites: BuiltSites;
    asOf: string;
  }
}

const AS_OF = '2026-11-24';
const BUILD_TIMEOUT_MS = 120_000;

/** Builds the sites once for all build tests. */
export default async function setup(project: TestProject): Promise<() => void> {
  const dir = mkdtempSync(path.join(tmpdir(), 'portal-build-'));
  const { program } = await compileSite();
  const open = createRendererOpener({ program, timeoutMs: BUILD_TIMEOUT_MS });
  const pm = demoSnapshot('pm', AS_OF);
  const empty = regionDocuments('hvl', AS_OF).filter(
    ({ type }) => !['listing', 'organisation', 'success-story'].includes(type),
  );
  const snapshots: Record<keyof BuiltSites, [region: string, snapshot: string]> = {
    pm: ['pm', pm],
    pmAgain: ['pm', pm],
    umbrella: ['umbrella', demoSnapshot('umbrella', AS_OF)],
    hostile: ['hvl', hostileSnapshot(AS_OF)],
    empty: ['hvl', toSnapshot('hvl', empty, AS_OF)],
  };
  const sites: Partial<BuiltSites> = {};
  for (const name of Object.keys(snapshots) as (keyof BuiltSites)[]) {
    const [region, snapshot] = snapshots[name];
    const snapshotFile = path.join(dir, `${name}.ndjson`);
    writeFileSync(snapshotFile, snapshot);
    const outDir = path.join(dir, name);
    mkdirSync(outDir);
    const renderer = await open({
      region,
      mediaDir: path.join(dir, 'media'),
      cacheDir: path.join(dir, 'cache', region),
      siteOrigin:
        region === 'umbrella' ? 'http://localhost:4321' : `http://${region}.localhost:4321`,
      umbrellaOrigin: 'http://localhost:4321',
    });
    await renderer.renderAll({ snapshotFile, outDir });
    if (region !== 'umbrella') {
      await renderer.searchIndex({ snapshotFiles: [snapshotFile], excluded: [], outDir });
    }
    renderer.close();
    sites[name] = outDir;
  }
  project.provide('sites', sites as BuiltSites);
  project.provide('asOf', AS_OF);
  return () => {
    rmSync(dir, { recursive: true, force: true });
  };
}
