import { describe, expect, it } from 'vitest';
import { parseSnapshot, type Snapshot } from '@portal/site/contract';
import { findCulprit, withoutDocument } from './leave-out.ts';

const snapshot = {
  listings: [
    { type: 'listing', documentId: 'abc123', title: 'Bagger' },
    { type: 'listing', documentId: 'abc1234', title: 'Kran' },
  ],
  stories: [{ type: 'success-story', documentId: 'pm-s-01', title: 'Schulmaterial' }],
  pages: [
    { type: 'page', documentId: 'p-impressum', slug: 'impressum', title: 'Impressum' },
    { type: 'page', documentId: 'p-faq', slug: 'faq', title: 'Fragen' },
  ],
} as unknown as Snapshot;

describe('the entry that a build broke on', () => {
  it('is the one that the output names, with the reason', () => {
    const output = 'building …\n[ERROR] Cannot render listing abc123 “Bagger”: boom\n  at x.ts';
    expect(findCulprit(output, snapshot)).toMatchObject({
      type: 'listing',
      documentId: 'abc123',
      title: 'Bagger',
      problems: [expect.stringContaining('boom')],
    });
    expect(findCulprit('listing:pm-s-01 failed', snapshot)?.documentId).toBe('pm-s-01');
  });

  it('stays unknown when none or several are named', () => {
    expect(findCulprit('boom', snapshot)).toBeNull();
    expect(findCulprit('abc123 abc1234', snapshot)).toBeNull();
  });

  it('is never a page that the law demands', () => {
    expect(findCulprit('page p-impressum failed', snapshot)).toBeNull();
    expect(findCulprit('page p-faq failed', snapshot)?.documentId).toBe('p-faq');
  });
});

describe('a snapshot without one entry', () => {
  it('is whole, and has everything else', () => {
    const header = {
      type: 'header',
      version: 1,
      region: 'umbrella',
      revision: 3,
      asOf: '2026-11-24',
      documents: 2,
    };
    const page = {
      type: 'page',
      slug: 'faq',
      title: 'x',
      summary: null,
      body: [],
      updatedOn: '2026-11-24',
    };
    const text = [
      header,
      { ...page, documentId: 'a' },
      { ...page, documentId: 'b', title: 'about a' },
    ]
      .map((line) => `${JSON.stringify(line)}\n`)
      .join('');
    const reduced = parseSnapshot(withoutDocument(text, 'a'));
    expect(reduced.pages.map(({ documentId }) => documentId)).toEqual(['b']);
    expect(reduced.header.revision).toBe(3);
  });
});
