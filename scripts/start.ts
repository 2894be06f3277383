import { parseArgs } from 'node:util';
import { describeError } from './lib/errors.ts';
import { onNpmGone, onTermination } from './lib/run-command.ts';
import { Progress } from './lib/start/progress.ts';
import { startPortal } from './lib/start/start-portal.ts';
import { Supervisor } from './lib/start/supervisor.ts';

const HELP = `Usage: npm start

Starts CMS, publisher and gateway and shows where they are. The first start makes the secrets
(.env), builds the admin panel and loads the demo content; later starts reuse all of it.
Ctrl-C ends everything.

Settings come from the environment and from .env; .env.example describes them.`;

const { values } = parseArgs({
  options: { help: { type: 'boolean', short: 'h', default: false } },
});
if (values.help) {
  console.log(HELP);
  process.exit(0);
}

// The terminal may be gone before the portal is.
process.stdout.on('error', () => undefined);

const giveUp = new AbortController();
const progress = new Progress(process.stdout);
let isUp = false;
const supervisor = new Supervisor({
  onLine: (name, line) => {
    // These have logs of their own, and say more than anybody wants to read here.
    if (isUp && name !== 'CMS' && name !== 'search server') progress.line(line);
  },
  onCrash: (message) => {
    progress.line(message);
  },
  onGiveUp: (error) => {
    void end(1, error);
  },
});

async function end(exitCode: number, error?: unknown): Promise<void> {
  giveUp.abort(error);
  if (error !== undefined) console.error(`\n${describeError(error)}`);
  await supervisor.stop();
  process.exit(exitCode);
}

const endAll = () => {
  progress.line('\nEnding …');
  void end(0);
};
onTermination(endAll);
onNpmGone(endAll);

try {
  await startPortal(supervisor, progress, giveUp.signal);
  isUp = true;
} catch (error) {
  // Otherwise somebody else is ending the portal already, and has said why.
  if (!giveUp.signal.aborted) await end(1, error);
}
