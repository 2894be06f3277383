import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { expect, it } from 'vitest';
import { lowerPriority, signalGroup, startNodeChild } from './child-process.ts';

it('lets all others go before a child, also where groups share out the time first', async () => {
  const child = startNodeChild({
    args: ['--eval', 'process.send("ready"); setInterval(() => {}, 1000)'],
    cwd: import.meta.dirname,
    env: {},
  });
  try {
    await once(child, 'message');
    const pid = child.pid ?? 0;
    lowerPriority(pid);
    expect(getPriority(pid)).toBe(15);
    const group = `/proc/${pid}/autogroup`;
    if (existsSync(group)) expect(readFileSync(group, 'utf8')).toContain('nice 15');
  } finally {
    signalGroup(child, 'SIGKILL');
  }
});

it('takes a child that has ended for no error', () => {
  expect(() => {
    lowerPriority(2 ** 30);
  }).not.toThrow();
});
