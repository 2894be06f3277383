import { describe, expect, it } from 'vitest';
import { openPlace, problemsOfPublishedPage } from './page-rules';

const paragraph = (...texts: string[]) => ({
  type: 'paragraph',
  children: texts.map((text) => ({ type: 'text', text })),
});

describe('a page that goes public', () => {
  it('is refused while a place of its template is open, and the message names the place', () => {
    const [problem, ...others] = problemsOfPublishedPage([
      paragraph('Fertig.'),
      paragraph(`Vertreten durch ${openPlace('Namen')}`),
    ]);
    expect(problem?.path).toEqual(['body']);
    expect(problem?.message).toContain('„[Bitte ergänzen: Namen]“');
    expect(others).toEqual([]);
  });

  it('is refused even if the place is split by formatting, inside a list', () => {
    const item = { type: 'list-item', children: paragraph('[Bitte er', 'gänzen: Datum]').children };
    expect(problemsOfPublishedPage([{ type: 'list', children: [item] }])).toHaveLength(1);
  });

  it('may have other brackets, or no text at all', () => {
    expect(problemsOfPublishedPage([paragraph('Satzung [PDF], bitte ergänzen Sie uns.')])).toEqual(
      [],
    );
    expect(problemsOfPublishedPage(null)).toEqual([]);
  });
});
