import { type TypeView, type View } from './view';

export const regionView: TypeView = {
  uid: 'api::region.region',
  mainField: 'name',
  list: ['name', 'slug', 'federalState', 'editors'],
  sortBy: 'name',
  sortOrder: 'ASC',
  groups: [
    [
      [
        ['name', 8],
        ['shortName', 4],
      ],
      [
        ['tagline', 6],
        ['taglineEn', 6],
      ],
      [['introduction', 12]],
    ],
    [[['brand', 12]]],
    [[['operator', 12]]],
    [[['partners', 12]]],
    [[['searchWords', 12]]],
    [
      [
        ['federalState', 4],
        ['latitude', 4],
        ['longitude', 4],
      ],
      [
        ['neighbours', 6],
        ['editors', 6],
      ],
      [['slug', 12]],
    ],
  ],
  fields: {
    name: ['Name', 'Ohne „Landkreis“: „Potsdam-Mittelmark“.'],
    shortName: ['Kürzel', 'Kennzeichen oder ein anderes kurzes Wort.'],
    tagline: ['Leitsatz', 'Steht groß auf der Startseite.'],
    taglineEn: ['Leitsatz auf Englisch'],
    introduction: ['Einleitung', 'Einige Sätze über die Region für Startseite und Suchmaschinen.'],
    brand: ['Erscheinungsbild'],
    operator: [
      'Betreiber',
      'Diese Angaben stehen auf der Website. Beim Anlegen der Region entstehen daraus unter „Seiten“ Entwürfe für Impressum, Datenschutz, Barrierefreiheit und „Über die Plattform“: bitte prüfen, ergänzen und veröffentlichen. Ohne die drei Pflichtseiten geht die Region nicht online.',
    ],
    partners: ['Partner'],
    searchWords: [
      'Suchwörter',
      'Wörter, die hier dasselbe bedeuten, eine Zeile je Sache: „Stapler = Gabelstapler = Flurförderzeug“. Wer das eine sucht, findet auch das andere. Gebräuchliche Wörter kennt die Suche schon; ergänzen Sie, was man nur in Ihrer Region sagt.',
    ],
    federalState: [
      'Bundesland',
      'Bestimmt, welche Behörden die Pflichtseiten einer neuen Region nennen.',
    ],
    latitude: ['Breite der Mitte', 'In Grad, zum Beispiel 52,25.'],
    longitude: ['Länge der Mitte', 'In Grad, zum Beispiel 12,72.'],
    neighbours: ['Nachbarregionen', 'Die Website verweist auf sie.'],
    editors: ['Redaktion', 'Diese Personen dürfen die Inhalte der Region bearbeiten.'],
    slug: [
      'Adresse der Region',
      'Der Teil vor der Domain, etwa „pm“. Nur Kleinbuchstaben, Ziffern und Bindestriche; später nicht mehr änderbar.',
    ],
  },
};

export const brandView: View = {
  uid: 'region.brand',
  mainField: 'primary',
  groups: [
    [
      [
        ['primary', 6],
        ['accent', 6],
      ],
      [
        ['logo', 6],
        ['cover', 6],
      ],
    ],
  ],
  fields: {
    primary: [
      'Hauptfarbe',
      'Als #rrggbb. Weiße Schrift darauf braucht einen Kontrast von 4,5 zu 1.',
    ],
    accent: ['Akzentfarbe', 'Als #rrggbb. Nur für Schmuck, nie für Schrift.'],
    logo: ['Logo'],
    cover: ['Titelbild', 'Querformat, mindestens 1920 Pixel breit.'],
  },
};

export const operatorView: View = {
  uid: 'region.operator',
  mainField: 'name',
  groups: [
    [
      [['name', 12]],
      [
        ['street', 6],
        ['postalCode', 3],
        ['place', 3],
      ],
      [
        ['email', 4],
        ['phone', 4],
        ['website', 4],
      ],
    ],
  ],
  fields: {
    name: ['Name', 'Mit Rechtsform.'],
    street: ['Straße und Hausnummer'],
    postalCode: ['Postleitzahl'],
    place: ['Ort'],
    email: ['E-Mail-Adresse', 'Die der Redaktion; sie ist öffentlich zu sehen.'],
    phone: ['Telefon'],
    website: ['Website', 'Vollständige Adresse mit https://'],
  },
};

export const partnerView: View = {
  uid: 'region.partner',
  mainField: 'name',
  groups: [
    [
      [
        ['name', 6],
        ['role', 6],
      ],
      [
        ['website', 6],
        ['logo', 6],
      ],
    ],
  ],
  fields: {
    name: ['Name'],
    role: ['Rolle', 'Zum Beispiel „Förderer“.'],
    website: ['Website', 'Vollständige Adresse mit https://'],
    logo: ['Logo'],
  },
};
