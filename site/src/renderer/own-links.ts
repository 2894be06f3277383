import type { Block, InlineNode, ListNode, PortalDocument } from '../contract/index.ts';
import { internalTarget } from '../lib/html-links.ts';
import { safeHref } from '../lib/safe-href.ts';

/**
 * Where the text of an entry links to on its own site, in contrast to what a template adds.
 *
 * @param address - Of the entry's page.
 * @returns Paths from the root of the site.
 */
export function ownLinks(entry: PortalDocument, address: string): string[] {
  if (entry.type !== 'success-story' && entry.type !== 'page') return [];
  const page = new URL(address);
  return entry.body
    .flatMap(nodesOf)
    .flatMap((node) => (node.type === 'link' ? (safeHref(node.url) ?? []) : []))
    .flatMap((href) => internalTarget(href, page) ?? []);
}

function nodesOf(block: Block | ListNode['children'][number]): InlineNode[] {
  return block.type === 'list' ? block.children.flatMap(nodesOf) : block.children;
}
