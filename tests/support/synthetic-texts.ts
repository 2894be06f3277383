import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Random } from './random.ts';

const DEMO_DIR = path.join(import.meta.dirname, '../../cms/demo');
const DEMO_REGIONS = ['pm', 'tf', 'hvl'];
const MAX_TITLE_LENGTH = 120;

/** A listing of the demo content, from which others are made. */
interface DemoListing {
  kind: string;
  mode: string;
  subcategory: string;
  title: string;
  description: string;
  place: string;
  quantity: string | null;
  price: {
    kind: string;
    amount: number | null;
    unit: string | null;
    amountNonprofit: number | null;
  };
  audiences: string[];
  status: string;
  tags: string[];
}

interface DemoStory {
  title: string;
  teaser: string;
  body: string[];
  quote: { text: string; person: string; role: string | null } | null;
  impact: { label: string; value: string }[];
}

interface DemoMunicipality {
  name: string;
  postalCodes: string[];
  latitude: number;
  longitude: number;
}

interface DemoCategory {
  ref: string;
  name: { de: string; en: string };
  children?: DemoCategory[];
}

const read = <T>(file: string) => JSON.parse(readFileSync(path.join(DEMO_DIR, file), 'utf8')) as T;
const readAll = <T>(name: string) =>
  DEMO_REGIONS.flatMap((region) => read<T[]>(`${region}.${name}.json`));

/** The tree of categories of the demo content. */
export const demoCategories = () => read<DemoCategory[]>('categories.json');

/** The municipalities of the demo content, each name once. */
export function demoMunicipalities(): DemoMunicipality[] {
  const all = readAll<DemoMunicipality>('municipalities');
  return [...new Map(all.map((municipality) => [municipality.name, municipality])).values()];
}

const VARIANTS = [
  ...['ab sofort', 'tageweise', 'wochenweise', 'am Wochenende', 'nach Absprache', 'kurzfristig'],
  ...['in den Ferien', 'im Winterhalbjahr', 'für Vereine', 'für Schulen', 'mit Einweisung'],
  ...['regelmäßig', 'einmalig', 'auch abends', 'mit Transport'],
];

const SURNAMES = (
  'Albrecht Bergmann Dietrich Ebert Falk Grabow Hansen Jahnke Krüger Lehmann Möbius Neumann Otto ' +
  'Petzold Quandt Richter Schröder Thiele Ullrich Voigt Wendt Zander Böttcher Czernik Döring Fläming'
).split(' ');

/** Kind, sector and name of organisations; `{n}` is a surname, `{p}` a municipality. */
const ORGANISATIONS = [
  ['company', 'Metallverarbeitung', 'Metallbau {n} GmbH {p}'],
  ['company', 'Logistik', 'Spedition {n} & Söhne {p}'],
  ['company', 'Lebensmittel', 'Mosterei {n} {p}'],
  ['company', 'Informationstechnik', '{n} Systemhaus {p} GmbH'],
  ['crafts', 'Holzhandwerk', 'Tischlerei {n} {p}'],
  ['crafts', 'Elektrotechnik', 'Elektro {n} {p}'],
  ['crafts', 'Dachdeckerei', 'Dachdeckermeister {n} {p}'],
  ['farm', 'Landwirtschaft', 'Agrarbetrieb {n} {p}'],
  ['farm', 'Obstbau', 'Obsthof {n} {p}'],
  ['healthcare', 'Pflege', 'Pflegedienst {n} {p}'],
  ['school', 'Bildung', 'Grundschule {n} {p}'],
  ['nonprofit', 'Soziales', 'Sozialwerk {n} {p}'],
  ['association', 'Sport', 'Sportverein {p} {n}'],
  ['association', 'Kultur', 'Heimatverein {n} {p}'],
  ['municipality', 'Verwaltung', 'Gemeindewerke {p} {n}'],
  ['research', 'Forschung', 'Institut {n} {p}'],
] as const;

/** Makes varied German texts of the demo content's listings and stories. */
export class SyntheticTexts {
  readonly #random: Random;
  readonly #listings = readAll<DemoListing>('listings');
  readonly #stories = readAll<DemoStory>('stories');
  readonly #sentences: string[];

  constructor(random: Random) {
    this.#random = random;
    this.#sentences = this.#listings.flatMap(({ description }) =>
      description.split(/(?<=[.!?])\s+(?=[A-ZÄÖÜ])/),
    );
  }

  /** What a listing says, and the key of its category. */
  listing(municipality: string): DemoListing {
    const random = this.#random;
    const template = random.pick(this.#listings);
    const subject = template.title.split(/[,:–]/)[0]?.trim() ?? template.title;
    const [opening = ''] = template.description.split('\n\n');
    const title = `${subject}, ${random.pick(VARIANTS)} in ${municipality}`;
    const more = Array.from({ length: 2 + random.below(4) }, () => random.pick(this.#sentences));
    const description = `${opening}\n\n${more.join(' ')}`;
    return { ...template, title: title.slice(0, MAX_TITLE_LENGTH).trim(), description };
  }

  /** Name, kind and description of an organisation. */
  organisation(municipality: string) {
    const random = this.#random;
    const [kind, sector, pattern] = random.pick(ORGANISATIONS);
    const name = pattern.replace('{n}', random.pick(SURNAMES)).replace('{p}', municipality);
    const description = `${name} arbeitet seit ${1950 + random.below(70)} in der Region. ${random.pick(this.#sentences)}`;
    return { kind, sector, name, description, employees: 2 + random.below(200) };
  }

  /** What a success story tells. */
  story(municipality: string): DemoStory {
    const random = this.#random;
    const { title, body, ...rest } = random.pick(this.#stories);
    const paragraphs = [...body, ...random.pick(this.#stories).body];
    return {
      ...rest,
      title: `${title.slice(0, MAX_TITLE_LENGTH - 40)} – ${municipality}`,
      body: paragraphs.slice(0, 3 + random.below(3)),
    };
  }
}
