import type { Coordinates } from './distance.ts';
import { foldWord, wordsOf } from './german/fold.ts';

/** Radii that visitors can choose, in kilometres. */
export const RADII_KM = [5, 10, 25, 50] as const;
export type RadiusKm = (typeof RADII_KM)[number];

/** A municipality that visitors can name. */
export interface SearchPlace extends Coordinates {
  slug: string;
  name: string;
  postalCodes: readonly string[];
}

/** Where distances are counted from. */
export interface SearchOrigin extends Coordinates {
  /** A municipality's slug or a postal code; what the address says. */
  value: string;
  /** `Teltow`, or `14513 Teltow`. */
  label: string;
}

const POSTAL_CODE = /(?<!\d)\d{5}(?!\d)/;
const SHORTEST_BEGINNING = 3;

/**
 * The place that a visitor means: by its postal code, slug or name, however umlauts are typed, or by
 * the beginning of its name if no other has it.
 *
 * `findOrigin('werder', places) // => { value: 'werder-havel', label: 'Werder (Havel)', … }`
 *
 * @returns Null if there is no such place.
 */
export function findOrigin(typed: string, places: readonly SearchPlace[]): SearchOrigin | null {
  const code = POSTAL_CODE.exec(typed)?.[0];
  if (code !== undefined) return originOfCode(code, places);
  const wanted = foldName(typed);
  if (wanted === '') return null;
  const exact = places.find(({ slug, name }) => slug === typed || foldName(name) === wanted);
  if (exact !== undefined) return originOf(exact);
  if (wanted.length < SHORTEST_BEGINNING) return null;
  const [first, ...others] = places.filter(({ name }) => foldName(name).startsWith(wanted));
  return first === undefined || others.length > 0 ? null : originOf(first);
}

/** A municipality as an origin. */
function originOf({ slug, name, latitude, longitude }: SearchPlace): SearchOrigin {
  return { value: slug, label: name, latitude, longitude };
}

/** Several municipalities may share a postal code: then the middle of them will do. */
function originOfCode(code: string, places: readonly SearchPlace[]): SearchOrigin | null {
  const sharing = places.filter(({ postalCodes }) => postalCodes.includes(code));
  const [first] = sharing;
  if (first === undefined) return null;
  const mean = (numbers: number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  return {
    value: code,
    label: sharing.length === 1 ? `${code} ${first.name}` : code,
    latitude: mean(sharing.map(({ latitude }) => latitude)),
    longitude: mean(sharing.map(({ longitude }) => longitude)),
  };
}

function foldName(name: string): string {
  return wordsOf(name)
    .map(({ text }) => foldWord(text))
    .join(' ');
}
