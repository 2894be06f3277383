import { readdirSync, readFileSync } from 'node:fs';

/** What the system says of one process of the portal. */
export interface ProcessFigures {
  /** `cms`, `publisher`, `gateway` or `renderer` with its region. */
  name: string;
  /** Most memory that it ever had. */
  peakMemoryMib: number;
  /** Bytes that it has written to the disk since its start. */
  bytesWritten: number;
}

/** The processes of the portal that works on a data folder. Linux only; elsewhere none are found. */
export function portalProcesses(dataDir: string): ProcessFigures[] {
  let pids: string[];
  try {
    pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
  return pids.flatMap((pid) => {
    try {
      const environment = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
      const isOurs = environment.some(
        (entry) => entry === `DATA_DIR=${dataDir}` || entry === `MEDIA_DIR=${dataDir}/media`,
      );
      const name = isOurs
        ? nameOf(readFileSync(`/proc/${pid}/cmdline`, 'utf8'), environment)
        : null;
      return name === null ? [] : { name, ...figuresOf(pid) };
    } catch {
      // It has just ended.
      return [];
    }
  });
}

function nameOf(command: string, environment: readonly string[]): string | null {
  if (command.includes('scripts/publisher.ts')) return 'publisher';
  if (command.includes('scripts/gateway.ts')) return 'gateway';
  if (command.includes('server/entry.mjs')) {
    const region = environment.find((entry) => entry.startsWith('REGION='));
    return `renderer ${region?.slice('REGION='.length) ?? ''}`;
  }
  return command.includes('strapi') ? 'cms' : null;
}

function figuresOf(pid: string): Omit<ProcessFigures, 'name'> {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const io = readFileSync(`/proc/${pid}/io`, 'utf8');
  return {
    peakMemoryMib: Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024),
    bytesWritten: Number(/^write_bytes: (\d+)/m.exec(io)?.[1] ?? 0),
  };
}
