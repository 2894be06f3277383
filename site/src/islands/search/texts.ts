import type { SearchKind } from '../../lib/search-document.ts';
import type { SearchSort } from '../../lib/search-params.ts';

const numberFormat = new Intl.NumberFormat('de-DE');
const count = (value: number, one: string, many: string) =>
  `${numberFormat.format(value)} ${value === 1 ? one : many}`;

/** What the search says to visitors. */
export const TEXTS = {
  label: 'Wonach suchen Sie?',
  placeholder: 'z. B. Gabelstapler, Lagerfläche, Mithilfe',
  submit: 'Suchen',
  filters: 'Filter',
  filtersChosen: (chosen: number) => `Filter (${chosen} gewählt)`,
  kindAll: 'Alles',
  kindLegend: 'Was möchten Sie finden?',
  showAll: (value: number, label: string) => `Alle ${value} anzeigen: ${label}`,
  showFewer: (label: string) => `Weniger anzeigen: ${label}`,
  showHits: (total: number) => (total === 0 ? 'Filter schließen' : `${hitCount(total)} zeigen`),
  removeFilter: (label: string) => `Filter „${label}“ entfernen`,
  removeAll: 'Alle Filter entfernen',
  chosenFilters: 'Gewählte Filter',
  sort: 'Sortieren nach',
  sorts: {
    relevance: 'Beste Treffer',
    newest: 'Neueste zuerst',
    nearest: 'Am nächsten',
    ending: 'Endet bald',
  } satisfies Record<SearchSort, string>,
  loading: 'Die Suche läuft …',
  result: (total: number, text: string) =>
    text === '' ? hitCount(total) : `${hitCount(total)} für „${text}“`,
  more: (next: number, shown: number, total: number) =>
    `${next} weitere anzeigen (${numberFormat.format(shown)} von ${numberFormat.format(total)})`,
  corrected: (from: string, to: string) => `„${from}“ kommt nicht vor. Gezeigt wird „${to}“.`,
  zeroSpelling:
    'Prüfen Sie die Schreibweise, oder suchen Sie mit einem kürzeren, allgemeineren Wort.',
  zeroFilters: 'Mit weniger Angaben finden Sie mehr:',
  zeroWithout: (label: string) => `Ohne „${label}“ suchen`,
  zeroText: 'Nur die Filter behalten, ohne Suchtext',
  zeroCategories: 'Oder stöbern Sie in den Kategorien:',
  zeroRegions: 'Oder sehen Sie sich in den Regionen um:',
  zeroPost: 'Nichts dabei? Stellen Sie ein Gesuch ein. Wer helfen kann, findet dann Sie.',
  zeroPostLink: 'Gesuch einstellen',
  neighbours: 'In den Nachbarregionen',
  neighbourAll: (total: number, region: string) => `${hitCount(total)} in ${region} ansehen`,
  failureHeading: 'Die Suche ist gerade nicht erreichbar',
  failureText:
    'Bitte prüfen Sie Ihre Internetverbindung und versuchen Sie es noch einmal. Alle Einträge finden Sie auch in den Listen:',
  failureRegions:
    'Bitte prüfen Sie Ihre Internetverbindung und versuchen Sie es noch einmal. Alle Einträge finden Sie auch auf den Seiten der Regionen:',
  retry: 'Noch einmal versuchen',
  kinds: {
    offer: 'Angebot',
    request: 'Gesuch',
    organisation: 'Organisation',
    'success-story': 'Erfolgsgeschichte',
  } satisfies Record<SearchKind, string>,
} as const;

function hitCount(total: number): string {
  return total === 0 ? 'Keine Treffer' : count(total, 'Treffer', 'Treffer');
}
