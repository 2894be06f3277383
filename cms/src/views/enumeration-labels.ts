/** What the CMS shows for the values of an enumeration, by attribute and value. */
const LABELS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  kind: {
    offer: 'Angebot',
    request: 'Gesuch',
    company: 'Unternehmen',
    crafts: 'Handwerksbetrieb',
    farm: 'Landwirtschaft',
    healthcare: 'Gesundheit und Pflege',
    school: 'Schule oder Kita',
    nonprofit: 'Gemeinnützige Einrichtung',
    association: 'Verein oder Verband',
    municipality: 'Gemeinde oder Behörde',
    research: 'Forschung und Hochschule',
    free: 'kostenfrei',
    fee: 'gegen Entgelt',
    negotiable: 'nach Vereinbarung',
    swap: 'Tausch',
  },
  mode: {
    share: 'Gemeinsam nutzen',
    lend: 'Leihen',
    rent: 'Mieten',
    swap: 'Tauschen',
    give: 'Abgeben',
    donate: 'Spenden',
    time: 'Zeit spenden',
    coinvest: 'Gemeinsam investieren',
  },
  place: {
    'on-site': 'Am Standort',
    'at-customer': 'Beim Kunden',
    'on-request': 'Nach Absprache',
  },
  availability: { active: 'Verfügbar', reserved: 'Reserviert', brokered: 'Vermittelt' },
  condition: { new: 'Neu', good: 'Gut erhalten', used: 'Gebraucht', defective: 'Defekt' },
  unit: {
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
    sqm: 'je Quadratmeter',
    'sqm-month': 'je Quadratmeter und Monat',
    hectare: 'je Hektar',
    kg: 'je Kilogramm',
    km: 'je Kilometer',
    kwh: 'je Kilowattstunde',
    'kwp-year': 'je Kilowatt-Peak und Jahr',
    share: 'je Anteil',
    flat: 'pauschal',
  },
  federalState: {
    BW: 'Baden-Württemberg',
    BY: 'Bayern',
    BE: 'Berlin',
    BB: 'Brandenburg',
    HB: 'Bremen',
    HH: 'Hamburg',
    HE: 'Hessen',
    MV: 'Mecklenburg-Vorpommern',
    NI: 'Niedersachsen',
    NW: 'Nordrhein-Westfalen',
    RP: 'Rheinland-Pfalz',
    SL: 'Saarland',
    SN: 'Sachsen',
    ST: 'Sachsen-Anhalt',
    SH: 'Schleswig-Holstein',
    TH: 'Thüringen',
  },
};

/**
 * The German label of a value.
 *
 * @param field - Path of the field in the form, such as `price.kind` or `impact.0.kind`.
 * @param value - Value as it is stored.
 * @returns The value itself if it has no label.
 */
export function enumerationLabel(field: string, value: string): string {
  return LABELS[field.split('.').at(-1) ?? '']?.[value] ?? value;
}
