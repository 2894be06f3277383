import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPortal } from '../support/portal.ts';

const ROOT = path.join(import.meta.dirname, '../..');

/**
 * Seconds from `npm start` to `ready`: on an empty data folder with no admin panel built, and again
 * on what the first start left.
 */
export async function benchStart(): Promise<object> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'portal-bench-'));
  rmSync(path.join(ROOT, 'cms/dist'), { recursive: true, force: true });
  try {
    const first = await startPortal(dataDir);
    await first.stop();
    const second = await startPortal(dataDir);
    await second.stop();
    return {
      firstStartSeconds: Number(first.startSeconds.toFixed(1)),
      secondStartSeconds: Number(second.startSeconds.toFixed(1)),
    };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}
