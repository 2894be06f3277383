import type { Block } from '../contract/index.ts';
import { plainText } from './search-text.ts';

const TAGS = ['h2', 'h3', 'h4'] as const;
type HeadingTag = (typeof TAGS)[number];

/**
 * The element of each heading, at the index of its block. The page's title is `h1`, so a text begins
 * at `h2`; no level is skipped, whatever levels its editor chose.
 */
export function headingTags(blocks: readonly Block[]): (HeadingTag | null)[] {
  const open: number[] = [];
  return blocks.map((block) => {
    if (block.type !== 'heading' || isEmptyBlock(block)) return null;
    while ((open.at(-1) ?? 0) >= block.level) open.pop();
    open.push(block.level);
    return TAGS[Math.min(open.length, TAGS.length) - 1] ?? 'h2';
  });
}

/** Whether a block shows nothing, such as the empty line that an editor left at the end. */
export function isEmptyBlock(block: Block): boolean {
  return plainText([block]).trim() === '';
}
