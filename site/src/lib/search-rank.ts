import type { PlannedWord } from './search-plan.ts';

/** What an index says of one word: how well each document answers it, more than 0. */
export type WordScores = ReadonlyMap<string, number>;

/** By status or kind: what is reserved or has gone is worth knowing, but after what can be had. */
const STANDING: Record<string, number> = {
  reserved: 0.9,
  brokered: 0.75,
  organisation: 0.9,
  'success-story': 0.8,
};

/** What can still be had comes before what cannot, and before those who have it: 1 at best. */
export function standingOf(kind: string | undefined, status: string | null | undefined): number {
  return STANDING[status ?? ''] ?? STANDING[kind ?? ''] ?? 1;
}

/** Who writes “wohin mit” is looking for somebody who takes it: what such a kind is worth. */
export const WANTED_FACTOR = 1.15;

/** A document must answer this share of what the best one answers, by the weight of the words. */
const LEAST_SHARE = 0.35;
/** What a word counts wherever it stands; the rest depends on how well it is answered. */
const PRESENCE = 0.5;

/**
 * Brings what an index says of each word of a query together. Words that say more count more, and a
 * document that answers much less than the best one is no answer.
 *
 * @param words - Words of the plan.
 * @param scores - For each word of the plan, in its order.
 * @param factorOf - What else raises or lowers a document, around 1.
 * @returns Documents, the best first.
 */
export function rank(
  words: readonly PlannedWord[],
  scores: readonly WordScores[],
  factorOf: (id: string) => number,
): string[] {
  const found = new Map<string, { answered: number; score: number }>();
  for (const [index, { weight }] of words.entries()) {
    const ofWord = scores[index] ?? new Map<string, number>();
    const top = greatest(ofWord.values());
    for (const [id, score] of ofWord) {
      const known = found.get(id) ?? { answered: 0, score: 0 };
      known.answered += weight;
      known.score += weight * (PRESENCE + ((1 - PRESENCE) * score) / top);
      found.set(id, known);
    }
  }
  const most = greatest(Array.from(found.values(), ({ answered }) => answered));
  return [...found]
    .filter(([, { answered }]) => answered >= most * LEAST_SHARE)
    .map(([id, { score }]) => ({ id, score: score * factorOf(id) }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

/** For each document the score of the word that it answers best. */
export function best(scores: readonly WordScores[]): WordScores {
  const all = new Map<string, number>();
  for (const ofWord of scores) {
    for (const [id, score] of ofWord) all.set(id, Math.max(score, all.get(id) ?? 0));
  }
  return all;
}

/** Some words of a query that are enough of an answer. */
export interface WordSet {
  words: PlannedWord[];
  /** What they say of all that the query says, from 0 to 1. */
  share: number;
}

/**
 * Which words a document has to answer, for engines that cannot bring scores together themselves.
 *
 * @param words - Words of the plan; there are at most 2^n sets.
 * @param mostAnswered - Share that the best document answers; 0 for all sets.
 */
export function sufficientSets(words: readonly PlannedWord[], mostAnswered: number): WordSet[] {
  const sum = (some: readonly PlannedWord[]) => some.reduce((all, { weight }) => all + weight, 0);
  let sets: PlannedWord[][] = [[]];
  for (const word of words) sets = sets.flatMap((set) => [[...set, word], set]);
  return sets
    .filter((set) => set.length > 0)
    .map((set) => ({ words: set, share: sum(set) / sum(words) }))
    .filter(({ share }) => share >= mostAnswered * LEAST_SHARE);
}

/** As many as there are: they do not fit into the arguments of `Math.max`. */
function greatest(numbers: Iterable<number>): number {
  let most = 0;
  for (const number of numbers) most = Math.max(most, number);
  return most;
}
