import { type TypeView } from './view';

export const pageView: TypeView = {
  uid: 'api::page.page',
  mainField: 'title',
  list: ['title', 'region', 'updatedAt'],
  sortBy: 'title',
  sortOrder: 'ASC',
  groups: [
    [[['title', 12]], [['summary', 12]], [['body', 12]]],
    [
      [
        ['region', 6],
        ['slug', 6],
      ],
    ],
  ],
  readOnly: ['slug'],
  fields: {
    title: ['Titel'],
    summary: ['Kurzfassung', 'Ein Satz für Suchmaschinen und Linkvorschauen.'],
    body: [
      'Text',
      'Überschriften in der Größe H2 gliedern die Seite. Stellen in eckigen Klammern ersetzen Sie bitte durch Ihre Angaben; vorher lässt sich die Seite nicht veröffentlichen.',
    ],
    region: ['Region', 'Leer: Seite des Dachauftritts, der alle Regionen zeigt.'],
    slug: [
      'Adresse der Seite',
      'Entsteht beim ersten Speichern aus dem Titel und bleibt danach gleich.',
    ],
  },
};
