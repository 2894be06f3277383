import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type DemoOperator } from './demo-data';
import { readPageTemplate, type PageText } from './markdown-page';

const PAGE_SLUGS = ['impressum', 'datenschutz', 'barrierefreiheit', 'ueber'] as const;

/** Whom the demo pages speak of. */
export interface PageOwner {
  /** Name of the region; empty for the umbrella site. */
  regionName: string;
  operator: DemoOperator;
  partners: readonly { name: string }[];
}

/**
 * The legal pages and the page about the portal, written out for one region or the umbrella site.
 *
 * @param folder - Folder with the templates; its folder `umbrella` holds what differs there.
 * @param owner - Region or umbrella site.
 */
export function demoPages(folder: string, owner: PageOwner): (PageText & { slug: string })[] {
  const { operator, regionName } = owner;
  const values = {
    name: regionName,
    siteName: regionName === '' ? 'starkeRegion' : `starkeRegion ${regionName}`,
    'operator.name': operator.name,
    'operator.email': operator.email,
    'operator.place': operator.place,
    'operator.street': operator.street ?? '',
    'operator.postalCode': operator.postalCode ?? '',
    'operator.phone': operator.phone ?? '',
    partners: describePartners(owner.partners.map(({ name }) => name)),
  };
  return PAGE_SLUGS.map((slug) => {
    const own = path.join(folder, 'umbrella', `${slug}.md`);
    const file = regionName === '' && existsSync(own) ? own : path.join(folder, `${slug}.md`);
    return { slug, ...readPageTemplate(readFileSync(file, 'utf8'), values) };
  });
}

function describePartners(names: string[]): string {
  if (names.length === 0) return '';
  const list = new Intl.ListFormat('de').format(names);
  return `Als Partner ${names.length === 1 ? 'ist' : 'sind'} dabei: ${list}.`;
}
