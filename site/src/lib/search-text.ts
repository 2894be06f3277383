import type { Block, InlineNode, ListNode } from '../contract/index.ts';

/** The words of rich text without its formatting; a blank line separates blocks. */
export function plainText(blocks: readonly Block[]): string {
  return blocks.map(blockText).filter(Boolean).join('\n\n');
}

function blockText(block: Block | ListNode): string {
  if (block.type === 'list') {
    return block.children
      .map((child) => (child.type === 'list' ? blockText(child) : inlineText(child.children)))
      .join('\n');
  }
  return inlineText(block.children);
}

function inlineText(nodes: readonly InlineNode[]): string {
  return nodes
    .map((node) => (node.type === 'link' ? inlineText(node.children) : node.text))
    .join('');
}
