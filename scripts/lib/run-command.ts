import { readFileSync } from 'node:fs';
import { isAlive } from './child-process.ts';
import { describeError } from './errors.ts';

/**
 * Runs the body of a command. An error ends it with exit code 1 and a message that says what to
 * do, without a stack.
 */
export async function runCommand(body: () => Promise<void>): Promise<void> {
  try {
    await body();
  } catch (error) {
    console.error(describeError(error));
    process.exitCode = 1;
  }
}

/**
 * Calls back once when the process is asked to end, by Ctrl-C or by its parent.
 *
 * @param onEnd - May take some time; the process ends when nothing is left to do.
 */
export function onTermination(onEnd: () => void): void {
  let hasEnded = false;
  const end = () => {
    if (hasEnded) return;
    hasEnded = true;
    onEnd();
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}

const NPM_CHECK_MS = 500;
const MAX_GENERATIONS = 3;

/**
 * Calls back once when npm, which started this process, is gone. A signal to npm ends it, but does
 * not reach through the shell that stands between npm and its script.
 */
export function onNpmGone(onGone: () => void): void {
  const npm = findNpm();
  if (npm === null) return;
  const timer = setInterval(() => {
    if (isAlive(npm)) return;
    clearInterval(timer);
    onGone();
  }, NPM_CHECK_MS).unref();
}

/** Process id of the npm that started this process; null without npm, or where /proc is missing. */
function findNpm(): number | null {
  if (process.env['npm_lifecycle_event'] === undefined) return null;
  let pid = process.ppid;
  try {
    for (let generation = 0; generation < MAX_GENERATIONS; generation += 1) {
      if (/\bnpm\b/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))) return pid;
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      pid = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    }
  } catch {
    // No /proc here: the terminal's signals still end the portal.
  }
  return null;
}
