import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createSiteBuilder } from './lib/site-build/build-site.ts';
import { readSnapshot } from './lib/site-build/fetch-snapshot.ts';
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
  const { quarantine } = readSnapshot(await readFile(values.snapshot, 'utf8'), region);
  for (const entry of quarantine) {
    console.warn(`Left out ${entry.type} “${entry.title}”: ${entry.problems.join(' ')}`);
  }
  const outDir = path.resolve(values.out);
  await rm(outDir, { recursive: true, force: true });
  await mkdir(outDir, { recursive: true });
  const build = createSiteBuilder({ timeoutMs: TIMEOUT_MS });
  await build(
    {
      region,
      snapshotFile: values.snapshot,
      mediaDir: values.media ?? paths.mediaDir,
      outDir,
      cacheDir: path.join(paths.siteCacheDir, region),
      siteOrigin: siteOriginOf(region, settings.umbrellaOrigin),
      umbrellaOrigin: settings.umbrellaOrigin,
    },
    new AbortController().signal,
  );
  console.log(`The site of ${region} lies in ${outDir}.`);
});
