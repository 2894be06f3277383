/** Longest slug in characters, without the number that makes it unique. */
export const MAX_SLUG_LENGTH = 80;

const SLUG_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Letters that people expect to be spelled out, not stripped of their dots. */
const SPELLED_OUT: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  ø: 'oe',
  œ: 'oe',
  ł: 'l',
};

/** Whether a text can be part of an address: lower-case ASCII words joined by hyphens. */
export function isSlug(text: string): boolean {
  return SLUG_PATTERN.test(text);
}

/**
 * Turns a title into part of an address: `Kühl-Anhänger für 3 t` becomes `kuehl-anhaenger-fuer-3-t`.
 * A long title is cut at the end of a word.
 *
 * @param text - Name or title in German.
 * @returns At most {@link MAX_SLUG_LENGTH} characters; `eintrag` if nothing usable is left.
 */
export function slugify(text: string): string {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüßæøœł]/g, (letter) => SPELLED_OUT[letter] ?? letter)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/['’]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`;
    if (longer.length > MAX_SLUG_LENGTH) break;
    slug = longer;
  }
  if (slug === '') slug = (words[0] ?? 'eintrag').slice(0, MAX_SLUG_LENGTH);
  return slug;
}

/**
 * Slugs to try for an entry, in this order: `base`, `base-2`, `base-3` …
 *
 * @param base - What the slug should be.
 * @param first - Number of the first one, from 1.
 * @param amount - How many.
 */
export function slugCandidates(base: string, first: number, amount: number): string[] {
  return Array.from({ length: amount }, (_, index) => {
    const number = first + index;
    return number === 1 ? base : `${base}-${number}`;
  });
}
