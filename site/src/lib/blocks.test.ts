import { describe, expect, it } from 'vitest';
import type { Block } from '../contract/index.ts';
import { headingTags, isEmptyBlock } from './blocks.ts';

const heading = (level: number, text = 'Titel'): Block => ({
  type: 'heading',
  level,
  children: [{ type: 'text', text }],
});
const paragraph = (text: string): Block => ({
  type: 'paragraph',
  children: [{ type: 'text', text }],
});

describe('headingTags', () => {
  it('begins at h2 and skips no level, whatever the editor chose', () => {
    const levels = (...values: number[]) => headingTags(values.map((level) => heading(level)));
    expect(levels(1, 2, 1)).toEqual(['h2', 'h3', 'h2']);
    expect(levels(3, 5, 6, 6, 3)).toEqual(['h2', 'h3', 'h4', 'h4', 'h2']);
    expect(levels(2, 4, 3)).toEqual(['h2', 'h3', 'h3']);
    expect(levels(1, 2, 3, 4)).toEqual(['h2', 'h3', 'h4', 'h4']);
  });

  it('leaves other blocks and empty headings alone', () => {
    expect(headingTags([paragraph('Text'), heading(2, ' '), heading(3)])).toEqual([
      null,
      null,
      'h2',
    ]);
  });
});

it('tells an empty block from one with words', () => {
  expect(isEmptyBlock(paragraph(' \n'))).toBe(true);
  expect(isEmptyBlock(paragraph('Text'))).toBe(false);
  expect(isEmptyBlock({ type: 'list', format: 'unordered', children: [] })).toBe(true);
});
