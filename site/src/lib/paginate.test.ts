import { describe, expect, it } from 'vitest';
import { paginate, type ListPage } from './paginate.ts';

const keys = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => `entry-${from + count - 1 - index}`);
const LENGTHS = { min: 18, average: 30, max: 48 };
const pagesOf = (list: string[]) => paginate(list, (key) => key, LENGTHS);
const texts = (pages: ListPage<string>[]) => new Set(pages.map((page) => JSON.stringify(page)));

describe('paginate', () => {
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
});
