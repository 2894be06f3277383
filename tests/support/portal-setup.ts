import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startPortal, type RunningPortal } from './portal.ts';

declare module 'vitest' {
  interface ProvidedContext {
    portal: RunningPortal;
  }
}

/** Starts one portal on demo content for all journeys, and removes it afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'portal-e2e-'));
  const { stop, startSeconds, ...portal } = await startPortal(dataDir);
  console.log(`The portal was ready after ${Math.round(startSeconds)} s.`);
  project.provide('portal', portal);
  return async () => {
    await stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
