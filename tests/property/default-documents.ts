import {
  AUDIENCES,
  CONDITIONS,
  LISTING_STATUSES,
  MODES,
  ORGANISATION_KINDS,
  type Category,
  type Listing,
  type Municipality,
  type Organisation,
  type Page,
  type Region,
  type SuccessStory,
} from '@portal/site/contract';
import { blocks, picture } from './edit-values.ts';
import { addDays, numbered, type EditedType } from './region-model.ts';

/** Categories of the first level; each of the others lies below one of them. */
export const TOP_CATEGORIES = numbered('c', 3);

type Document<T extends EditedType> = {
  listing: Listing;
  organisation: Organisation;
  'success-story': SuccessStory;
  page: Page;
  category: Category;
  municipality: Municipality;
  region: Region;
}[T];

type Makers = { [T in EditedType]: (id: string, index: number, day: string) => Document<T> };

/**
 * A document as it is before anyone edits it; the number in its id makes each a little different.
 *
 * @param day - Today, `YYYY-MM-DD`.
 */
export function defaultDocument(
  type: EditedType,
  id: string,
  day: string,
): Document<EditedType> & Record<string, unknown> {
  return { ...MAKERS[type](id, Number(/\d+$/.exec(id)?.[0] ?? 0), day) };
}

const MAKERS: Makers = {
  region: (id) => ({
    type: 'region',
    documentId: id,
    slug: id,
    name: 'Potsdam-Mittelmark',
    shortName: 'PM',
    tagline: { de: 'Gemeinsam mehr nutzen', en: null },
    introduction: null,
    searchWords: [],
    federalState: 'BB',
    operator: {
      ...{ name: 'Betreiber', place: 'Teltow', street: null, postalCode: null, phone: null },
      ...{ email: 'redaktion@pm.example', website: null },
    },
    brand: { primary: '#00594f', accent: '#f2a900', logo: null, cover: null },
    center: { latitude: 52, longitude: 12.5 },
    neighbours: [],
    partners: [],
  }),
  municipality: (id, index) => ({
    type: 'municipality',
    documentId: id,
    slug: id,
    name: `Ort ${id}`,
    postalCodes: [],
    latitude: 52,
    longitude: 12 + index * index * 0.1,
  }),
  category: (id, index) => {
    const parent = TOP_CATEGORIES.includes(id) ? null : at(TOP_CATEGORIES, index);
    return {
      type: 'category',
      documentId: id,
      slug: id,
      key: parent === null ? `k${id}` : `k${parent}/${id}`,
      name: { de: `Kategorie ${id}`, en: null },
      description: null,
      parent,
      position: index,
    };
  },
  page: (id, _, day) => ({
    type: 'page',
    documentId: id,
    slug: id,
    title: `Seite ${id}`,
    summary: null,
    body: blocks('Text der Seite'),
    updatedOn: day,
  }),
  organisation: (id, index) => ({
    type: 'organisation',
    documentId: id,
    slug: id,
    name: `Organisation ${id}`,
    kind: at(ORGANISATION_KINDS, index),
    sector: null,
    description: 'Beschreibung',
    municipality: at(numbered('m', 4), index),
    website: null,
    employees: null,
    logo: index === 1 ? picture(0) : null,
  }),
  listing: (id, index, day) => ({
    type: 'listing',
    documentId: id,
    slug: id,
    kind: index % 3 === 2 ? 'request' : 'offer',
    mode: at(MODES, index % 3),
    category: at(numbered('c', 9).slice(3), index % 4),
    title: `Titel ${id}`,
    description: 'Beschreibung',
    organisation: at(numbered('o', 6), index),
    municipality: at(numbered('m', 4), index % 3),
    place: 'on-site',
    quantity: null,
    condition: at(CONDITIONS, index),
    dimensions: null,
    weightKg: null,
    price: { kind: 'free', amount: null, unit: null, amountNonprofit: null },
    availableFrom: null,
    availableUntil: null,
    endsOn: addDays(day, 2 + index * 3),
    publishedOn: addDays(day, -(index % 7)),
    audiences: AUDIENCES.slice(index % 4),
    status: at(LISTING_STATUSES, index % 7 === 6 ? 1 : 0),
    tags: index % 2 === 0 ? ['Leihe'] : [],
    images: index === 2 ? [picture(1)] : [],
  }),
  'success-story': (id, index, day) => ({
    type: 'success-story',
    documentId: id,
    slug: id,
    title: `Geschichte ${id}`,
    teaser: 'Teaser',
    body: blocks('Text der Geschichte'),
    quote: null,
    givers: [at(numbered('o', 6), index)],
    receivers: [at(numbered('o', 6), index + 1)],
    listings: [at(numbered('l', 9), index)],
    municipality: at(numbered('m', 4), index),
    impact: [],
    cover: null,
    publishedOn: addDays(day, -(index % 3)),
  }),
};

function at<T>(items: readonly T[], index: number): T {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('There is nothing to choose from.');
  return item;
}
