import { describe, expect, it } from 'vitest';
import { fnv1a } from './hash.ts';
import { cutList, pagesOf as pagesOfCut, type Cut, type ListPage } from './paginate.ts';

const keys = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => `entry-${from + count - 1 - index}`);
const LENGTHS = { min: 18, average: 30, max: 48 };
const keyOf = (key: string) => key;
const cut = (list: readonly string[], before: Cut<string> | null = null) =>
  cutList(list, keyOf, LENGTHS, before);
const pagesOf = (list: readonly string[]) => pagesOfCut(cut(list), keyOf, LENGTHS);
const texts = (pages: ListPage<string>[]) => new Set(pages.map((page) => JSON.stringify(page)));

describe('a list that is cut into pages', () => {
  it('makes one page of nothing, and one of a few', () => {
    expect(pagesOf([])).toEqual([
      { items: [], boundary: null, older: undefined, newer: undefined },
    ]);
    expect(pagesOf(keys(20))).toHaveLength(1);
  });

  it('holds every entry once, in order, on pages of a bearable length', () => {
    const list = keys(1000);
    const pages = pagesOf(list);
    expect(pages.flatMap((page) => page.items)).toEqual(list);
    const lengths = pages.map((page) => page.items.length);
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(18);
    expect(Math.max(...lengths.slice(1))).toBeLessThanOrEqual(48);
    expect(1000 / pages.length).toBeGreaterThan(22);
    expect(1000 / pages.length).toBeLessThan(38);
  });

  it('links every page to its neighbours', () => {
    const pages = pagesOf(keys(500));
    expect(pages[0]).toMatchObject({ boundary: null, newer: undefined });
    expect(pages[1]?.newer).toBeNull();
    expect(pages.at(-1)?.older).toBeUndefined();
    for (const [index, page] of pages.entries()) {
      expect(page.older).toBe(pages[index + 1]?.boundary ?? undefined);
      expect(page.boundary).toBe(index === 0 ? null : page.items[0]);
    }
  });

  it('changes the front page for a new entry, and two more only when a page splits off', () => {
    const changes = keys(100).map((_, index) => {
      const before = texts(pagesOf(keys(300 + index)));
      return [...texts(pagesOf(keys(301 + index)))].filter((page) => !before.has(page)).length;
    });
    expect(Math.max(...changes)).toBeLessThanOrEqual(3);
    expect(changes.filter((count) => count === 1).length).toBeGreaterThan(90);
  });

  it('changes few pages on average when an entry in the middle leaves', () => {
    const list = keys(900);
    const before = texts(pagesOf(list));
    const changes = list.map((leaving) => {
      const after = pagesOf(list.filter((key) => key !== leaving));
      return [...texts(after)].filter((page) => !before.has(page)).length;
    });
    const average = changes.reduce((sum, count) => sum + count, 0) / changes.length;
    expect(average).toBeLessThan(4);
  });

  it('is cut after a change as one that is cut anew, whatever comes and goes', () => {
    let draws = 0;
    const random = () => fnv1a(`draw ${(draws += 1)}`) / 2 ** 32;
    let list = keys(600);
    let kept = cut(list);
    for (let round = 0; round < 400; round += 1) {
      const at = Math.floor(random() * (list.length + 1));
      const leaving = Math.floor(random() * (round % 50 === 0 ? 300 : 3));
      const coming = Array.from(
        { length: Math.floor(random() * 4) },
        (_, n) => `new-${round}-${n}`,
      );
      list = list.toSpliced(at, leaving, ...coming);
      if (round % 97 === 0) list = list.toReversed();
      kept = cut(list, kept);
      expect(kept).toEqual(cut(list));
    }
  });

  it('takes over all chunks but the one that a change touches', () => {
    const list = keys(2_000);
    const before = cut(list);
    const after = cut(list.with(1_000, 'another'), before);
    const taken = after.chunks.filter((chunk) => before.chunks.includes(chunk));
    expect(taken.length).toBeGreaterThanOrEqual(before.chunks.length - 3);
  });
});
