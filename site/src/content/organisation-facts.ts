import type { Organisation } from '../contract/index.ts';
import { de } from '../i18n/de.ts';
import { texts } from '../i18n/texts.ts';
import { formatNumber } from '../lib/numbers.ts';
import { placePath } from '../lib/paths.ts';
import type { Content } from './content.ts';
import type { Fact } from './listing-facts.ts';

/** What is known of an organisation, as visitors read it. */
export function organisationFacts(content: Content, organisation: Organisation): Fact[] {
  const { label } = texts.organisations;
  const { kind, sector, employees, website } = organisation;
  const municipality = content.places.get(organisation.municipality);
  return [
    { label: label.kind, value: de.organisationKinds[kind] },
    ...(sector === null ? [] : [{ label: label.sector, value: sector }]),
    { label: label.place, value: municipality.name, href: placePath(municipality) },
    ...(employees === null ? [] : [{ label: label.employees, value: formatNumber(employees) }]),
    ...(website === null
      ? []
      : [{ label: label.website, value: new URL(website).hostname, href: website }]),
  ];
}
