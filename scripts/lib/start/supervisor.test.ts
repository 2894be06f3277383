import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PortalError } from '../errors.ts';
import { Supervisor, type SupervisorOptions } from './supervisor.ts';

let folder: string;
let supervisor: Supervisor;
let lines: string[];
let crashes: string[];
let givenUp: PortalError[];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'portal-supervisor-'));
  lines = [];
  crashes = [];
  givenUp = [];
});
afterEach(async () => {
  await supervisor.stop();
  rmSync(folder, { recursive: true });
});

function run(
  script: string,
  options: Partial<SupervisorOptions> = {},
  { isOptional = false } = {},
): void {
  const file = path.join(folder, 'child.mjs');
  writeFileSync(file, script);
  supervisor = new Supervisor({
    onLine: (_name, line) => lines.push(line),
    onCrash: (message) => crashes.push(message),
    onGiveUp: (error) => givenUp.push(error),
    firstPauseMs: 10,
    killAfterMs: 500,
    ...options,
  });
  supervisor.start({
    name: 'publisher',
    args: [file],
    cwd: folder,
    env: process.env,
    logFile: path.join(folder, 'logs/child.log'),
    isOptional,
  });
}

const RUN_FOREVER = `console.log('pid ' + process.pid); setInterval(() => {}, 1000);`;
const pids = () =>
  lines.flatMap((line) => (line.startsWith('pid ') ? [Number(line.slice(4))] : []));
const isAlive = (pid = -1) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

describe('a process of the portal', () => {
  it('is started again when it crashes, and its last lines are told', async () => {
    run(
      `import { existsSync, writeFileSync } from 'node:fs';
       if (!existsSync('once')) { writeFileSync('once', ''); console.error('boom'); process.exit(7); }
       ${RUN_FOREVER}`,
    );
    await vi.waitFor(() => {
      expect(pids()).toHaveLength(1);
    }, 5_000);
    expect(crashes).toHaveLength(1);
    expect(crashes[0]).toMatch(/The publisher ended \(exit code 7\).*\n\s+boom/);
    expect(readFileSync(path.join(folder, 'logs/child.log'), 'utf8')).toContain('boom');
  });

  it('that it can do without is told of once, and ends nothing', async () => {
    run(`console.error('boom'); process.exit(7);`, { maxQuickCrashes: 2 }, { isOptional: true });
    await vi.waitFor(() => {
      expect(crashes).toHaveLength(1);
    }, 5_000);
    expect(crashes[0]).toMatch(/The publisher does not run .* goes on without it.*\n\s+boom/);
    expect(givenUp).toEqual([]);
  });

  it('is started again when somebody kills it', async () => {
    run(RUN_FOREVER);
    await vi.waitFor(() => {
      expect(pids()).toHaveLength(1);
    }, 5_000);
    process.kill(pids()[0] ?? -1, 'SIGKILL');
    await vi.waitFor(() => {
      expect(pids()).toHaveLength(2);
    }, 5_000);
    expect(crashes[0]).toContain('signal SIGKILL');
  });

  it('that crashes again and again is given up', async () => {
    run(`console.error('always'); process.exit(1);`, { maxQuickCrashes: 3 });
    await vi.waitFor(() => {
      expect(givenUp).toHaveLength(1);
    }, 10_000);
    expect(crashes).toHaveLength(2);
    expect(givenUp[0]?.message).toMatch(/The publisher ended 3 times soon after its start/);
    expect(givenUp[0]?.message).toContain('always');
  });

  it('ends with all others, and is killed when it does not listen', async () => {
    run(`process.on('SIGTERM', () => {}); ${RUN_FOREVER}`);
    await vi.waitFor(() => {
      expect(pids()).toHaveLength(1);
    }, 5_000);
    await supervisor.stop();
    expect(isAlive(pids()[0])).toBe(false);
    expect(crashes).toEqual([]);
  });
});
