import { parseArgs } from 'node:util';
import { UMBRELLA } from '@portal/site/contract';
import { loadPublisherSettings } from './lib/config.ts';
import { PortalError } from './lib/errors.ts';
import { findText } from './lib/purge/find-text.ts';
import { sendCommand } from './lib/purge/send-command.ts';
import { dataPaths } from './lib/paths.ts';
import { runCommand } from './lib/run-command.ts';

const USAGE = `Usage: npm run purge -- REGION [--find TEXT]

Removes what is kept of earlier sites of a region: first delete or change the entry in the CMS, then
run this. The site, and the umbrella's, are written anew from what the CMS has now; earlier releases, assets, content and
pictures that nothing shows any more are removed. With --find, looks afterwards whether a text, such as a
name, is still anywhere among the files of the publisher, and exits with 1 if it is. The publisher must run.`;

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { find: { type: 'string' }, help: { type: 'boolean', default: false } },
  });
  const [region, ...rest] = positionals;
  if (values.help || region === undefined || rest.length > 0 || values.find === '') {
    console.log(USAGE);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const settings = loadPublisherSettings();
  // The umbrella shows the newest entries of every region.
  for (const site of new Set([region, UMBRELLA])) {
    const { releaseId } = await sendCommand(settings, {
      type: 'region.purge',
      data: { region: site },
    });
    console.log(
      `${site} was written anew as release ${releaseId ?? 'none'}; nothing else is kept.`,
    );
  }
  if (values.find === undefined) return;
  const paths = dataPaths(settings.DATA_DIR);
  const found = await findText(values.find, [
    paths.releasesDir,
    paths.snapshotsDir,
    paths.siteCacheDir,
    paths.logsDir,
  ]);
  if (found.length === 0) {
    console.log(`“${values.find}” is nowhere among the files of the publisher.`);
    return;
  }
  throw new PortalError(`“${values.find}” is still in:\n  ${found.join('\n  ')}\n`, {
    hint: 'In a release or snapshot: an entry of the CMS still holds it. In a log: remove the log.',
  });
});
