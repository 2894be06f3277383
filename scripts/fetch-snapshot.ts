import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ContentFiles } from './lib/site-build/content-files.ts';
import { loadFeedSettings } from './lib/config.ts';
import { createFeedClient } from './lib/feed-client.ts';
import { dataPaths } from './lib/paths.ts';
import { runCommand } from './lib/run-command.ts';

const USAGE = `Usage: node scripts/fetch-snapshot.ts REGION [--out DIRECTORY] [--media DIRECTORY]

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
  const snapshotsDir = path.resolve(values.out ?? paths.snapshotsDir);
  const mediaDir = path.resolve(values.media ?? paths.mediaDir);
  await mkdir(snapshotsDir, { recursive: true });
  const content = new ContentFiles({ feed, region, snapshotsDir, mediaDir });
  const { file, revision } = await content.fetchSnapshot();
  console.log(`Revision ${revision} of ${region} lies in ${file}.`);
});
