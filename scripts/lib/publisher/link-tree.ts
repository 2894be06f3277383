import { linkSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

interface Trees {
  source: string;
  target: string;
}

/**
 * Makes a folder with the same files as another, by hard links. The work is done in a thread of its
 * own, because a large site has hundreds of thousands of files.
 *
 * @param source - Folder to copy.
 * @param target - Must not exist yet.
 * @throws Error of the operating system.
 */
export function linkTree(source: string, target: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), {
      workerData: { source, target } satisfies Trees,
    });
    worker.once('message', () => {
      resolve();
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      reject(new Error(`Linking ${source} ended with code ${code}.`));
    });
  });
}

function linkFolder(source: string, target: string): void {
  mkdirSync(target);
  for (const entry of readdirSync(source, { withFileTypes: true })) {
    const from = path.join(source, entry.name);
    const to = path.join(target, entry.name);
    if (entry.isDirectory()) linkFolder(from, to);
    else linkSync(from, to);
  }
}

if (!isMainThread && parentPort !== null) {
  const { source, target } = workerData as Trees;
  linkFolder(source, target);
  parentPort.postMessage('done');
}
