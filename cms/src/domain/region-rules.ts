import { contrastRatio, isHexColour, MIN_TEXT_CONTRAST } from './colours';
import { isBlank, isValues, type Problem, type Values } from './problem';
import { isReservedRegionSlug } from './region-names';
import { problemsOfSearchWords } from './search-words';
import { isSlug } from './slug';

const WHITE = '#ffffff';

/** Longest slug of a region; it is a part of a host name and of folder names. */
const MAX_REGION_SLUG_LENGTH = 40;

/**
 * What is wrong with a region. Only fields that are there are judged, so that it serves for a form
 * as well as for a stored region.
 */
export function problemsOfRegion(values: Values): Problem[] {
  return [
    ...problemsOfSlug(values['slug']),
    ...(isValues(values['brand']) ? problemsOfBrand(values['brand']) : []),
    ...problemsOfPosition(values),
    ...problemsOfSearchWords(values['searchWords']),
  ];
}

function problemsOfSlug(slug: unknown): Problem[] {
  if (isBlank(slug)) return [];
  const path = ['slug'];
  if (typeof slug !== 'string' || !isSlug(slug) || slug.length > MAX_REGION_SLUG_LENGTH) {
    const message =
      'Der Kurzname steht vor der Internetadresse und darf nur Kleinbuchstaben ohne Umlaute, Ziffern und ' +
      `einzelne Bindestriche enthalten, höchstens ${MAX_REGION_SLUG_LENGTH} Zeichen, zum Beispiel „havelland“.`;
    return [{ path, message }];
  }
  if (isReservedRegionSlug(slug)) {
    const message = `„${slug}“ ist für das Portal selbst vorgesehen. Bitte wählen Sie einen anderen Kurznamen.`;
    return [{ path, message }];
  }
  return [];
}

function problemsOfBrand(brand: Values): Problem[] {
  const problems: Problem[] = [];
  const names = { primary: 'Die Hauptfarbe', accent: 'Die Akzentfarbe' };
  for (const [field, name] of Object.entries(names)) {
    const colour = brand[field];
    if (isBlank(colour) || (typeof colour === 'string' && isHexColour(colour))) continue;
    const message = `${name} muss die Form #rrggbb haben, zum Beispiel #00594f.`;
    problems.push({ path: ['brand', field], message });
  }
  const { primary } = brand;
  if (typeof primary === 'string' && isHexColour(primary)) {
    const contrast = contrastRatio(primary, WHITE);
    if (contrast < MIN_TEXT_CONTRAST) {
      const message =
        'Die Hauptfarbe ist zu hell: Ihr Kontrast zu Weiß beträgt ' +
        `${germanNumber(Math.floor(contrast * 100) / 100)} : 1, nötig sind mindestens ` +
        `${germanNumber(MIN_TEXT_CONTRAST)} : 1 (WCAG AA). Bitte wählen Sie einen dunkleren Ton.`;
      problems.push({ path: ['brand', 'primary'], message });
    }
  }
  return problems;
}

/** The position of a region or municipality, WGS84 in degrees. */
export function problemsOfPosition(values: Values): Problem[] {
  const limits = {
    latitude: ['Der Breitengrad', 90, '52,34'],
    longitude: ['Der Längengrad', 180, '12,97'],
  } as const;
  return Object.entries(limits).flatMap(([field, [name, limit, example]]) => {
    const value = values[field];
    if (isBlank(value)) return [];
    if (typeof value === 'number' && Math.abs(value) <= limit) return [];
    const message = `${name} muss eine Zahl von −${limit} bis ${limit} sein, zum Beispiel ${example}.`;
    return [{ path: [field], message }];
  });
}

function germanNumber(value: number): string {
  return value.toLocaleString('de-DE', { maximumFractionDigits: 2 });
}
