import path from 'node:path';
import { parseArgs } from 'node:util';
import { fetchSnapshot } from './lib/site-build/fetch-snapshot.ts';
import { loadFeedSettings } from './lib/config.ts';
import { createFeedClient } from './lib/feed-client.ts';
import { dataPaths } from './lib/paths.ts';
import { runCommand } from './lib/run-command.ts';

const USAGE = `Usage: node scripts/fetch-snapshot.ts REGION [--out FILE] [--media DIRECTORY]

Fetches the snapshot of a region, or of the umbrella, and the images that it names.`;

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      media: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const [region] = positionals;
  if (values.help || region === undefined) {
    console.log(USAGE);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const settings = loadFeedSettings();
  const paths = dataPaths(settings.DATA_DIR);
  const feed = createFeedClient({ cmsUrl: settings.CMS_URL, token: settings.FEED_TOKEN });
  const snapshotFile = path.resolve(
    values.out ?? path.join(paths.snapshotsDir, `${region}.ndjson`),
  );
  const { snapshot, missingImages } = await fetchSnapshot(feed, {
    region,
    snapshotFile,
    mediaDir: path.resolve(values.media ?? paths.mediaDir),
  });
  for (const entry of [...snapshot.quarantine, ...missingImages]) {
    console.warn(`${entry.type} “${entry.title}”: ${entry.problems.join(' ')}`);
  }
  console.log(`Revision ${snapshot.header.revision} of ${region} lies in ${snapshotFile}.`);
});
