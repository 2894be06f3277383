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
 * The first of `base`, `base-2`, `base-3` … that nobody uses yet.
 *
 * @param base - What the slug should be.
 * @param taken - Slugs of the same type in the same region.
 */
export function uniqueSlug(base: string, taken: ReadonlySet<string>): string {
  if (!taken.has(base)) return base;
  let number = 2;
  while (taken.has(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}
