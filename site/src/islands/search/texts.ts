import type { SearchKind } from '../../lib/search-document.ts';
import type { SearchPlace } from '../../lib/search-near.ts';
import type { SearchSort } from '../../lib/search-params.ts';
import type { Suggestion } from './suggestions.ts';

const numberFormat = new Intl.NumberFormat('de-DE');
const count = (value: number, one: string, many: string) =>
  `${numberFormat.format(value)} ${value === 1 ? one : many}`;

/** What the search says to visitors. */
export const TEXTS = {
  label: 'Wonach suchen Sie?',
  placeholder: 'z. B. Gabelstapler, Lagerfläche, Mithilfe',
  submit: 'Suchen',
  suggestions: 'Vorschläge',
  suggestionKinds: {
    category: 'Kategorien',
    place: 'Orte',
    organisation: 'Organisationen',
    listing: 'Angebote und Gesuche',
  } satisfies Record<Suggestion['kind'], string>,
  suggestionCount: (value: number) =>
    `${count(value, 'Vorschlag', 'Vorschläge')}, mit den Pfeiltasten zu erreichen`,
  filters: 'Filter',
  filtersChosen: (chosen: number) => `Filter (${chosen} gewählt)`,
  map: 'Karte',
  mapHint: 'Wählen Sie Orte, um die Liste einzugrenzen.',
  mapSkip: 'Karte überspringen',
  mapPlace: (name: string, total: number) => `${name}: ${hitCount(total)}`,
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
  near: 'Entfernung',
  origin: 'Ort oder Postleitzahl',
  originUnknown: (typed: string, regionName: string, example?: SearchPlace) =>
    `„${typed}“ liegt nicht in ${regionName} oder ist anders geschrieben. ` +
    `Erwartet wird ein Ort der Region oder eine fünfstellige Postleitzahl` +
    (example ? `, zum Beispiel ${[example.name, ...example.postalCodes].join(' oder ')}.` : '.'),
  radius: 'Umkreis',
  anyRadius: 'Ganze Region',
  radiusOption: (radiusKm: number, hits: number | undefined) =>
    hits === undefined ? `${radiusKm} km` : `${radiusKm} km (${numberFormat.format(hits)})`,
  nearChip: (place: string) => `Entfernung von ${place}`,
  radiusChip: (radiusKm: number, place: string) => `bis ${radiusKm} km um ${place}`,
  nearestFrom: 'Von wo aus soll das Nächste zuerst kommen?',
  distance: (place: string, distance: string) => `${place}, ${distance} entfernt`,
  available: 'Zeitraum',
  availableFrom: 'Verfügbar von',
  availableUntil: 'Verfügbar bis',
  availableBackwards: 'Der letzte Tag liegt vor dem ersten. Bitte wählen Sie einen späteren.',
  availableOn: (day: string) => `verfügbar am ${day}`,
  availableBetween: (from: string, until: string) => `verfügbar ${from} bis ${until}`,
  ends: (day: string) => `endet am ${day}`,
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
  zeroRadius: (radiusKm: number, place: string) => `Bis ${radiusKm} km um ${place} suchen`,
  zeroAlert: 'Oder lassen Sie sich von der Redaktion sagen, wenn etwas Passendes kommt:',
  zeroAlertLink: 'Um Nachricht bitten',
  alertLetter: (wish: string, address: string) => ({
    subject: wish === '' ? 'Bitte um Nachricht' : `Bitte um Nachricht: ${wish}`,
    body: [
      'Guten Tag,',
      '',
      'bitte schreiben Sie mir, wenn etwas kommt, das zu dieser Suche passt:',
      address,
      '',
      'Mit freundlichen Grüßen',
    ].join('\n'),
  }),
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
