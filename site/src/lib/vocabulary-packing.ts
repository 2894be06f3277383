import { toCharacter, toNumber } from './search-characters.ts';
import type { VocabularyFile } from './search-vocabulary.ts';

/**
 * The vocabulary as it goes over the wire, three fifths of what it would take as it is. Words are
 * parted by spaces; of each only what differs from another is written.
 */
export interface PackedVocabulary {
  total: number;
  /** Sorted names, each as the length of what it shares with the one before, and the rest. */
  names: string;
  /** A character for each name. */
  counts: string;
  /** `1` for each name that is one of a title, tag or synonym, else `0`. */
  named: string;
  /** For each name its form, as the length of what both share, and the rest. */
  forms: string;
  places: string[];
}

/** Packs a vocabulary; its terms are sorted. */
export function packVocabulary({ total, terms, places }: VocabularyFile): PackedVocabulary {
  let before = '';
  const names = terms.map(([name]) => {
    const shared = sharedLength(name, before);
    before = name;
    return toCharacter(shared) + name.slice(shared);
  });
  const forms = terms.map(([name, , , form]) => {
    if (form === '') return '';
    const small = form.charAt(0).toLowerCase() + form.slice(1);
    const shared = sharedLength(small, name);
    return toCharacter(2 * shared + (small === form ? 0 : 1)) + small.slice(shared);
  });
  return {
    total,
    names: names.join(' '),
    counts: terms.map(([, count]) => toCharacter(count)).join(''),
    named: terms.map(([, , isNamed]) => isNamed).join(''),
    forms: forms.join(' '),
    places,
  };
}

/** Unpacks a vocabulary. */
export function unpackVocabulary(packed: PackedVocabulary): VocabularyFile {
  const { total, counts, named, places } = packed;
  if (counts === '') return { total, terms: [], places };
  const forms = packed.forms.split(' ');
  let name = '';
  const terms = packed.names.split(' ').map((text, index): VocabularyFile['terms'][number] => {
    name = name.slice(0, toNumber(text)) + text.slice(1);
    const count = toNumber(counts.charAt(index));
    return [name, count, named.charAt(index) === '1' ? 1 : 0, toForm(forms[index] ?? '', name)];
  });
  return { total, terms, places };
}

function toForm(text: string, name: string): string {
  if (text === '') return '';
  const number = toNumber(text);
  const small = name.slice(0, Math.floor(number / 2)) + text.slice(1);
  return number % 2 === 0 ? small : small.charAt(0).toUpperCase() + small.slice(1);
}

function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}
