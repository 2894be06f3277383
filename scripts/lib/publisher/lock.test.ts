import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LockError, takeLock } from './lock.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'portal-lock-'));
  file = path.join(folder, 'deep/publisher.lock');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const writeOwner = (owner: object) => {
  takeLock(file)();
  writeFileSync(file, JSON.stringify(owner));
};

describe('the lock of a data folder', () => {
  it('is held once, and free again afterwards', () => {
    const release = takeLock(file);
    expect(() => takeLock(file)).toThrow(LockError);
    release();
    expect(existsSync(file)).toBe(false);
    takeLock(file)();
  });

  it('is not held by a process that is dead', () => {
    writeOwner({ pid: 2 ** 22 + 1, host: hostname(), startedAt: '1' });
    takeLock(file)();
  });

  it('is not held by a later process with the same number', () => {
    writeOwner({ pid: process.pid, host: hostname(), startedAt: '1' });
    takeLock(file)();
  });

  it('is not held by rubbish', () => {
    takeLock(file)();
    writeFileSync(file, '{"pid":');
    takeLock(file)();
  });

  it('is held by another computer for as long as it gives signs of life', () => {
    writeOwner({ pid: 1, host: 'another-computer', startedAt: '1' });
    expect(() => takeLock(file)).toThrow(LockError);
    const twoMinutesAgo = new Date(Date.now() - 120_000);
    utimesSync(file, twoMinutesAgo, twoMinutesAgo);
    takeLock(file)();
  });
});
