import { type TypeView } from './view';

export const municipalityView: TypeView = {
  uid: 'api::municipality.municipality',
  mainField: 'name',
  list: ['name', 'region', 'updatedAt'],
  sortBy: 'name',
  sortOrder: 'ASC',
  groups: [
    [
      [['name', 12]],
      [['postalCodes', 12]],
      [
        ['latitude', 6],
        ['longitude', 6],
      ],
    ],
    [
      [
        ['region', 6],
        ['slug', 6],
      ],
    ],
  ],
  readOnly: ['slug'],
  fields: {
    name: ['Name', 'Stadt oder Gemeinde ohne Zusatz.'],
    postalCodes: ['Postleitzahlen', 'Eine je Zeile, fünf Ziffern.'],
    latitude: ['Breite', 'In Grad, zum Beispiel 52,1422. Nötig für die Suche im Umkreis.'],
    longitude: ['Länge', 'In Grad, zum Beispiel 12,5956.'],
    region: ['Region', 'Wird eingetragen, wenn Sie nur eine Region betreuen.'],
    slug: [
      'Adresse der Seite',
      'Entsteht beim ersten Speichern aus dem Namen und bleibt danach gleich.',
    ],
  },
};

export const categoryView: TypeView = {
  uid: 'api::category.category',
  mainField: 'name',
  list: ['name', 'parent', 'position'],
  sortBy: 'key',
  sortOrder: 'ASC',
  groups: [
    [
      [
        ['name', 6],
        ['nameEn', 6],
      ],
      [
        ['description', 6],
        ['descriptionEn', 6],
      ],
      [
        ['parent', 6],
        ['children', 6],
      ],
      [
        ['position', 4],
        ['key', 8],
      ],
      [['slug', 12]],
    ],
  ],
  readOnly: ['slug'],
  fields: {
    name: ['Name'],
    nameEn: ['Name auf Englisch'],
    description: ['Beschreibung'],
    descriptionEn: ['Beschreibung auf Englisch'],
    parent: ['Oberkategorie', 'Leer bei einer Oberkategorie. Es gibt nur zwei Ebenen.'],
    children: ['Unterkategorien'],
    position: ['Reihenfolge', 'Kleine Zahlen stehen vorn.'],
    key: [
      'Technischer Name',
      'Zeichnungen und Suche richten sich danach: „machines“ oder „machines/lifting“. Bitte nicht ändern.',
    ],
    slug: [
      'Adresse der Seite',
      'Entsteht beim ersten Speichern aus dem Namen und bleibt danach gleich.',
    ],
  },
};
