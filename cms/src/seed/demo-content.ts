import { type Core, type UID } from '@strapi/strapi';
import { slugify } from '../domain/slug';
import { demoPages } from '../pages/page-templates';
import { type DemoCategory, type DemoData, type DemoRegion } from './demo-data';
import { toListing, toOrganisation, toRegion, toStory } from './demo-entries';

/** Entries that are written in one transaction: fast, and little is lost when a start breaks off. */
const ENTRIES_PER_TRANSACTION = 25;

/** What the writer needs to know of one entry: its slug, and its fields when it must be made. */
interface PlannedEntry {
  slug: string;
  /** The name that other files of the demo use for it. */
  ref: string;
  data: object;
}

type SeededUid = Extract<
  UID.ContentType,
  | 'api::category.category'
  | 'api::municipality.municipality'
  | 'api::organisation.organisation'
  | 'api::listing.listing'
  | 'api::success-story.success-story'
>;

/** Document ids by the demo's own names. */
type Refs = ReadonlyMap<string, string>;

interface AnyDocuments {
  create(params: { data: object; status?: 'published' }): Promise<{ documentId: string }>;
  update(params: { documentId: string; data: object; status: 'published' }): Promise<unknown>;
}

/**
 * Writes the demo content. Whatever is there already, by its slug, stays as it is; so a second run
 * changes nothing, and a run that broke off goes on.
 */
export class DemoContentWriter {
  constructor(
    private readonly strapi: Core.Strapi,
    private readonly demo: DemoData,
    private readonly today: string,
  ) {}

  /** The tree of categories; returns document ids by key. */
  async writeCategories(): Promise<Refs> {
    const plan = (category: DemoCategory, position: number, parent?: string): PlannedEntry => ({
      slug: slugify(category.name.de),
      ref: category.ref,
      data: {
        key: category.ref,
        name: category.name.de,
        nameEn: category.name.en,
        description: category.description?.de ?? null,
        descriptionEn: category.description?.en ?? null,
        position,
        parent: parent ?? null,
      },
    });
    const top = await this.ensure(
      'api::category.category',
      this.demo.categories.map((category, position) => plan(category, position)),
    );
    const second = await this.ensure(
      'api::category.category',
      this.demo.categories.flatMap(({ ref, children = [] }) =>
        children.map((child, position) => plan(child, position, top.get(ref))),
      ),
    );
    return new Map([...top, ...second]);
  }

  /**
   * A region with its brand.
   *
   * @returns Its document id.
   */
  async writeRegion(
    region: DemoRegion,
    editorId: number,
    pictures: { logo: number | null; cover: number | null },
  ): Promise<string> {
    const regions = this.strapi.documents('api::region.region');
    const known = await regions.findFirst({ filters: { slug: region.ref }, fields: ['slug'] });
    if (known !== null) return known.documentId;
    const created = await regions.create({
      data: { ...toRegion(region, pictures), editors: [editorId] },
    });
    return created.documentId;
  }

  /** Neighbours point to each other, so they are set when all regions exist. */
  async writeNeighbours(regionIds: Refs): Promise<void> {
    const regions = this.strapi.documents('api::region.region');
    for (const { ref, neighbours } of this.demo.regions) {
      const documentId = regionIds.get(ref);
      if (documentId === undefined) continue;
      const wanted = neighbours.flatMap((neighbour) => regionIds.get(neighbour) ?? []);
      const current = await regions.findOne({
        documentId,
        fields: ['slug'],
        populate: { neighbours: { fields: ['slug'] } },
      });
      if (current?.neighbours?.length === wanted.length) continue;
      await regions.update({ documentId, data: { neighbours: wanted } });
    }
  }

  /** Everything inside one region, published. */
  async writeRegionContent(slug: string, regionId: string, categories: Refs): Promise<void> {
    const region = regionId;
    const municipalities = await this.ensure(
      'api::municipality.municipality',
      this.demo.municipalities(slug).map(({ ref, ...fields }) => ({
        slug: slugify(fields.name),
        ref,
        data: { ...fields, region },
      })),
      regionId,
    );
    const organisations = await this.ensure(
      'api::organisation.organisation',
      this.demo.organisations(slug).map((organisation) => ({
        slug: slugify(organisation.name),
        ref: organisation.ref,
        data: { ...toOrganisation(organisation, municipalities), region },
      })),
      regionId,
    );
    const listings = await this.ensure(
      'api::listing.listing',
      this.demo.listings(slug).map((listing, index) => ({
        slug: slugify(listing.title),
        ref: listing.ref,
        data: {
          ...toListing(listing, index, this.today, { municipalities, organisations, categories }),
          region,
        },
      })),
      regionId,
    );
    await this.ensure(
      'api::success-story.success-story',
      this.demo.stories(slug).map((story) => ({
        slug: slugify(story.title),
        ref: story.ref,
        data: {
          ...toStory(story, this.today, { municipalities, organisations, listings }),
          region,
        },
      })),
      regionId,
    );
  }

  /**
   * The legal pages and the page about the portal, of a region or (null) of the umbrella site. A
   * region has drafts of them since it was created.
   */
  async writePages(
    folder: string,
    region: DemoRegion | null,
    regionId: string | null,
  ): Promise<void> {
    const pages = demoPages(folder, {
      regionName: region?.name ?? '',
      federalState: 'BB',
      operator: region?.operator ?? this.demo.umbrella.operator,
      partners: region?.partners ?? [],
    });
    const documents = this.strapi.documents('api::page.page') as unknown as AnyDocuments;
    const ofRegion = { region: regionId === null ? null : { documentId: regionId } };
    await this.strapi.db.transaction(async () => {
      for (const page of pages) {
        const versions = (await this.strapi.db.query('api::page.page').findMany({
          select: ['documentId', 'publishedAt'],
          where: { slug: page.slug, ...ofRegion },
        })) as { documentId: string; publishedAt: string | null }[];
        if (versions.some(({ publishedAt }) => publishedAt !== null)) continue;
        const [draft] = versions;
        const data = { ...page, region: regionId };
        if (draft === undefined) await documents.create({ data, status: 'published' });
        else {
          await documents.update({ documentId: draft.documentId, data, status: 'published' });
        }
      }
    });
  }

  /** Makes the entries that are missing; returns the document ids of all by `ref`. */
  private async ensure(
    uid: SeededUid,
    entries: readonly PlannedEntry[],
    regionId?: string,
  ): Promise<Refs> {
    const known = await this.readSlugs(uid, regionId);
    const ids = new Map<string, string>();
    const missing: PlannedEntry[] = [];
    for (const entry of entries) {
      const documentId = known.get(entry.slug);
      if (documentId === undefined) missing.push(entry);
      else ids.set(entry.ref, documentId);
    }
    const documents = this.strapi.documents(uid) as unknown as AnyDocuments;
    const hasDrafts = this.strapi.contentType(uid).options?.draftAndPublish === true;
    for (let start = 0; start < missing.length; start += ENTRIES_PER_TRANSACTION) {
      await this.strapi.db.transaction(async () => {
        for (const entry of missing.slice(start, start + ENTRIES_PER_TRANSACTION)) {
          const { documentId } = await documents.create({
            data: { slug: entry.slug, ...entry.data },
            ...(hasDrafts ? { status: 'published' as const } : {}),
          });
          ids.set(entry.ref, documentId);
        }
      });
    }
    return ids;
  }

  private async readSlugs(uid: SeededUid, regionId?: string): Promise<Map<string, string>> {
    const rows = (await this.strapi.db.query(uid).findMany({
      select: ['slug', 'documentId'],
      where: regionId === undefined ? {} : { region: { documentId: regionId } },
    })) as { slug: string | null; documentId: string }[];
    return new Map(rows.map(({ slug, documentId }) => [slug ?? '', documentId]));
  }
}
