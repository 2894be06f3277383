import { type SiteAnswer, type SiteStateName } from '../../live-state/answers';
import { type Tone } from './StateLine';
import { durationText, momentText } from './times';

/** How the state of a site is told. */
interface StateWords {
  tone: Tone;
  title: (site: SiteAnswer) => string;
  /** What it means, or what to do. */
  text?: string;
}

/** The states of a site in the words of the editors. */
export const SITE_WORDS: Readonly<Record<SiteStateName, StateWords>> = {
  empty: { tone: 'waiting', title: () => 'Wird eingerichtet' },
  live: {
    tone: 'good',
    title: ({ since, publishToLiveMs }) =>
      `Live${sinceText(since)}` +
      (publishToLiveMs === null ? '' : `, zuletzt nach ${durationText(publishToLiveMs)} online`),
  },
  waiting: { tone: 'waiting', title: ({ since }) => `Wartet${sinceText(since)}` },
  building: { tone: 'working', title: () => 'Wird veröffentlicht' },
  refused: {
    tone: 'bad',
    title: () => 'Abgelehnt',
    text: 'Die Website zeigt weiter den bisherigen Stand.',
  },
  failed: {
    tone: 'bad',
    title: () => 'Noch nicht gelungen',
    text: 'Die Website zeigt weiter den bisherigen Stand. Der nächste Versuch kommt von selbst.',
  },
  pinned: {
    tone: 'warning',
    title: ({ since }) => `Auf einen früheren Stand zurückgerollt${sinceText(since)}`,
    text: 'Was Sie veröffentlichen, wartet, bis Sie zur aktuellen Fassung zurückkehren.',
  },
  silent: {
    tone: 'bad',
    title: () => 'Die Veröffentlichung steht still',
    text:
      'Der Dienst dafür meldet sich nicht. Die Website ist weiter online, und gespeichert ist alles. ' +
      'Dauert das länger, wenden Sie sich bitte an die Verwaltung des Portals.',
  },
};

const COUNT_WORDS: readonly (readonly [string, string, string])[] = [
  ['pages', 'Seite', 'Seiten'],
  ['listings', 'Eintrag', 'Einträge'],
  ['organisations', 'Organisation', 'Organisationen'],
  ['stories', 'Geschichte', 'Geschichten'],
];

/** What a release holds: `497 Seiten, 148 Einträge`. */
export function countsText(counts: Readonly<Record<string, number>>): string {
  return COUNT_WORDS.flatMap(([name, one, many]) => {
    const count = counts[name];
    return count === undefined
      ? []
      : [`${count.toLocaleString('de-DE')} ${count === 1 ? one : many}`];
  }).join(', ');
}

function sinceText(since: string | null): string {
  return since === null ? '' : ` seit ${momentText(since)}`;
}
