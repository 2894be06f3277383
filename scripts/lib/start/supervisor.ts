import type { ChildProcess } from 'node:child_process';
import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { OutputTail, signalGroup, startNodeChild, type ChildCommand } from '../child-process.ts';
import { PortalError } from '../errors.ts';

const TAIL_CHARACTERS = 20_000;
const TAIL_LINES = 20;

/** A process of the portal. */
export interface ManagedCommand extends ChildCommand {
  name: string;
  /** File for what the process writes; null if it keeps a log of its own. */
  logFile: string | null;
  /** Whether the portal does without it; its log alone tells then that it crashes. */
  isOptional?: boolean;
}

/** What a supervisor tells, and how patient it is. */
export interface SupervisorOptions {
  /** A line that a process wrote. */
  onLine: (name: string, line: string) => void;
  /** A process crashed and will be started again. */
  onCrash: (message: string) => void;
  /** A process crashes again and again. */
  onGiveUp: (error: PortalError) => void;
  /** Crashes in a row, each soon after its start, until it gives up. */
  maxQuickCrashes?: number;
  /** A crash sooner after the start is a quick one, in milliseconds. */
  quickMs?: number;
  /** Pause before the second start, in milliseconds; doubled each time. */
  firstPauseMs?: number;
  /** Time that a process may take to end, in milliseconds. */
  killAfterMs?: number;
}

interface Managed {
  command: ManagedCommand;
  child: ChildProcess | null;
  quickCrashes: number;
  restart: NodeJS.Timeout | null;
}

/** Keeps processes running: starts them again when they crash, and ends all of them together. */
export class Supervisor {
  readonly #options: Required<SupervisorOptions>;
  readonly #managed: Managed[] = [];
  #isStopping = false;

  constructor(options: SupervisorOptions) {
    this.#options = {
      maxQuickCrashes: 5,
      quickMs: 30_000,
      firstPauseMs: 1_000,
      killAfterMs: 10_000,
      ...options,
    };
  }

  /** Starts a process and keeps it running. */
  start(command: ManagedCommand): void {
    const managed: Managed = { command, child: null, quickCrashes: 0, restart: null };
    this.#managed.push(managed);
    this.#run(managed);
  }

  /** Ends all processes, last started first; kills those that do not end in time. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    await Promise.all(
      this.#managed.toReversed().map(async ({ child, restart }) => {
        if (restart !== null) clearTimeout(restart);
        if (child === null || child.exitCode !== null || child.signalCode !== null) return;
        const ended = new Promise((resolve) => child.once('exit', resolve));
        signalGroup(child, 'SIGTERM');
        const timer = setTimeout(() => {
          signalGroup(child, 'SIGKILL');
        }, this.#options.killAfterMs);
        await ended;
        clearTimeout(timer);
      }),
    );
  }

  #run(managed: Managed): void {
    const { command } = managed;
    const startedAt = performance.now();
    const child = startNodeChild(command);
    managed.child = child;
    const tail = new OutputTail(TAIL_CHARACTERS);
    tail.follow(child);
    const log = openLog(command.logFile);
    for (const stream of [child.stdout, child.stderr]) {
      if (stream === null) continue;
      createInterface({ input: stream }).on('line', (line) => {
        log?.write(`${line}\n`);
        this.#options.onLine(command.name, line);
      });
    }
    let hasEnded = false;
    const onEnd = (reason: string) => {
      if (hasEnded) return;
      hasEnded = true;
      log?.end();
      // What the process has started itself must not outlive it.
      signalGroup(child, 'SIGKILL');
      if (this.#isStopping) return;
      this.#afterCrash(managed, reason, performance.now() - startedAt, tail.lines(TAIL_LINES));
    };
    child.once('error', (error) => {
      onEnd(error.message);
    });
    child.once('close', (code, signal) => {
      onEnd(signal === null ? `exit code ${code ?? 'unknown'}` : `signal ${signal}`);
    });
  }

  #afterCrash(managed: Managed, reason: string, uptimeMs: number, lines: string[]): void {
    const { name, isOptional = false } = managed.command;
    const lastLines = lines.map((line) => `    ${line}`).join('\n');
    managed.quickCrashes = uptimeMs < this.#options.quickMs ? managed.quickCrashes + 1 : 1;
    if (managed.quickCrashes >= this.#options.maxQuickCrashes) {
      if (isOptional) {
        this.#options.onCrash(
          `The ${name} does not run (${reason}); the portal goes on without it. Its last lines:\n${lastLines}`,
        );
        return;
      }
      this.#options.onGiveUp(
        new PortalError(
          `The ${name} ended ${managed.quickCrashes} times soon after its start (${reason}). Its last lines:\n${lastLines}\n`,
          { hint: 'Mend the cause that they name, then start again.' },
        ),
      );
      return;
    }
    const pauseMs = this.#options.firstPauseMs * 2 ** (managed.quickCrashes - 1);
    if (!isOptional) {
      this.#options.onCrash(
        `The ${name} ended (${reason}); it starts again in ${pauseMs / 1000} s. Its last lines:\n${lastLines}`,
      );
    }
    managed.restart = setTimeout(() => {
      managed.restart = null;
      if (!this.#isStopping) this.#run(managed);
    }, pauseMs);
  }
}

function openLog(file: string | null): WriteStream | null {
  if (file === null) return null;
  mkdirSync(path.dirname(file), { recursive: true });
  const stream = createWriteStream(file, { flags: 'a' });
  // A full disk must not take the portal down with its log.
  stream.on('error', () => stream.destroy());
  return stream;
}
