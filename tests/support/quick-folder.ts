import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Memory as a file system, where there is one: hundreds of restarts need not wait for a disk. */
const IN_MEMORY = '/dev/shm';

/** Makes a folder that nobody else uses, in memory if that is possible. */
export function makeQuickFolder(): { dataDir: string; remove: () => void } {
  const dataDir = mkdtempSync(path.join(canWrite(IN_MEMORY) ? IN_MEMORY : tmpdir(), 'portal-'));
  return {
    dataDir,
    remove: () => {
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

function canWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
