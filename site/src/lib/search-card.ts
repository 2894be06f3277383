import type { SearchHit } from './search-document.ts';

/** What a card says, in its order. */
const FIELDS = Object.keys({
  id: true,
  region: true,
  url: true,
  kind: true,
  title: true,
  text: true,
  mode: true,
  status: true,
  priceWords: true,
  publishedOn: true,
  availableFrom: true,
  availableUntil: true,
  endsOn: true,
  picture: true,
  organisationName: true,
  categoryName: true,
  placeName: true,
  location: true,
} satisfies Record<keyof SearchHit, true>) as (keyof SearchHit)[];

/** Path of a document's card in the folder of its index; its content never changes. */
export function cardFile(id: string): string {
  return `fragment/${id}.pf_fragment`;
}

/** A hit as it lies on the disk, one file each: without names, because there are thousands. */
export function toCard(hit: SearchHit): unknown[] {
  return FIELDS.map((field) => hit[field]);
}

/** Reads a hit back. */
export function fromCard(card: readonly unknown[]): SearchHit {
  return Object.fromEntries(FIELDS.map((field, index) => [field, card[index]])) as SearchHit;
}
