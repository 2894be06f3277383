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
