import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLogger, formatEntry } from './logger.ts';

describe('the log', () => {
  it('is one readable line for people', () => {
    const time = new Date(2026, 10, 24, 14, 3, 7).getTime();
    const line = (entry: object) => formatEntry(JSON.stringify({ time, level: 30, ...entry }));
    expect(line({ msg: 'all well' })).toBe('14:03:07 all well');
    expect(line({ level: 40, region: 'pm', msg: 'hm' })).toBe('14:03:07 warn pm: hm');
    expect(line({ level: 50, msg: 'oh' })).toBe('14:03:07 error oh');
  });

  it('is one line of JSON in the file', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'portal-log-'));
    const logger = createLogger('publisher', path.join(folder, 'logs'), 'fatal');
    logger.fatal({ region: 'pm' }, 'ended');
    const entry = JSON.parse(
      readFileSync(path.join(folder, 'logs/publisher.log'), 'utf8'),
    ) as object;
    expect(entry).toMatchObject({ region: 'pm', msg: 'ended' });
    rmSync(folder, { recursive: true });
  });
});
