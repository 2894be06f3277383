import { isValues, type Problem } from './problem';

const OPEN_PLACE = /\[Bitte ergänzen[^\]]*\]?/;

/**
 * Marks a place in the template of a page that only the operator can fill in. A page that still has
 * one cannot be published.
 *
 * @param what - What is missing, in the editors' language.
 */
export function openPlace(what: string): string {
  return `[Bitte ergänzen: ${what}]`;
}

/**
 * What keeps a page from being published.
 *
 * @param body - Rich text of the page, as the CMS stores it.
 */
export function problemsOfPublishedPage(body: unknown): Problem[] {
  const place = (Array.isArray(body) ? body : [])
    .map((block) => OPEN_PLACE.exec(textOf(block))?.[0])
    .find((found) => found !== undefined);
  if (place === undefined) return [];
  const message =
    `Im Text fehlt noch etwas: „${place}“. Bitte ersetzen Sie alle Stellen in eckigen Klammern ` +
    'durch Ihre Angaben und veröffentlichen Sie die Seite dann.';
  return [{ path: ['body'], message }];
}

function textOf(node: unknown): string {
  if (!isValues(node)) return '';
  if (typeof node['text'] === 'string') return node['text'];
  return Array.isArray(node['children']) ? node['children'].map(textOf).join('') : '';
}
