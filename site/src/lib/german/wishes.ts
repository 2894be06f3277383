import { foldWord } from './fold.ts';

/** Who has something wants to see requests, who needs something offers. */
export type WantedKind = 'offer' | 'request';

/** Words of somebody who has something to give. */
const GIVING = `
wohin loswerden entsorgen spenden biete bieten anbieten helfen mithelfen abgeben weggeben abzugeben übrig gesucht
gesuch gesuche weitergeben einbringen
`;

/** Words of somebody who needs something. */
const NEEDING = `
leihen ausleihen borgen mieten anmieten pachten brauche brauchen braucht benötige benötigen bräuchte suche suchen woher
bekomme bekommen kriege kaufen angebot angebote zuleihen leihweise verleih vermietung
`;

/** What a turn of phrase comes to. */
const PLAIN_WORDS: ReadonlyMap<string, string> = new Map([
  ['wohin', 'entsorgen'],
  ['loswerden', 'entsorgen'],
]);

const setOf = (words: string): ReadonlySet<string> =>
  new Set(words.trim().split(/\s+/).map(foldWord));
const GIVERS = setOf(GIVING);
const NEEDERS = setOf(NEEDING);

/**
 * What somebody who writes these words is looking for; null if they do not tell, or tell both.
 *
 * `wantedKind(['wohin', 'mit', 'altem', 'Laptop']) // => 'request'`
 */
export function wantedKind(words: readonly string[]): WantedKind | null {
  const folded = words.map(foldWord);
  const gives = folded.some((word) => GIVERS.has(word));
  const needs = folded.some((word) => NEEDERS.has(word));
  if (gives === needs) return null;
  return gives ? 'request' : 'offer';
}

/** The word for a turn of phrase, or the word itself; both folded. */
export function plainWordFor(folded: string): string {
  return PLAIN_WORDS.get(folded) ?? folded;
}
