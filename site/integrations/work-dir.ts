import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

/** Inside the project, because compiled pages look for packages in the folders above them. */
const WORK_DIRS = path.join(import.meta.dirname, '../.cache/builds');

/**
 * Gives this build a folder of its own for compiled pages. Astro puts them into `.astro` of the
 * current folder when the site goes elsewhere, where two builds at a time would overwrite each
 * other's. The folder vanishes with the process; those of killed builds go with the next one.
 *
 * All paths of the build must be absolute from here on.
 */
export function enterOwnWorkDir(): void {
  mkdirSync(WORK_DIRS, { recursive: true });
  for (const name of readdirSync(WORK_DIRS)) {
    if (!isRunning(Number(name))) rmSync(path.join(WORK_DIRS, name), FORCED);
  }
  const workDir = path.join(WORK_DIRS, String(process.pid));
  mkdirSync(workDir, { recursive: true });
  process.chdir(workDir);
  process.once('exit', () => {
    process.chdir(WORK_DIRS);
    rmSync(workDir, FORCED);
  });
}

const FORCED = { recursive: true, force: true } as const;

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    // Somebody else's process may not be signalled, but it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
