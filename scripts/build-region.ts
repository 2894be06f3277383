import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { UMBRELLA } from '@portal/site/contract';
import { compileSite } from './lib/site-build/compile-site.ts';
import { createRendererOpener } from './lib/site-build/renderer.ts';
import { loadPortalSettings, siteOriginOf } from './lib/config.ts';
import { dataPaths } from './lib/paths.ts';
import { runCommand } from './lib/run-command.ts';

const USAGE = `Usage: npm run build:region -- REGION --snapshot FILE --out DIRECTORY [--media DIRECTORY]

Builds the site of a region, or of the umbrella, from a snapshot. What DIRECTORY held is removed.`;

const TIMEOUT_MS = 1_800_000;

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      snapshot: { type: 'string' },
      out: { type: 'string' },
      media: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const [region] = positionals;
  if (values.help || region === undefined || values.out === undefined || !values.snapshot) {
    console.log(USAGE);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const settings = loadPortalSettings();
  const paths = dataPaths(settings.DATA_DIR);
  const outDir = path.resolve(values.out);
  const snapshotFile = path.resolve(values.snapshot);
  await rm(outDir, { recursive: true, force: true });
  await mkdir(outDir, { recursive: true });
  const { program } = await compileSite();
  const renderer = await createRendererOpener({ program, timeoutMs: TIMEOUT_MS })({
    region,
    mediaDir: values.media ?? paths.mediaDir,
    cacheDir: path.join(paths.siteCacheDir, region),
    siteOrigin: siteOriginOf(region, settings.umbrellaOrigin),
    umbrellaOrigin: settings.umbrellaOrigin,
  });
  try {
    const { quarantine, excluded } = await renderer.renderAll({ snapshotFile, outDir });
    for (const entry of quarantine) {
      console.warn(`Left out ${entry.type} “${entry.title}”: ${entry.problems.join(' ')}`);
    }
    if (region !== UMBRELLA) {
      await renderer.searchIndex({ snapshotFiles: [snapshotFile], excluded, outDir });
    }
  } finally {
    renderer.close();
  }
  console.log(`The site of ${region} lies in ${outDir}.`);
});
