import { describe, expect, it } from 'vitest';
import { describeError, describeErrorForEditors, PortalError } from './errors.ts';

describe('errors', () => {
  it('tell message, cause and mend in one line for the terminal', () => {
    const error = new PortalError('The CMS is not reachable', {
      hint: 'Start the CMS.',
      cause: new Error('fetch failed', { cause: new Error('connect ECONNREFUSED') }),
    });
    expect(describeError(error)).toBe(
      'The CMS is not reachable: fetch failed: connect ECONNREFUSED Start the CMS.',
    );
    expect(describeError('plain text')).toBe('plain text');
  });

  it('tell editors in German what to do, also when the cause knows it', () => {
    const full = Object.assign(new Error('write failed'), { code: 'ENOSPC' });
    const wrapped = new PortalError('The release could not be written', { hint: '', cause: full });
    expect(describeErrorForEditors(wrapped)).toContain('kein Speicherplatz mehr frei');
    const known = new PortalError('x', { hint: '', forEditors: 'Bitte warten.', cause: full });
    expect(describeErrorForEditors(known)).toBe('Bitte warten.');
    expect(describeErrorForEditors(new Error('boom'))).toMatch(/unerwarteter Fehler.*boom/);
  });
});
