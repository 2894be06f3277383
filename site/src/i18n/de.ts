import type { Category, Listing, Organisation, Price } from '../contract/index.ts';

/** How a value is called on the site and in its addresses. */
interface Words {
  slug: string;
  label: string;
}

type Kind = Listing['kind'];
type Unit = NonNullable<Price['unit']>;

/** The interface of the site in German. Content is never here, only what the site itself says. */
export const de = {
  kinds: {
    offer: { slug: 'angebote', label: 'Angebot', plural: 'Angebote' },
    request: { slug: 'gesuche', label: 'Gesuch', plural: 'Gesuche' },
  } satisfies Record<Kind, Words & { plural: string }>,

  modes: {
    share: { slug: 'gemeinsam-nutzen', label: 'Gemeinsam nutzen' },
    lend: { slug: 'leihen', label: 'Leihen' },
    rent: { slug: 'mieten', label: 'Mieten' },
    swap: { slug: 'tauschen', label: 'Tauschen' },
    give: { slug: 'abgeben', label: 'Abgeben' },
    donate: { slug: 'spenden', label: 'Spenden' },
    time: { slug: 'zeit-spenden', label: 'Zeit spenden' },
    coinvest: { slug: 'gemeinsam-investieren', label: 'Gemeinsam investieren' },
  } satisfies Record<Listing['mode'], Words>,

  modeHints: {
    share: 'Mehrere nutzen es zusammen.',
    lend: 'Kostenfrei, und es kommt zurück.',
    rent: 'Gegen Entgelt, und es kommt zurück.',
    swap: 'Leistung gegen Leistung.',
    give: 'Geht kostenfrei in andere Hände.',
    donate: 'Kostenfrei für gemeinnützige Einrichtungen.',
    time: 'Arbeitszeit, die jemand schenkt.',
    coinvest: 'Partner für eine gemeinsame Anschaffung.',
  } satisfies Record<Listing['mode'], string>,

  audiences: {
    companies: { slug: 'unternehmen', label: 'Unternehmen' },
    education: { slug: 'bildungseinrichtungen', label: 'Bildungseinrichtungen' },
    public: { slug: 'oeffentliche-einrichtungen', label: 'Öffentliche Einrichtungen' },
    associations: { slug: 'vereine', label: 'Vereine und Verbände' },
    nonprofits: { slug: 'gemeinnuetzige', label: 'Gemeinnützige Einrichtungen' },
  } satisfies Record<Listing['audiences'][number], Words>,

  statuses: {
    active: { slug: 'verfuegbar', label: 'Verfügbar' },
    reserved: { slug: 'reserviert', label: 'Reserviert' },
    brokered: { slug: 'vermittelt', label: 'Vermittelt' },
  } satisfies Record<Listing['status'], Words>,

  facets: {
    category: { slug: 'kategorie', label: 'Kategorie' },
    mode: { slug: 'art', label: 'Wie' },
    place: { slug: 'ort', label: 'Ort' },
    audience: { slug: 'fuer', label: 'Für wen' },
  },

  places: {
    'on-site': 'Am Standort',
    'at-customer': 'Bei Ihnen vor Ort',
    'on-request': 'Nach Absprache',
  } satisfies Record<Listing['place'], string>,

  /** In a request, “you” is the one who helps, so the words turn round. */
  requestPlaces: {
    'on-site': 'Bei Ihnen',
    'at-customer': 'Bei der suchenden Organisation',
    'on-request': 'Nach Absprache',
  } satisfies Record<Listing['place'], string>,

  conditions: {
    new: 'Neu',
    good: 'Gut erhalten',
    used: 'Gebraucht',
    defective: 'Defekt',
  } satisfies Record<NonNullable<Listing['condition']>, string>,

  organisationKinds: {
    company: 'Unternehmen',
    crafts: 'Handwerk',
    farm: 'Landwirtschaft',
    healthcare: 'Gesundheit und Pflege',
    school: 'Schule',
    nonprofit: 'Gemeinnützig',
    association: 'Verein oder Verband',
    municipality: 'Kommune',
    research: 'Forschung',
  } satisfies Record<Organisation['kind'], string>,

  prices: {
    free: 'Kostenfrei',
    fee: 'Preis nach Aufwand',
    negotiable: 'Nach Vereinbarung',
    swap: 'Im Tausch',
  } satisfies Record<Price['kind'], string>,

  units: {
    minute: 'je Minute',
    hour: 'je Stunde',
    day: 'je Tag',
    week: 'je Woche',
    month: 'je Monat',
    session: 'je Termin',
    piece: 'je Stück',
    'piece-week': 'je Stück und Woche',
    'piece-month': 'je Stück und Monat',
    person: 'je Person',
    'person-week': 'je Person und Woche',
    sqm: 'je m²',
    'sqm-month': 'je m² und Monat',
    hectare: 'je Hektar',
    kg: 'je kg',
    km: 'je km',
    kwh: 'je kWh',
    'kwp-year': 'je kWp und Jahr',
    share: 'je Anteil',
    flat: 'pauschal',
  } satisfies Record<Unit, string>,
} as const;

/** Name of a category in German. */
export function categoryName(category: Pick<Category, 'name'>): string {
  return category.name.de;
}
