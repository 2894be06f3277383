import { spawn, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { errorCode } from './errors.ts';

const EXIT_WITH_PARENT = pathToFileURL(path.join(import.meta.dirname, 'exit-with-parent.ts')).href;

/** Of what may take its time, from -20 to 19, where 0 is usual. */
const BACKGROUND_PRIORITY = 15;

/** What a child process of ours runs. */
export interface ChildCommand {
  /** Arguments of Node: the script and its own arguments. */
  args: readonly string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
}

/**
 * Starts a Node process in a process group of its own, so that it and all its children can be
 * ended together. It ends by itself when this process dies.
 */
export function startNodeChild({ args, cwd, env }: ChildCommand): ChildProcess {
  return spawn(process.execPath, ['--import', EXIT_WITH_PARENT, ...args], {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

/** Sends a signal to a child's whole process group; a group that is gone is no error. */
export function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error;
  }
}

/**
 * Lets all others go before a child and what it starts. Linux often shares out its time between
 * groups first, each of which is a session, so that the priority of the child's group counts: it has
 * its own (sched(7), autogroup).
 */
export function lowerPriority(pid: number): void {
  for (const lower of [
    () => {
      setPriority(pid, BACKGROUND_PRIORITY);
    },
    () => {
      writeFileSync(`/proc/${pid}/autogroup`, String(BACKGROUND_PRIORITY));
    },
  ]) {
    try {
      lower();
    } catch {
      // It has just ended, or the system knows no such thing.
    }
  }
}

/** Whether a process with this number exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** Keeps the last part of what a child writes. */
export class OutputTail {
  readonly #maxLength: number;
  #text = '';

  /** @param maxLength - Most characters to keep. */
  constructor(maxLength: number) {
    this.#maxLength = maxLength;
  }

  /** Reads along with both outputs of a child. */
  follow(child: ChildProcess): void {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#text = (this.#text + text).slice(-this.#maxLength);
      });
    }
  }

  /** The last lines, without the colours of a terminal. */
  lines(count: number): string[] {
    // eslint-disable-next-line no-control-regex -- colours of a terminal are control characters
    const plain = this.#text.replace(/\u001b\[[0-9;]*m/g, '');
    return plain.trimEnd().split('\n').slice(-count);
  }
}
