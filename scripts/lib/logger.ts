import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { Writable } from 'node:stream';
import { pino, type Logger } from 'pino';
import { z } from 'zod';

export type { Logger } from 'pino';

const MAX_LOG_BYTES = 20_000_000;

const EntrySchema = z.object({
  level: z.number(),
  time: z.number(),
  region: z.string().optional(),
  msg: z.string().default(''),
});

/**
 * Makes the log of one process: JSON lines in `logs/<process>.log`, and one readable line per
 * entry on the terminal. A log that has grown beyond 20 MB is put aside once, at the start.
 *
 * @param processName - Name of the process, such as `publisher`.
 * @param logsDir - Folder for log files; it is made when it does not exist.
 * @param level - Least important entries to write.
 */
export function createLogger(processName: string, logsDir: string, level: string): Logger {
  mkdirSync(logsDir, { recursive: true });
  const file = path.join(logsDir, `${processName}.log`);
  if (existsSync(file) && statSync(file).size > MAX_LOG_BYTES) renameSync(file, `${file}.1`);
  const logFile = pino.destination({ dest: file, sync: true });
  // A full disk must not end the process whose log it is; the terminal still tells.
  logFile.on('error', () => undefined);
  return pino(
    { base: null, level },
    pino.multistream([
      { level: 'debug', stream: logFile },
      { level: 'debug', stream: readableStream(process.stdout) },
    ]),
  );
}

/**
 * Turns a log entry into one line for people: `14:03:07 warn pm: The build failed.`
 *
 * @param line - One entry as JSON.
 */
export function formatEntry(line: string): string {
  const { level, time, region, msg } = EntrySchema.parse(JSON.parse(line));
  const clock = new Date(time).toTimeString().slice(0, 8);
  const label = level >= 50 ? 'error ' : level >= 40 ? 'warn ' : '';
  return `${clock} ${label}${region === undefined ? '' : `${region}: `}${msg}`;
}

function readableStream(target: NodeJS.WritableStream): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      for (const line of chunk.toString().split('\n')) {
        if (line !== '') target.write(`${formatEntry(line)}\n`);
      }
      done();
    },
  });
}
