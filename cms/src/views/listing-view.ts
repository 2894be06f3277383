import { type TypeView, type View } from './view';

export const listingView: TypeView = {
  uid: 'api::listing.listing',
  mainField: 'title',
  list: ['title', 'kind', 'organisation', 'endsOn'],
  columns: { endsOn: 'Online bis' },
  sortBy: 'updatedAt',
  sortOrder: 'DESC',
  groups: [
    [
      [['title', 12]],
      [
        ['kind', 4],
        ['mode', 4],
        ['availability', 4],
      ],
      [
        ['organisation', 6],
        ['category', 6],
      ],
      [['description', 12]],
      [['images', 12]],
    ],
    [
      [
        ['municipality', 6],
        ['place', 6],
      ],
      [['price', 12]],
    ],
    [
      [
        ['quantity', 4],
        ['condition', 4],
        ['weightKg', 4],
      ],
      [
        ['dimensions', 4],
        ['availableFrom', 4],
        ['availableUntil', 4],
      ],
    ],
    [
      [
        ['audiences', 6],
        ['tags', 6],
      ],
    ],
    [
      [
        ['endsOn', 4],
        ['firstPublishedOn', 4],
        ['region', 4],
      ],
      [['slug', 12]],
    ],
  ],
  readOnly: ['slug', 'firstPublishedOn'],
  fields: {
    title: ['Titel', 'Sagen Sie in einem Satz, worum es geht: „Gabelstapler 2,5 t, tageweise“.'],
    kind: ['Art', 'Bietet die Organisation etwas an, oder sucht sie etwas?'],
    mode: ['Form der Weitergabe'],
    availability: [
      'Verfügbarkeit',
      '„Vermittelt“ zeigt, dass die Plattform hilft; der Eintrag bleibt bis zum Ablauf sichtbar.',
    ],
    organisation: ['Organisation', 'Wer bietet an oder sucht?'],
    category: ['Kategorie', 'Wählen Sie eine Unterkategorie, zum Beispiel „Hebetechnik“.'],
    description: [
      'Beschreibung',
      'Zustand, Bedingungen, Ablauf. Eine Leerzeile beginnt einen neuen Absatz. Keine Telefonnummern oder E-Mail-Adressen.',
    ],
    images: [
      'Bilder',
      'Das erste Bild erscheint in den Listen. Ohne Bild zeigt die Website die Zeichnung der Kategorie.',
    ],
    municipality: ['Gemeinde', 'Wo ist das Angebot oder der Bedarf?'],
    place: ['Ort der Nutzung'],
    price: ['Preis'],
    quantity: ['Menge', 'Zum Beispiel „2 Paletten“ oder „20 Stunden im Monat“.'],
    condition: ['Zustand'],
    weightKg: ['Gewicht in Kilogramm'],
    dimensions: ['Maße', 'Länge × Breite × Höhe, zum Beispiel „240 × 120 × 90 cm“.'],
    availableFrom: ['Verfügbar ab'],
    availableUntil: ['Verfügbar bis'],
    audiences: ['Für wen', 'Sind alle angekreuzt, steht der Eintrag allen offen.'],
    tags: [
      'Schlagwörter',
      'Ein Schlagwort je Zeile. Sie helfen der Suche, auch bei anderen Bezeichnungen.',
    ],
    endsOn: [
      'Auf der Website bis',
      'Bleibt das Feld leer, sind es 90 Tage ab der Veröffentlichung.',
    ],
    firstPublishedOn: ['Zuerst veröffentlicht', 'Trägt das System ein.'],
    region: ['Region', 'Wird eingetragen, wenn Sie nur eine Region betreuen.'],
    slug: [
      'Adresse der Seite',
      'Entsteht beim ersten Speichern aus dem Titel und bleibt danach gleich.',
    ],
  },
};

export const priceView: View = {
  uid: 'listing.price',
  mainField: 'kind',
  groups: [
    [
      [
        ['kind', 6],
        ['unit', 6],
      ],
      [
        ['amount', 6],
        ['amountNonprofit', 6],
      ],
    ],
  ],
  fields: {
    kind: [
      'Preisart',
      'Leihen, Abgeben, Spenden und Zeit spenden sind kostenfrei; beim Tauschen wählen Sie „Tausch“.',
    ],
    unit: ['Preis gilt', 'Nur ausfüllen, wenn ein Betrag feststeht.'],
    amount: ['Betrag in Euro', 'Leer lassen, wenn der Preis erst vereinbart wird.'],
    amountNonprofit: [
      'Betrag für Gemeinnützige in Euro',
      'Falls gemeinnützige Einrichtungen weniger zahlen.',
    ],
  },
};
