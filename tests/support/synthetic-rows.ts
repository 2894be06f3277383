import { type DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { Random } from './random.ts';
import { SyntheticTexts } from './synthetic-texts.ts';

const DAY_MS = 86_400_000;
const RUN_DAYS = 90;
const SPREAD_DAYS = 80;

type Row = Record<string, SQLInputValue>;

/** The rows of an entry: its draft and its published version. */
type Versions = readonly [draft: number, published: number];

/** A municipality or another entry of which there is one row. */
interface Place {
  id: number;
  name: string;
}

/** Writes entries into the tables of an SQLite CMS, each as a draft and a published version. */
export class SyntheticRows {
  readonly #database: DatabaseSync;
  readonly #random: Random;
  readonly #texts: SyntheticTexts;
  readonly #statements = new Map<string, StatementSync>();
  readonly #slugs = new Map<string, number>();
  readonly #region: number;
  readonly #places: Place[];
  readonly #categories: Map<string, number>;
  readonly #author: number;
  readonly #now = Date.now();
  readonly #organisations: Versions[] = [];
  readonly #listings: Versions[] = [];

  /**
   * @param database - With the region, its municipalities and the categories of the demo content.
   * @param slug - Of the region.
   */
  constructor(database: DatabaseSync, slug: string, seed: number) {
    this.#database = database;
    this.#random = new Random(seed);
    this.#texts = new SyntheticTexts(this.#random);
    const all = <T>(sql: string) => database.prepare(sql).all() as T[];
    this.#region = Number(
      database.prepare('SELECT id FROM regions WHERE slug = ?').get(slug)?.['id'],
    );
    this.#author = Number(database.prepare('SELECT min(id) AS id FROM admin_users').get()?.['id']);
    this.#places = all('SELECT id, name FROM municipalities ORDER BY id');
    const categories = all<{ id: number; key: string }>('SELECT id, key FROM categories');
    this.#categories = new Map(categories.map(({ id, key }) => [key, id]));
  }

  addOrganisations(amount: number): void {
    for (let count = 0; count < amount; count += 1) {
      const place = this.#random.pick(this.#places);
      const { employees, name, ...texts } = this.#texts.organisation(place.name);
      const row = {
        ...texts,
        name,
        slug: this.#slug('organisations', name),
        employees,
        is_real: 0,
      };
      const versions = this.#entry('organisations', row, this.#daysAgo());
      this.#organisations.push(versions);
      for (const id of versions) {
        this.#link('organisations', 'organisation', id, 'municipality', place.id);
        const contact = { name: 'Kontaktstelle', email: `kontakt-${count}@organisation.example` };
        this.#component('organisations', id, 'contact', 'organisation.contact', contact);
      }
    }
  }

  addListings(amount: number): void {
    for (let count = 0; count < amount; count += 1) {
      const place = this.#random.pick(this.#places);
      const { subcategory, price, title, description, ...text } = this.#texts.listing(place.name);
      const daysAgo = this.#daysAgo();
      const row = {
        slug: this.#slug('listings', title),
        kind: text.kind,
        mode: text.mode,
        title,
        description,
        place: text.place,
        quantity: text.quantity,
        ends_on: this.#day(RUN_DAYS - daysAgo),
        first_published_on: this.#day(-daysAgo),
        audiences: JSON.stringify(text.audiences),
        availability: text.status,
        tags: JSON.stringify(text.tags),
      };
      const versions = this.#entry('listings', row, daysAgo);
      this.#listings.push(versions);
      const organisation = this.#random.pick(this.#organisations);
      for (const [version, id] of versions.entries()) {
        const link = (field: string, target = 0) =>
          this.#link('listings', 'listing', id, field, target);
        link('category', this.#categories.get(subcategory));
        link('organisation', organisation[version]);
        link('municipality', place.id);
        const { kind, amount, unit, amountNonprofit } = price;
        const values = { kind, amount, unit, amount_nonprofit: amountNonprofit };
        this.#component('listings', id, 'price', 'listing.price', values);
      }
    }
  }

  addStories(amount: number): void {
    for (let count = 0; count < amount; count += 1) {
      const place = this.#random.pick(this.#places);
      const { title, teaser, body, quote, impact } = this.#texts.story(place.name);
      const daysAgo = this.#daysAgo();
      const paragraphs = body.map((text) => ({
        type: 'paragraph',
        children: [{ type: 'text', text }],
      }));
      const row = {
        slug: this.#slug('success_stories', title),
        title,
        teaser,
        body: JSON.stringify(paragraphs),
        first_published_on: this.#day(-daysAgo),
      };
      const versions = this.#entry('success_stories', row, daysAgo);
      const relations = {
        givers: [this.#random.pick(this.#organisations)],
        receivers: this.#random.some(this.#organisations, 3),
        listings: [this.#random.pick(this.#listings), ...this.#random.some(this.#listings, 2)],
      };
      for (const [version, id] of versions.entries()) {
        this.#link('success_stories', 'success_story', id, 'municipality', place.id);
        for (const [field, targets] of Object.entries(relations)) {
          const column = field === 'listings' ? 'listing' : 'organisation';
          for (const [order, target] of [...new Set(targets)].entries()) {
            this.#insert(`success_stories_${field}_lnk`, {
              success_story_id: id,
              [`${column}_id`]: target[version] ?? 0,
              [`${column}_ord`]: order + 1,
            });
          }
        }
        if (quote !== null) {
          this.#component('success_stories', id, 'quote', 'story.quote', { ...quote });
        }
        for (const [order, figure] of impact.entries()) {
          this.#component('success_stories', id, 'impact', 'story.figure', figure, order + 1);
        }
      }
    }
  }

  /** Both versions of an entry, in the region. */
  #entry(table: string, row: Row, daysAgo: number): Versions {
    const time = this.#now - daysAgo * DAY_MS;
    const common = {
      document_id: this.#random.documentId(),
      ...row,
      created_at: time,
      updated_at: time,
      created_by_id: this.#author,
      updated_by_id: this.#author,
    };
    const draft = this.#insert(table, { ...common, published_at: null });
    const published = this.#insert(table, { ...common, published_at: time });
    const name = table === 'success_stories' ? 'success_story' : table.slice(0, -1);
    for (const id of [draft, published]) this.#link(table, name, id, 'region', this.#region);
    return [draft, published];
  }

  #link(table: string, name: string, id: number, field: string, target: number): void {
    this.#insert(`${table}_${field}_lnk`, { [`${name}_id`]: id, [`${field}_id`]: target });
  }

  #component(table: string, id: number, field: string, type: string, values: Row, order?: number) {
    const cmp_id = this.#insert(`components_${type.replace('.', '_')}s`, values);
    this.#insert(`${table}_cmps`, {
      entity_id: id,
      cmp_id,
      component_type: type,
      field,
      order: order ?? null,
    });
  }

  #insert(table: string, row: Row): number {
    const columns = Object.keys(row);
    const key = `${table} ${columns.join()}`;
    const names = columns.map((column) => `"${column}"`).join();
    const values = columns.map(() => '?').join();
    const statement =
      this.#statements.get(key) ??
      this.#database.prepare(`INSERT INTO ${table} (${names}) VALUES (${values})`);
    this.#statements.set(key, statement);
    return Number(statement.run(...Object.values(row)).lastInsertRowid);
  }

  /** The slug of a title as the CMS makes it: the second of the same title gets a number. */
  #slug(table: string, title: string): string {
    const base = slugOf(title);
    const count = (this.#slugs.get(`${table} ${base}`) ?? 0) + 1;
    this.#slugs.set(`${table} ${base}`, count);
    return count === 1 ? base : `${base}-${count}`;
  }

  #daysAgo(): number {
    return this.#random.below(SPREAD_DAYS);
  }

  #day(offset: number): string {
    return new Date(this.#now + offset * DAY_MS).toISOString().slice(0, 10);
  }
}

function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '');
}
