import { type EntrySite, type EntryStateName } from '../../live-state/answers';
import { type Tone } from './StateLine';
import { dayText, momentText } from './times';

/** How a state of an entry is told. */
interface StateWords {
  tone: Tone;
  title: (site: EntrySite) => string;
  /** What it means, or what to do. */
  text?: (site: EntrySite) => string;
}

const ALSO_THERE = 'Bis dahin zeigt die Website die bisherige Fassung.';

/** The states of an entry in the words of the editors. */
export const ENTRY_WORDS: Readonly<Record<EntryStateName, StateWords>> = {
  unpublished: {
    tone: 'idle',
    title: () => 'Noch nicht veröffentlicht',
    text: () => 'Auf der Website ist davon nichts zu sehen.',
  },
  waiting: {
    tone: 'waiting',
    title: ({ since }) => `Wartet${since === null ? '' : ` seit ${momentText(since)}`}`,
    text: ({ isRemoval, url }) => {
      if (isRemoval) return 'Der Eintrag wird gleich von der Website genommen.';
      return url === null ? 'Der Eintrag geht gleich online.' : ALSO_THERE;
    },
  },
  building: {
    tone: 'working',
    title: ({ isRemoval }) => (isRemoval ? 'Wird zurückgezogen' : 'Wird veröffentlicht'),
    text: ({ isRemoval, url }) =>
      isRemoval || url === null ? 'Das dauert meist nur Sekunden.' : ALSO_THERE,
  },
  live: {
    tone: 'good',
    title: ({ since, region }) =>
      `Live${since === null ? '' : ` seit ${momentText(since)}`} auf ${siteName(region)}`,
  },
  withdrawn: {
    tone: 'idle',
    title: ({ since }) =>
      since === null
        ? 'Zurückgezogen, nicht mehr online'
        : `Zurückgezogen, seit ${momentText(since)} nicht mehr online`,
  },
  ended: {
    tone: 'idle',
    title: ({ since }) =>
      since === null ? 'Abgelaufen' : `Abgelaufen, nach dem ${dayText(since)} nicht mehr online`,
    text: () => 'Setzen Sie „Online bis“ auf einen späteren Tag und veröffentlichen Sie erneut.',
  },
  refused: {
    tone: 'bad',
    title: () => 'Abgelehnt, weil\u00a0…',
    text: () => 'Die Website zeigt weiter den bisherigen Stand. Mehr dazu auf der Startseite.',
  },
  quarantined: {
    tone: 'bad',
    title: () => 'Zurückgestellt, weil\u00a0…',
    text: () => 'Alles andere ist online. Bitte beheben Sie es und veröffentlichen Sie erneut.',
  },
  failed: {
    tone: 'bad',
    title: () => 'Noch nicht gelungen, weil\u00a0…',
    text: () => 'Der nächste Versuch kommt von selbst.',
  },
  held: {
    tone: 'waiting',
    title: () => 'Angehalten',
    text: () =>
      'Die Website wurde auf einen früheren Stand zurückgerollt. Der Eintrag geht online, sobald ' +
      'auf der Startseite „Zur aktuellen Fassung zurückkehren“ gewählt wird.',
  },
  silent: {
    tone: 'bad',
    title: () => 'Wartet: Die Veröffentlichung steht still',
    text: () =>
      'Der Dienst dafür meldet sich nicht. Gespeichert ist alles, und es geht online, sobald er ' +
      'wieder läuft. Dauert das länger, wenden Sie sich bitte an die Verwaltung des Portals.',
  },
};

/** States in which something happens soon, so that it is worth asking again at once. */
export const BUSY_STATES: readonly string[] = ['waiting', 'building', 'empty'];

function siteName(region: string): string {
  return region === 'umbrella' ? 'der Seite aller Regionen' : region;
}
