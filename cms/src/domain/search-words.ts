import { isBlank, type Problem } from './problem';

const MAX_LINES = 300;
const MAX_WORDS_IN_LINE = 12;
const MAX_WORD_LENGTH = 40;
/** The search compares single words; it splits everything else into several. */
const WORD = /^\p{L}[\p{L}\p{M}]+$/u;
const EXAMPLE = 'zum Beispiel „Stapler = Gabelstapler = Flurförderzeug“';

/**
 * The words for one thing that editors have written, a group for each line: `Stapler = Gabelstapler`.
 * Blank lines separate groups for the eye only.
 *
 * @param text - The field as it is stored; its rules are those of {@link problemsOfSearchWords}.
 */
export function searchWordGroups(text: string | null): string[][] {
  return (text ?? '').split('\n').flatMap((line) => {
    const words = wordsOf(line);
    return words.length === 0 ? [] : [words];
  });
}

/** What is wrong with a region's search words; each message names the line. */
export function problemsOfSearchWords(value: unknown): Problem[] {
  if (isBlank(value)) return [];
  const path = ['searchWords'];
  if (typeof value !== 'string') {
    return [{ path, message: `Die Suchwörter müssen ein Text sein, ${EXAMPLE}.` }];
  }
  const lines = value.split('\n');
  const count = searchWordGroups(value).length;
  if (count > MAX_LINES) {
    const message =
      `Es sind ${count} Zeilen mit Suchwörtern, höchstens ${MAX_LINES} sind möglich. ` +
      'Bitte streichen Sie Zeilen, nach denen niemand sucht.';
    return [{ path, message }];
  }
  return lines.flatMap((line, index) => {
    const message = problemOfLine(line);
    return message === null ? [] : [{ path, message: `Zeile ${index + 1}: ${message}` }];
  });
}

function problemOfLine(line: string): string | null {
  const words = wordsOf(line);
  if (words.length === 0 && line.trim() === '') return null;
  const wrong = words.find((word) => !WORD.test(word));
  if (wrong !== undefined) {
    return (
      `„${shorten(wrong)}“ ist kein einzelnes Wort. Erwartet werden einzelne Wörter aus Buchstaben, ` +
      `getrennt durch „=“, ${EXAMPLE}.`
    );
  }
  const long = words.find((word) => word.length > MAX_WORD_LENGTH);
  if (long !== undefined) {
    return `„${shorten(long)}“ ist zu lang. Ein Wort darf höchstens ${MAX_WORD_LENGTH} Buchstaben haben.`;
  }
  if (new Set(words.map((word) => word.toLowerCase())).size < 2) {
    return (
      `„${shorten(line.trim())}“ nennt kein zweites Wort. Bitte ergänzen Sie eines mit derselben ` +
      `Bedeutung, ${EXAMPLE}, oder löschen Sie die Zeile.`
    );
  }
  if (words.length > MAX_WORDS_IN_LINE) {
    return `${words.length} Wörter sind zu viele, höchstens ${MAX_WORDS_IN_LINE} sind möglich. Bitte streichen Sie einige.`;
  }
  return null;
}

function wordsOf(line: string): string[] {
  return line
    .split('=')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

function shorten(text: string): string {
  return text.length <= MAX_WORD_LENGTH ? text : `${text.slice(0, MAX_WORD_LENGTH)}…`;
}
