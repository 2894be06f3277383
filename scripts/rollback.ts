import { parseArgs } from 'node:util';
import { loadPortalSettings } from './lib/config.ts';
import { PortalError } from './lib/errors.ts';
import { dataPaths } from './lib/paths.ts';
import { ReleaseStore } from './lib/publisher/release-store.ts';
import { listReleases, rollBack, unpin } from './lib/publisher/roll-back.ts';
import { runCommand } from './lib/run-command.ts';

const USAGE = `Usage: npm run rollback -- REGION [RELEASE | --lift]

Without a release, lists those of the region that are kept. With one, makes it live at once and holds
it there, whatever the CMS says. --lift ends that: the newest release is live again, and what came
meanwhile is published. Works without CMS and publisher.`;

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      lift: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const [region, releaseId, ...rest] = positionals;
  const isUnclear = region === undefined || rest.length > 0 || (values.lift && releaseId);
  if (values.help || isUnclear) {
    console.log(USAGE);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const store = new ReleaseStore(dataPaths(loadPortalSettings().DATA_DIR).releasesDir);
  if (!(await store.regions()).includes(region)) {
    throw new PortalError(`There is no region “${region}” with releases.`, {
      hint: `There are ${(await store.regions()).join(', ') || 'none'}.`,
    });
  }
  if (values.lift) {
    const live = await unpin(store, region);
    console.log(
      `${region} shows ${live?.manifest.releaseId ?? 'nothing'} and follows the CMS again.`,
    );
  } else if (releaseId === undefined) {
    for (const line of await listReleases(store, region)) console.log(line);
  } else {
    await rollBack(store, region, releaseId);
    console.log(
      `${region} shows ${releaseId} and stays there. End it with: npm run rollback -- ${region} --lift`,
    );
  }
});
