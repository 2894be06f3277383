import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Why no small disk can be mounted here; null if it can. */
export const noSmallDisk: string | null = reasonAgainst();

/** A disk of its own, as large as a test says. */
export interface SmallDisk {
  directory: string;
  /** Leaves so many bytes free. */
  fill: (freeBytes: number) => void;
  /** Gives back what {@link SmallDisk.fill} took. */
  clear: () => void;
  /** Makes it read-only, or writable again. */
  setReadOnly: (isReadOnly: boolean) => void;
  /** Allows so many files and folders in all. */
  setInodes: (count: number) => void;
  /** Files and folders that are there. */
  usedInodes: () => number;
  remove: () => void;
}

/**
 * Mounts a disk in memory; needs the rights of root, see {@link noSmallDisk}.
 *
 * @param hasLogs - Whether the logs lie on it. They are open all the time, and would keep it from
 * becoming read-only.
 */
export function mountSmallDisk(mebibytes: number, hasLogs: boolean): SmallDisk {
  const directory = mkdtempSync(path.join(tmpdir(), 'portal-disk-'));
  const dataDir = path.join(directory, 'data');
  mkdirSync(dataDir);
  run('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', dataDir]);
  if (!hasLogs) {
    const logsDir = path.join(dataDir, 'logs');
    mkdirSync(logsDir);
    run('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', logsDir]);
  }
  const filler = path.join(dataDir, 'filler');
  const remount = (option: string) => run('mount', ['-o', `remount,${option}`, dataDir]);
  const clear = () => rmSync(filler, { force: true });
  return {
    directory: dataDir,
    fill: (freeBytes) => {
      clear();
      takeAll(filler, freeBytes);
    },
    clear,
    setReadOnly: (isReadOnly) => remount(isReadOnly ? 'ro' : 'rw'),
    setInodes: (count) => remount(`nr_inodes=${count}`),
    usedInodes: () => Number(run('df', ['--output=iused', dataDir]).split('\n')[1]),
    remove: () => {
      run('umount', ['--recursive', '--lazy', dataDir]);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Fills the disk, then shortens the file so far that the asked room is left. */
function takeAll(filler: string, freeBytes: number): void {
  const file = openSync(filler, 'w');
  let size = 0;
  try {
    for (let piece = 1 << 20; piece >= 4_096; piece /= 4) size += writeMany(file, piece);
  } finally {
    closeSync(file);
  }
  run('truncate', ['--size', String(Math.max(0, size - freeBytes)), filler]);
}

function writeMany(file: number, piece: number): number {
  const bytes = Buffer.alloc(piece);
  let size = 0;
  try {
    for (;;) size += writeSync(file, bytes);
  } catch {
    return size;
  }
}

function run(command: string, args: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${stderr}`);
  return stdout;
}

function reasonAgainst(): string | null {
  if (process.platform !== 'linux') return 'only Linux has tmpfs';
  if (process.getuid?.() !== 0) return 'only root may mount';
  const probe = mkdtempSync(path.join(tmpdir(), 'portal-probe-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', probe]);
  if (status === 0) spawnSync('umount', [probe]);
  rmSync(probe, { recursive: true, force: true });
  return status === 0 ? null : 'this machine does not allow mounts';
}
