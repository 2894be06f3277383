import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openPlace } from '../domain/page-rules';
import { stateTexts } from './federal-states';
import { readPageTemplate, type PageText } from './markdown-page';

/** The pages without which a site does not go live, and the page about the portal. */
export const TEMPLATE_SLUGS = ['impressum', 'datenschutz', 'barrierefreiheit', 'ueber'] as const;

/** Whom the pages speak of. */
export interface PageOwner {
  /** Name of the region; empty for the umbrella site. */
  regionName: string;
  /** Abbreviation of the federal state, such as `BB`. */
  federalState: string;
  operator: {
    name: string;
    email: string;
    place: string;
    street?: string | null | undefined;
    postalCode?: string | null | undefined;
    phone?: string | null | undefined;
  };
  partners: readonly { name: string }[];
}

/** A page with the slug that the sites expect. */
export type FilledPage = PageText & { slug: string };

/**
 * The legal pages and the page about the portal for a real region. What only its operator knows is
 * marked as an open place.
 *
 * @param folder - Folder `page-templates` of the CMS.
 * @param owner - The region.
 */
export function regionPages(folder: string, owner: PageOwner): FilledPage[] {
  const { street, postalCode } = owner.operator;
  return fillPages(folder, owner, {
    demo: '',
    'operator.street': street ?? openPlace('Straße und Hausnummer'),
    'operator.postalCode': postalCode ?? openPlace('Postleitzahl'),
    representatives: openPlace(
      'vertretungsberechtigte Personen, Registergericht und Registernummer, gegebenenfalls Umsatzsteuer-Identifikationsnummer',
    ),
    responsibleEditor: openPlace('Vorname und Name'),
    dataProtectionOfficer: openPlace('Kontakt der oder des Datenschutzbeauftragten'),
    assessment: `vom ${openPlace('Datum der Prüfung')}`,
  });
}

/**
 * The same pages for the demo: complete, and marked as invented.
 *
 * @param folder - Folder `page-templates` of the CMS; its folder `umbrella` holds what differs there.
 * @param owner - Region or umbrella site.
 */
export function demoPages(folder: string, owner: PageOwner): FilledPage[] {
  return fillPages(folder, owner, {
    demo: '**Demoinhalt:**',
    'operator.street': owner.operator.street ?? '',
    'operator.postalCode': owner.operator.postalCode ?? '',
    representatives:
      'die Geschäftsführung. Im echten Betrieb stehen hier die vertretungsberechtigten Personen, das Registergericht mit Registernummer und, falls vorhanden, die Umsatzsteuer-Identifikationsnummer.',
    responsibleEditor: `die Leitung der Redaktion „${siteNameOf(owner)}“`,
    dataProtectionOfficer:
      'Im echten Betrieb stehen hier auch die Kontaktdaten der oder des Datenschutzbeauftragten.',
    assessment: 'der Redaktion',
  });
}

function fillPages(
  folder: string,
  owner: PageOwner,
  particulars: Readonly<Record<string, string>>,
): FilledPage[] {
  const { operator, regionName, federalState, partners } = owner;
  const values = {
    ...stateTexts(federalState),
    ...particulars,
    name: regionName,
    siteName: siteNameOf(owner),
    'operator.name': operator.name,
    'operator.email': operator.email,
    'operator.place': operator.place,
    'operator.phone': operator.phone ?? '',
    partners: describePartners(partners.map(({ name }) => name)),
  };
  return TEMPLATE_SLUGS.map((slug) => {
    const own = path.join(folder, 'umbrella', `${slug}.md`);
    const file = regionName === '' && existsSync(own) ? own : path.join(folder, `${slug}.md`);
    return { slug, ...readPageTemplate(readFileSync(file, 'utf8'), values) };
  });
}

function siteNameOf({ regionName }: PageOwner): string {
  return regionName === '' ? 'starkeRegion' : `starkeRegion ${regionName}`;
}

function describePartners(names: string[]): string {
  if (names.length === 0) return '';
  const list = new Intl.ListFormat('de').format(names);
  return `Als Partner ${names.length === 1 ? 'ist' : 'sind'} dabei: ${list}.`;
}
