import { isBlank, type Problem } from './problem';

/** Whom a listing can be for; the same values as in the contract. */
export const AUDIENCES: readonly string[] = [
  'companies',
  'education',
  'public',
  'associations',
  'nonprofits',
];

const MAX_TAGS = 20;
const MAX_TAG_LENGTH = 40;

/** Audiences are stored as JSON, so the database does not check them. */
export function problemsOfAudiences(value: unknown): Problem[] {
  if (isBlank(value)) return [];
  const isGood =
    isListOfTexts(value) &&
    value.length > 0 &&
    value.every((audience) => AUDIENCES.includes(audience)) &&
    new Set(value).size === value.length;
  if (isGood) return [];
  const message =
    'Bitte wählen Sie mindestens eine Zielgruppe aus der Liste aus, jede höchstens einmal.';
  return [{ path: ['audiences'], message }];
}

/** Search words of a listing: short texts without repetition. */
export function problemsOfTags(value: unknown): Problem[] {
  if (isBlank(value)) return [];
  const isGood =
    isListOfTexts(value) &&
    value.length <= MAX_TAGS &&
    value.every((tag) => tag.trim() !== '' && tag.length <= MAX_TAG_LENGTH) &&
    new Set(value.map((tag) => tag.trim().toLowerCase())).size === value.length;
  if (isGood) return [];
  const message =
    `Höchstens ${MAX_TAGS} Schlagwörter mit je höchstens ${MAX_TAG_LENGTH} Zeichen, ` +
    'keines leer oder doppelt.';
  return [{ path: ['tags'], message }];
}

/** Postal codes of a municipality: five digits each. */
export function problemsOfPostalCodes(value: unknown): Problem[] {
  if (isBlank(value)) return [];
  const isGood =
    isListOfTexts(value) &&
    value.every((code) => /^\d{5}$/.test(code)) &&
    new Set(value).size === value.length;
  if (isGood) return [];
  const message =
    'Jede Postleitzahl besteht aus genau fünf Ziffern und steht nur einmal da, zum Beispiel 14806.';
  return [{ path: ['postalCodes'], message }];
}

function isListOfTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
