import { describe, expect, it } from 'vitest';
import { filterGroup } from './filter-options.ts';
import { listPageWords } from './list-page.ts';
import { listPath } from './list-views.ts';
import { sampleContent, sampleListing } from './sample-content.ts';

const content = sampleContent({
  listings: [
    ...Array.from({ length: 120 }, (_, index) =>
      sampleListing(`offer-${index}`, {
        publishedOn: `2026-10-${String((index % 28) + 1).padStart(2, '0')}`,
        mode: index % 2 === 0 ? 'lend' : 'rent',
      }),
    ),
    sampleListing('room', { category: 'offices', municipality: 'ost', audiences: ['education'] }),
  ],
});

describe('the pages of lists', () => {
  it('have addresses that lead to themselves', () => {
    for (const param of content.lists.params('offer')) {
      const view = content.lists.view('offer', param);
      expect(listPageWords(content, view).path).toBe(
        param === undefined ? '/angebote/' : `/angebote/${param}/`,
      );
    }
  });

  it('hold every listing of their list once', () => {
    const slugs = content.lists
      .params('offer')
      .filter((param) => param === undefined || param.startsWith('seite/'))
      .flatMap((param) => content.lists.view('offer', param).page.items)
      .map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(121);
    expect(slugs).toHaveLength(121);
  });

  it('exist only for filters that something has', () => {
    const params = content.lists.params('offer');
    expect(params).toContain('kategorie/offices');
    expect(params).toContain('ort/ost');
    expect(params).toContain('fuer/bildungseinrichtungen');
    expect(params).not.toContain('kategorie/tools');
    expect(params).not.toContain('ort/mitte');
    expect(content.lists.params('request')).toEqual([undefined]);
  });

  it.each(['unsinn', 'art/unsinn', 'kategorie/unsinn', 'seite/unsinn', 'ort/ost/seite/room/x'])(
    'do not exist under %s',
    (param) => {
      expect(() => content.lists.view('offer', param)).toThrow('does not hold');
    },
  );
});

describe('filters', () => {
  const category = content.categories.get('rooms');
  const rooms = { type: 'category', category } as const;

  it('lead from all listings to the list of each value, with its count', () => {
    const { options } = filterGroup(content, 'offer', null, 'mode');
    expect(options.map(({ label, count, href }) => [label, count, href])).toEqual([
      ['Leihen', 61, '/angebote/art/leihen/'],
      ['Mieten', 60, '/angebote/art/mieten/'],
    ]);
  });

  it('lead to the search where two are combined, without empty combinations', () => {
    const { options } = filterGroup(content, 'offer', rooms, 'mode');
    expect(options).toHaveLength(1);
    expect(options[0]?.href).toBe('/suche/?art=angebote&kategorie=rooms&modus=leihen');
  });

  it('show the categories below the chosen one, and mark it', () => {
    const { options } = filterGroup(content, 'offer', rooms, 'category');
    expect(options.map(({ label, isChild, isChosen }) => [label, isChild, isChosen])).toEqual([
      ['machines', false, false],
      ['rooms', false, true],
      ['offices', true, false],
    ]);
    expect(options[0]?.href).toBe(
      listPath('offer', { type: 'category', category: content.categories.get('machines') }),
    );
  });
});
