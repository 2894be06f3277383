import { type TypeView, type View } from './view';

export const storyView: TypeView = {
  uid: 'api::success-story.success-story',
  mainField: 'title',
  list: ['cover', 'title', 'municipality', 'firstPublishedOn'],
  columns: { firstPublishedOn: 'Seit' },
  sortBy: 'updatedAt',
  sortOrder: 'DESC',
  groups: [
    [[['title', 12]], [['teaser', 12]], [['cover', 12]], [['body', 12]], [['quote', 12]]],
    [
      [['givers', 12]],
      [['receivers', 12]],
      [['listings', 12]],
      [['municipality', 6]],
      [['impact', 12]],
    ],
    [
      [
        ['firstPublishedOn', 6],
        ['region', 6],
      ],
      [['slug', 12]],
    ],
  ],
  readOnly: ['slug', 'firstPublishedOn'],
  fields: {
    title: ['Titel', 'Kurz und anschaulich, ohne „Erfolgreiche Kooperation zwischen …“.'],
    teaser: [
      'Vorspann',
      'Ein bis zwei Sätze, die neugierig machen. Sie stehen auch auf der Startseite.',
    ],
    cover: [
      'Titelbild',
      'Querformat, mindestens 1280 Pixel breit. Bitte beschreiben Sie das Bild in der Mediathek.',
    ],
    body: ['Text', 'Zwischenüberschriften in der Größe H2 machen lange Texte leichter.'],
    quote: ['Zitat', 'Nur mit Zustimmung der Person.'],
    givers: ['Wer hat gegeben?'],
    receivers: ['Wer hat bekommen?'],
    listings: [
      'Einträge, mit denen es begann',
      'Abgelaufene Einträge lässt die Website von selbst weg.',
    ],
    municipality: ['Gemeinde'],
    impact: ['Wirkung in Zahlen', 'Bis zu sechs Zahlen, die zeigen, was es gebracht hat.'],
    firstPublishedOn: [
      'Zuerst veröffentlicht',
      'Trägt das System ein. Die neueste Geschichte steht vorn.',
    ],
    region: ['Region', 'Wird eingetragen, wenn Sie nur eine Region betreuen.'],
    slug: [
      'Adresse der Seite',
      'Entsteht beim ersten Speichern aus dem Titel und bleibt danach gleich.',
    ],
  },
};

export const quoteView: View = {
  uid: 'story.quote',
  mainField: 'person',
  groups: [
    [
      [['text', 12]],
      [
        ['person', 6],
        ['role', 6],
      ],
    ],
  ],
  fields: {
    text: ['Wortlaut', 'Ohne Anführungszeichen; die Website setzt sie.'],
    person: ['Wer sagt das?'],
    role: ['Funktion', 'Zum Beispiel „Werkstattleiterin, Muster GmbH“.'],
  },
};

export const figureView: View = {
  uid: 'story.figure',
  mainField: 'label',
  groups: [
    [
      [
        ['value', 4],
        ['label', 8],
      ],
    ],
  ],
  fields: {
    value: ['Zahl', 'Mit Einheit: „240 kg“, „4“, „0 €“.'],
    label: ['Wofür steht sie?', 'Zum Beispiel „Schulen ausgestattet“.'],
  },
};
