import { type CmsClient } from './cms.ts';
import {
  COLLECTIONS,
  connect,
  listingValues,
  paragraph,
  UIDS,
  type RegionContent,
  type TypeName,
} from './cms-world.ts';
import { Random } from './random.ts';

type EditedType = 'listing' | 'organisation' | 'story' | 'page';

/** What editors work on, the frequent types more than once. */
const USUAL_WORK: readonly EditedType[] = [
  ...(['listing', 'listing', 'listing', 'story', 'story', 'story'] as const),
  ...(['organisation', 'organisation', 'page'] as const),
];

interface Action {
  name: string;
  run: () => Promise<unknown>;
}

/**
 * An editor who does one thing after the other at random over the admin API: writes, publishes,
 * withdraws, deletes, renames, links. Refusals are part of it; broken answers are not.
 */
export class RandomEditor {
  readonly #client: CmsClient;
  readonly #content: RegionContent;
  readonly #category: string;
  readonly #ids: Record<EditedType, string[]>;
  readonly #random: Random;
  readonly #history: string[] = [];

  /** @param seed - The same seed gives the same sequence. */
  constructor(client: CmsClient, content: RegionContent, category: string, seed: number) {
    this.#client = client;
    this.#content = content;
    this.#category = category;
    this.#random = new Random(seed);
    this.#ids = {
      listing: [content.listing, content.draft],
      organisation: [content.organisation],
      story: [content.story],
      page: [content.page],
    };
  }

  /** What was done so far, for the message of a test that fails. */
  history(): string {
    return this.#history.join('\n');
  }

  /**
   * Does one thing.
   *
   * @throws Error if the CMS answers with a fault of its own.
   */
  async doSomething(): Promise<void> {
    const { name, run } = this.#random.pick(this.#actions());
    this.#history.push(name);
    await run();
  }

  #actions(): Action[] {
    const type = this.#random.pick(USUAL_WORK);
    const actions: Action[] = [
      { name: `create ${type}`, run: () => this.#create(type, false) },
      { name: `create and publish ${type}`, run: () => this.#create(type, true) },
    ];
    if (this.#ids[type].length === 0) return actions;
    const id = this.#random.pick(this.#ids[type]);
    const several = this.#random.some(this.#ids[type], 3);
    const act = (action: string, body = {}) =>
      this.#call('POST', type, `${id}/actions/${action}`, body);
    const actOnSeveral = (action: string) =>
      this.#call('POST', type, `actions/${action}`, { documentIds: several });
    const edit = () => this.#call('PUT', type, id, this.#changes(type));
    return [
      ...actions,
      { name: `edit ${type} ${id}`, run: edit },
      { name: `publish ${type} ${id}`, run: () => act('publish') },
      { name: `publish ${type} ${id} again`, run: () => act('publish') },
      { name: `edit in publishing ${type} ${id}`, run: () => act('publish', this.#changes(type)) },
      { name: `edit, then publish ${type} ${id}`, run: () => edit().then(() => act('publish')) },
      { name: `withdraw ${type} ${id}`, run: () => act('unpublish') },
      {
        name: `withdraw and publish ${type} ${id}`,
        run: () => act('unpublish').then(() => act('publish')),
      },
      { name: `discard ${type} ${id}`, run: () => act('discard') },
      { name: `clone ${type} ${id}`, run: () => this.#call('POST', type, `clone/${id}`, {}) },
      { name: `publish ${type} ${several.join()}`, run: () => actOnSeveral('bulkPublish') },
      { name: `withdraw ${type} ${several.join()}`, run: () => actOnSeveral('bulkUnpublish') },
      { name: `delete ${type} ${id}`, run: () => this.#delete(type, id) },
    ];
  }

  async #create(type: EditedType, isPublished: boolean): Promise<void> {
    const answer = await this.#call('POST', type, '', {
      ...this.#newEntry(type),
      ...this.#changes(type),
    });
    const { data } = answer as { data: { documentId: string } | null };
    if (data === null) return;
    this.#ids[type].push(data.documentId);
    if (isPublished) await this.#call('POST', type, `${data.documentId}/actions/publish`, {});
  }

  async #delete(type: EditedType, id: string): Promise<void> {
    await this.#call('DELETE', type, id);
    // Some stay, so that what is gone is tried as well.
    if (this.#random.next() < 0.8)
      this.#ids[type] = this.#ids[type].filter((known) => known !== id);
  }

  #newEntry(type: EditedType): object {
    const { municipality } = this.#content;
    if (type === 'listing') return listingValues(this.#content, this.#category, 'Neu');
    if (type === 'page') return { title: this.#text(), body: paragraph('Neu') };
    if (type === 'story') return { title: this.#text(), teaser: 'Neu', body: paragraph('Neu') };
    return {
      name: 'Neu',
      kind: 'company',
      description: 'Neu',
      municipality: connect(municipality),
    };
  }

  /** Values that an edit brings: texts, and links to whatever there is, published or not. */
  #changes(type: EditedType): object {
    const text = this.#text();
    const relation = (target: EditedType, most: number) => ({
      set: this.#random.some(this.#ids[target], most).map((documentId) => ({ documentId })),
    });
    if (type === 'organisation') return { name: text };
    if (type === 'page') return { body: paragraph(text) };
    if (type === 'listing') {
      return this.#random.next() < 0.5
        ? { title: text }
        : { organisation: relation('organisation', 1) };
    }
    return {
      teaser: text,
      listings: relation('listing', 4),
      givers: relation('organisation', 2),
      receivers: relation('organisation', 2),
    };
  }

  async #call(method: string, type: TypeName, path: string, body?: object): Promise<unknown> {
    const answer = await this.#client.call(method, `${COLLECTIONS}/${UIDS[type]}/${path}`, body);
    if (answer.status >= 500) {
      throw new Error(`${method} ${type} ${path} answered ${answer.status}: ${answer.text}`);
    }
    this.#history.push(`  ${answer.status}${answer.status < 300 ? '' : ` ${answer.text}`}`);
    return answer.body;
  }

  #text(): string {
    return `Text ${this.#random.below(1e6)}`;
  }
}
