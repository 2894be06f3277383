import { describe, expect, it } from 'vitest';
import { Progress } from './progress.ts';

async function show(isTTY: boolean, work: () => Promise<void>): Promise<string> {
  let text = '';
  const progress = new Progress({ write: (part) => (text += part), isTTY });
  await progress.step('Start the CMS', work).catch(() => undefined);
  progress.line('done');
  return text.replace(/\d+\.\d s/g, 'N s');
}

describe('the progress of a start', () => {
  it('is plain lines in a log', async () => {
    expect(await show(false, () => Promise.resolve())).toBe(
      '… Start the CMS\n✓ Start the CMS (N s)\ndone\n',
    );
  });

  it('is one line that is painted again on a terminal', async () => {
    expect(await show(true, () => Promise.resolve())).toBe(
      '\r\u001b[K✓ Start the CMS (N s)\ndone\n',
    );
  });

  it('marks the step that failed', async () => {
    expect(await show(false, () => Promise.reject(new Error('x')))).toContain('✗ Start the CMS');
  });
});
