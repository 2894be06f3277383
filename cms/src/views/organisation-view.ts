import { type TypeView, type View } from './view';

export const organisationView: TypeView = {
  uid: 'api::organisation.organisation',
  mainField: 'name',
  list: ['name', 'kind', 'municipality'],
  columns: { kind: 'Art' },
  sortBy: 'name',
  sortOrder: 'ASC',
  groups: [
    [
      [['name', 12]],
      [
        ['kind', 6],
        ['sector', 6],
      ],
      [['description', 12]],
      [
        ['municipality', 6],
        ['website', 6],
      ],
      [
        ['employees', 4],
        ['logo', 8],
      ],
    ],
    [[['contact', 12]]],
    [
      [
        ['isReal', 6],
        ['region', 6],
      ],
      [['slug', 12]],
    ],
  ],
  readOnly: ['slug'],
  fields: {
    name: ['Name', 'So, wie die Organisation sich selbst nennt, mit Rechtsform.'],
    kind: ['Art der Organisation'],
    sector: ['Branche', 'Zum Beispiel „Metallbau“ oder „Grundschule“.'],
    description: [
      'Beschreibung',
      'Zwei, drei Sätze: Was macht die Organisation, und wofür steht sie?',
    ],
    municipality: ['Gemeinde', 'Sitz der Organisation.'],
    website: ['Website', 'Vollständige Adresse mit https://'],
    employees: ['Zahl der Beschäftigten', 'Ungefähr genügt.'],
    logo: ['Logo', 'Am besten ein PNG mit durchsichtigem Hintergrund.'],
    contact: ['Ansprechperson', 'Bleibt im Redaktionssystem und erscheint nie auf der Website.'],
    isReal: ['Echte Organisation', '„Nein“ bei erfundenen Beispielen.'],
    region: ['Region', 'Wird eingetragen, wenn Sie nur eine Region betreuen.'],
    slug: [
      'Adresse der Seite',
      'Entsteht beim ersten Speichern aus dem Namen und bleibt danach gleich.',
    ],
  },
};

export const contactView: View = {
  uid: 'organisation.contact',
  mainField: 'name',
  groups: [
    [
      [
        ['name', 4],
        ['email', 4],
        ['phone', 4],
      ],
    ],
  ],
  fields: { name: ['Name'], email: ['E-Mail-Adresse'], phone: ['Telefon'] },
};
