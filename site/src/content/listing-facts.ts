import { AUDIENCES, type Listing } from '../contract/index.ts';
import { categoryName, de } from '../i18n/de.ts';
import { texts } from '../i18n/texts.ts';
import { formatAvailability, formatDay } from '../lib/dates.ts';
import { formatNumber } from '../lib/numbers.ts';
import { placePath } from '../lib/paths.ts';
import { formatNonprofitPrice, formatPrice } from '../lib/price.ts';
import type { Content } from './content.ts';
import { listPath } from './list-views.ts';

/** A line of a table of facts. */
export interface Fact {
  label: string;
  value: string;
  href?: string;
}

const { label } = texts.listing;

/** Everything that is known of a listing, as visitors read it. */
export function listingFacts(content: Content, listing: Listing): Fact[] {
  const { kind } = listing;
  const category = content.categories.get(listing.category);
  const municipality = content.places.get(listing.municipality);
  const places = kind === 'offer' ? de.places : de.requestPlaces;
  const facts: (Fact | null)[] = [
    {
      label: label.kind,
      value: `${de.kinds[kind].label}: ${de.modes[listing.mode].label}`,
      href: listPath(kind, { type: 'mode', mode: listing.mode }),
    },
    {
      label: label.category,
      value: categoryName(category),
      href: listPath(kind, { type: 'category', category }),
    },
    { label: kind === 'offer' ? label.price : label.budget, value: formatPrice(listing.price) },
    factOf(label.nonprofitPrice, formatNonprofitPrice(listing.price)),
    { label: label.audience, value: audienceWords(listing.audiences) },
    {
      label: kind === 'offer' ? label.available : label.needed,
      value: formatAvailability(listing.availableFrom, listing.availableUntil),
    },
    { label: label.municipality, value: municipality.name, href: placePath(municipality) },
    { label: label.place, value: places[listing.place] },
    factOf(label.quantity, listing.quantity),
    factOf(label.condition, listing.condition && de.conditions[listing.condition]),
    factOf(label.dimensions, listing.dimensions),
    factOf(label.weight, listing.weightKg === null ? null : `${formatNumber(listing.weightKg)} kg`),
    { label: label.published, value: formatDay(listing.publishedOn) },
    { label: label.ends, value: formatDay(listing.endsOn) },
  ];
  return facts.filter((fact) => fact !== null);
}

/** Whom a listing is for; all audiences together are everybody. */
export function audienceWords(audiences: Listing['audiences']): string {
  if (AUDIENCES.every((audience) => audiences.includes(audience))) return texts.listing.everybody;
  return audiences.map((audience) => de.audiences[audience].label).join(', ');
}

function factOf(name: string, value: string | null): Fact | null {
  return value === null || value === '' ? null : { label: name, value };
}
