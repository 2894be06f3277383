import { describe, expect, it } from 'vitest';
import {
  AUDIENCES,
  LISTING_KINDS,
  LISTING_STATUSES,
  MODES,
  type DocumentChange,
  type Listing,
  type Organisation,
  type Page,
  type SuccessStory,
} from '../contract/index.ts';
import type { Content } from './content.ts';
import { engagementsOf, figuresOf } from './engagement.ts';
import { filterGroup } from './filter-options.ts';
import { facetsOf } from './list-views.ts';
import {
  sampleContent,
  sampleListing,
  sampleOrganisation,
  samplePage,
  sampleStory,
} from './sample-content.ts';
import { searchFacetsOf } from './search-facets-of.ts';

/** Updates a content by one listing and returns the tags that this touches. */
function touchedBy(
  content: Content,
  before: Listing | undefined,
  after: Listing | undefined,
): Set<string> {
  content.tags.takeTouched();
  content.update([{ type: 'listing', before, after }]);
  return content.tags.takeTouched();
}

const ofKind = (tags: Set<string>, kind: string) =>
  [...tags].filter((tag) => tag.startsWith(`${kind}:`)).sort();

describe('a change of a listing', () => {
  const a = sampleListing('a');
  const b = sampleListing('b', { category: 'tools', mode: 'rent', publishedOn: '2026-11-01' });
  const fresh = () => sampleContent({ listings: [a, b] });

  it('in its text touches the listing and the lists that show it, and no number', () => {
    const tags = touchedBy(fresh(), a, { ...a, title: 'Neu', description: 'Neu', tags: ['x'] });
    expect(ofKind(tags, 'listing')).toEqual(['listing:a']);
    expect(ofKind(tags, 'owner')).toEqual(['owner:offer o1']);
    expect(ofKind(tags, 'list')).toEqual([
      'list:all',
      'list:offer',
      'list:offer audience:companies',
      'list:offer category:lifting',
      'list:offer category:machines',
      'list:offer mode:lend',
      'list:offer place:west',
      'list:offer price:free',
      'list:offer status:active',
    ]);
    for (const kind of ['count', 'facets', 'cell']) expect(ofKind(tags, kind)).toEqual([]);
  });

  it('of category touches the numbers and cells of both', () => {
    const tags = touchedBy(fresh(), a, { ...a, category: 'offices' });
    const categories = ['lifting', 'machines', 'offices', 'rooms'];
    expect(ofKind(tags, 'count')).toEqual(
      expect.arrayContaining(categories.map((id) => `count:offer category:${id}`)),
    );
    expect(ofKind(tags, 'facets')).toEqual(
      expect.arrayContaining([
        'facets:offer',
        'facets:offer mode:lend',
        ...categories.map((id) => `facets:offer category:${id}`),
      ]),
    );
    expect(ofKind(tags, 'cell')).toEqual(categories.map((id) => `cell:offer ${id} west`));
    expect(tags).not.toContain('count:offer category:tools');
    expect(tags).not.toContain('list:offer category:tools');
  });

  it('of place touches the cells of both places', () => {
    const tags = touchedBy(fresh(), a, { ...a, municipality: 'ost' });
    expect(ofKind(tags, 'cell')).toEqual([
      'cell:offer lifting ost',
      'cell:offer lifting west',
      'cell:offer machines ost',
      'cell:offer machines west',
    ]);
    expect(ofKind(tags, 'list')).toEqual(
      expect.arrayContaining(['list:offer place:ost', 'list:offer place:west']),
    );
  });

  it('that decides what it is similar to touches its cells', () => {
    const changes: Partial<Listing>[] = [{ status: 'brokered' }, { publishedOn: '2026-11-20' }];
    for (const change of changes) {
      const tags = touchedBy(fresh(), a, { ...a, ...change });
      expect(ofKind(tags, 'cell'), JSON.stringify(change)).toEqual([
        'cell:offer lifting west',
        'cell:offer machines west',
      ]);
    }
  });

  it('touches no cell where others come before it', () => {
    const newer = Array.from({ length: 9 }, (_, index) => {
      return sampleListing(`newer-${index}`, { publishedOn: '2026-11-20' });
    });
    const old = sampleListing('old', { publishedOn: '2026-01-01' });
    const content = sampleContent({ listings: newer });
    expect(ofKind(touchedBy(content, undefined, old), 'cell')).toEqual([]);
    expect(ofKind(touchedBy(content, old, undefined), 'cell')).toEqual([]);
    const [first] = newer;
    expect(ofKind(touchedBy(content, first, undefined), 'cell')).toHaveLength(2);
  });

  it('touches whether a list has any when the first comes or the last goes', () => {
    const content = fresh();
    const rented = sampleListing('c', { mode: 'share' });
    const any = (tags: Set<string>) => ofKind(tags, 'any');
    expect(any(touchedBy(content, undefined, rented))).toEqual(['any:offer mode:share']);
    const more = sampleListing('d', { mode: 'share' });
    expect(any(touchedBy(content, undefined, more))).toEqual([]);
    expect(any(touchedBy(content, more, undefined))).toEqual([]);
    expect(any(touchedBy(content, rented, undefined))).toEqual(['any:offer mode:share']);
  });

  it('touches the matches that it comes into or leaves, and no others', () => {
    const wish = (id: string, title: string) =>
      sampleListing(id, { kind: 'request', organisation: 'o2', title });
    const crane = { ...a, title: 'Kran' };
    const content = sampleContent({
      listings: [crane, b, wish('w1', 'Kran gesucht'), wish('w2', 'Suche Hubwagen')],
    });
    for (const listing of content.listings.all) content.listings.matchesFor(listing);
    const truck = { ...a, title: 'Hubwagen' };
    expect(ofKind(touchedBy(content, crane, truck), 'matches')).toEqual([
      ...['matches:a', 'matches:w1', 'matches:w2'],
    ]);
    for (const listing of content.listings.all) content.listings.matchesFor(listing);
    const text = { ...truck, description: 'Neu' };
    expect(ofKind(touchedBy(content, truck, text), 'matches')).not.toContain('matches:w1');
  });

  it('of owner touches what both have', () => {
    const tags = touchedBy(fresh(), a, { ...a, organisation: 'o2' });
    expect(ofKind(tags, 'owner')).toEqual(['owner:offer o1', 'owner:offer o2']);
  });

  it('of kind touches offers and requests', () => {
    const tags = touchedBy(fresh(), a, { ...a, kind: 'request' });
    for (const kind of LISTING_KINDS) {
      expect(tags).toContain(`list:${kind} category:lifting`);
      expect(tags).toContain(`count:${kind}`);
      expect(tags).toContain(`cell:${kind} lifting west`);
    }
  });

  it('that comes or goes touches lists, numbers and cells', () => {
    const c = sampleListing('c');
    for (const tags of [touchedBy(fresh(), undefined, c), touchedBy(fresh(), a, undefined)]) {
      expect(tags).toContain('list:all');
      expect(tags).toContain('count:offer');
      expect(tags).toContain('facets:offer mode:lend');
      expect(tags).toContain('cell:offer lifting west');
      expect(tags).not.toContain('count:request');
      expect(tags).not.toContain('list:offer mode:rent');
    }
  });

  it('touches no organisation, story or page', () => {
    const tags = touchedBy(fresh(), a, { ...a, title: 'Neu', category: 'tools' });
    for (const kind of ['organisation', 'success-story', 'page', 'next', 'giver']) {
      expect(ofKind(tags, kind)).toEqual([]);
    }
    expect(tags).not.toContain('organisations');
    expect(tags).not.toContain('stories');
    expect(tags).not.toContain('pages');
  });
});

describe('the newest of a long list', () => {
  const listings = Array.from({ length: 120 }, (_, index) =>
    sampleListing(`l${String(index).padStart(3, '0')}`),
  );

  it('are touched by a change of one of them, and by no other', () => {
    const content = sampleContent({ listings });
    const [first, old] = [listings[0], listings[100]];
    const rename = (listing: Listing | undefined) =>
      ofKind(touchedBy(content, listing, listing && { ...listing, title: 'Neu' }), 'newest');
    expect(rename(first)).toContain('newest:offer');
    expect(rename(old)).toEqual([]);
    const [, second] = listings;
    expect(ofKind(touchedBy(content, second, undefined), 'newest')).toContain('newest:offer');
  });
});

describe('the pages of a long list', () => {
  const listings = Array.from({ length: 120 }, (_, index) =>
    sampleListing(`offer-${index}`, {
      publishedOn: `2026-10-${String((index % 28) + 1).padStart(2, '0')}`,
    }),
  );

  it('are touched where a listing is on them, and not beyond', () => {
    const content = sampleContent({ listings });
    const params = content.lists.params('offer');
    const pages = params.filter((param) => param === undefined || param.startsWith('seite/'));
    expect(pages.length).toBeGreaterThan(2);
    const [victim] = content.lists.view('offer', pages[1]).page.items;
    const tags = touchedBy(content, victim, victim && { ...victim, title: 'Neu' });
    const boundary = pages[1]?.replace('seite/', '') ?? '';
    expect(ofKind(tags, 'page').filter((tag) => tag.startsWith('page:offer '))).toContain(
      `page:offer ${boundary}`,
    );
    expect(tags).not.toContain('page:offer ');
  });
});

describe('a change of something else', () => {
  const content = () =>
    sampleContent({
      listings: [sampleListing('a')],
      stories: [
        sampleStory('first', { givers: ['o1'], listings: ['a'], municipality: 'ost' }),
        sampleStory('second', { publishedOn: '2026-11-01' }),
      ],
      pages: [samplePage('impressum'), samplePage('faq')],
    });
  const touched = (change: (content: Content) => DocumentChange): Set<string> => {
    const site = content();
    site.tags.takeTouched();
    site.update([change(site)]);
    return site.tags.takeTouched();
  };

  it('touches an organisation where it is named, and their number only if that changes', () => {
    const tags = touched(({ organisations }) => {
      const before = organisations.get('o1');
      return { type: 'organisation', before, after: { ...before, municipality: 'mitte' } };
    });
    expect([...tags].filter((tag) => !tag.startsWith('page:')).sort()).toEqual([
      'organisation:o1',
      'organisations',
      'organisations-in:mitte',
      'organisations-in:west',
    ]);
    const gone = touched(({ organisations }) => {
      return { type: 'organisation', before: organisations.get('o2'), after: undefined };
    });
    expect(gone).toContain('count:organisations');
  });

  it('touches a story, what it is about, and the story before it', () => {
    const tags = touched(({ stories }) => {
      return { type: 'success-story', before: stories.bySlug('first'), after: undefined };
    });
    expect([...tags].filter((tag) => !tag.startsWith('page:')).sort()).toEqual([
      'addresses of stories',
      'giver:o1',
      'next:second',
      'stories',
      'stories-in:ost',
      'story-of:a',
      'success-story:first',
    ]);
  });

  it('touches every page where a title changes that all of them name, else the page alone', () => {
    const text = touched((site) => {
      const before = site.page('faq');
      return { type: 'page', before, after: { ...before, summary: 'Neu' } };
    });
    expect([...text]).toEqual(['page:faq']);
    const title = touched((site) => {
      const before = site.page('faq');
      return { type: 'page', before, after: { ...before, title: 'Fragen' } };
    });
    expect([...title].sort()).toEqual(['page:faq', 'pages']);
    const moved = touched((site) => {
      const before = site.page('faq');
      return { type: 'page', before, after: { ...before, slug: 'fragen' } };
    });
    expect([...moved].sort()).toEqual(['page:faq', 'page:fragen', 'pages']);
  });
});

/** Everything that pages ask, by name. */
function questionsOf(content: Content): Map<string, (site: Content) => unknown> {
  const questions = new Map<string, (site: Content) => unknown>();
  const add = (name: string, question: (site: Content) => unknown) => questions.set(name, question);
  add('all', ({ listings }) => listings.all);
  add('feed', ({ listings }) => listings.newestOf(LISTING_KINDS, null));
  for (const category of content.categories.all) {
    const facet = { type: 'category', category } as const;
    add(`feed ${category.slug}`, ({ listings }) => listings.newestOf(LISTING_KINDS, facet));
  }
  add('latest', ({ listings }) => listings.latest(3));
  add('counts', ({ counts }) => counts);
  add('organisations', ({ organisations }) => [organisations.all, organisations.count]);
  add('stories', ({ stories }) => [stories.all, stories.newest(2)]);
  add('pages', (site) => [site.pages, site.hasPage('faq'), site.hasPage('ueber')]);
  add('search', searchFacetsOf);
  const facets = (['category', 'mode', 'place', 'audience'] as const).flatMap((type) =>
    facetsOf(content, type),
  );
  for (const kind of LISTING_KINDS) {
    add(`${kind} newest`, ({ listings }) => listings.newest(kind, 3));
    add(`${kind} feed`, ({ listings }) => listings.newestOf([kind], null));
    for (const [index, facet] of [null, ...facets].entries()) {
      const name = `${kind} ${index}`;
      add(`${name} list`, ({ listings }) => listings.list(kind, facet));
      add(`${name} count`, ({ listings }) => listings.count(kind, facet));
      add(`${name} facets`, ({ listings }) =>
        [...listings.facetCounts(kind, facet)].sort(([a], [b]) => (a < b ? -1 : 1)),
      );
      add(`${name} filters`, (site) => filterGroup(site, kind, facet, 'mode'));
    }
    for (const param of content.lists.params(kind)) {
      add(`${kind} view ${param ?? ''}`, ({ lists }) => lists.view(kind, param).page);
    }
  }
  for (const { documentId } of content.organisations.all) {
    add(`organisation ${documentId}`, (site) => {
      const organisation = site.organisations.get(documentId);
      return [organisation, figuresOf(site, organisation), engagementsOf(site, organisation)];
    });
    add(`owned by ${documentId}`, ({ listings }) =>
      LISTING_KINDS.map((kind) => listings.ofOrganisation(kind, documentId)),
    );
  }
  for (const { documentId } of content.places.all) {
    add(`place ${documentId}`, ({ organisations, stories }) => [
      organisations.inPlace(documentId),
      stories.inPlace(documentId),
    ]);
  }
  for (const { documentId } of content.listings.all) {
    add(`listing ${documentId}`, ({ listings, stories }) => {
      const listing = listings.get(documentId);
      return [
        listing,
        listings.similarTo(listing),
        listings.matchesFor(listing),
        stories.aboutListing(documentId),
      ];
    });
  }
  for (const { slug } of content.stories.all) {
    add(`story ${slug}`, (site) => {
      const story = site.stories.bySlug(slug);
      return [story, site.stories.next(story), site.storyCategory(story)];
    });
  }
  for (const { slug } of content.pages) add(`page ${slug}`, (site) => site.page(slug));
  return questions;
}

interface Answer {
  text: string;
  tags: Set<string>;
}

async function answersOf(
  site: Content,
  questions: ReadonlyMap<string, (site: Content) => unknown>,
): Promise<Map<string, Answer>> {
  const answers = new Map<string, Answer>();
  for (const [name, question] of questions) {
    const { result, tags } = await site.tags.record(() => {
      try {
        return Promise.resolve(JSON.stringify(question(site)));
      } catch (error) {
        return Promise.resolve(String(error));
      }
    });
    answers.set(name, { text: result, tags });
  }
  return answers;
}

const textsOf = (answers: ReadonlyMap<string, Answer>) =>
  Object.fromEntries([...answers].map(([name, { text }]) => [name, text]));

const THINGS = [
  ...['Gabelstapler', 'Flurförderzeug gesucht', 'Hubwagen für Vereine', 'Kühlanhänger', 'Anhänger'],
  ...['Lagerhalle', 'Trockene Halle zum Lagern', 'Wuppdich', 'Etwas', 'Anhänger mit Plane'],
];

/** A region that changes at random, in the same way in every run. */
class ChangingRegion {
  readonly listings = new Map<string, Listing>();
  readonly organisations = new Map<string, Organisation>();
  readonly stories = new Map<string, SuccessStory>();
  readonly pages = new Map<string, Page>();
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
    for (const id of ['o1', 'o2', 'o3']) this.organisations.set(id, sampleOrganisation(id));
    for (let index = 0; index < 12; index += 1) this.#putListing(`l${index}`);
    for (const id of ['s0', 's1', 's2']) this.#putStory(id);
    for (const id of ['impressum', 'faq']) this.pages.set(id, samplePage(id));
  }

  content(): Content {
    return sampleContent({
      listings: [...this.listings.values()],
      organisations: [...this.organisations.values()],
      stories: [...this.stories.values()],
      pages: [...this.pages.values()],
    });
  }

  /** One to three changes at a time, each of another document. */
  change(): DocumentChange[] {
    const changes = new Map<string, DocumentChange>();
    for (let count = this.#below(3) + 1; count > 0; count -= 1) {
      const kind = this.#below(10);
      const change =
        kind < 6
          ? this.#changeListing()
          : kind < 8
            ? this.#changeStory()
            : kind < 9
              ? this.#changeOrganisation()
              : this.#changePage();
      const key = `${change.type} ${(change.before ?? change.after)?.documentId ?? ''}`;
      const first = changes.get(key);
      changes.set(key, (first ? { ...change, before: first.before } : change) as DocumentChange);
    }
    return [...changes.values()].filter(({ before, after }) => before !== after);
  }

  #below(limit: number): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * limit);
  }

  #pick<T>(items: Iterable<T>): T {
    const list = [...items];
    const item = list[this.#below(list.length)];
    if (item === undefined) throw new Error('There is nothing to choose from.');
    return item;
  }

  #putListing(id: string): void {
    this.listings.set(
      id,
      sampleListing(id, {
        kind: this.#pick(LISTING_KINDS),
        mode: this.#pick(MODES),
        category: this.#pick(['lifting', 'tools', 'offices']),
        municipality: this.#pick(['west', 'mitte', 'ost']),
        organisation: this.#pick(this.organisations.keys()),
        status: this.#pick(LISTING_STATUSES),
        audiences: [this.#pick(AUDIENCES)],
        publishedOn: `2026-10-0${this.#below(9) + 1}`,
        title: this.#pick(THINGS),
        availableFrom: this.#pick([null, '2026-12-01']),
        availableUntil: this.#pick([null, '2026-11-30']),
      }),
    );
  }

  #changeListing(): DocumentChange {
    const id = `l${this.#below(16)}`;
    const before = this.listings.get(id);
    if (before !== undefined && this.#below(4) === 0) this.listings.delete(id);
    else if (before !== undefined && this.#below(2) === 0) {
      this.listings.set(id, { ...before, title: this.#pick(THINGS), tags: [this.#pick(THINGS)] });
    } else this.#putListing(id);
    return { type: 'listing', before, after: this.listings.get(id) };
  }

  #putStory(id: string): void {
    const ids = [...this.organisations.keys()];
    this.stories.set(
      id,
      sampleStory(id, {
        givers: [this.#pick(ids)],
        receivers: [this.#pick(ids)],
        municipality: this.#pick(['west', 'ost', null]),
        publishedOn: `2026-10-0${this.#below(9) + 1}`,
      }),
    );
  }

  #changeStory(): DocumentChange {
    const id = `s${this.#below(5)}`;
    const before = this.stories.get(id);
    if (before !== undefined && this.#below(3) === 0) this.stories.delete(id);
    else this.#putStory(id);
    return { type: 'success-story', before, after: this.stories.get(id) };
  }

  #changeOrganisation(): DocumentChange {
    const id = `o${this.#below(5) + 1}`;
    const before = this.organisations.get(id);
    const name = `Name ${this.#below(20)}`;
    const municipality = this.#pick(['west', 'mitte', 'ost']);
    this.organisations.set(id, { ...sampleOrganisation(id, municipality), name });
    return { type: 'organisation', before, after: this.organisations.get(id) };
  }

  #changePage(): DocumentChange {
    const id = this.#pick(['faq', 'ueber']);
    const before = this.pages.get(id);
    if (before !== undefined && this.#below(2) === 0) this.pages.delete(id);
    else this.pages.set(id, { ...samplePage(id), title: `Titel ${this.#below(20)}` });
    return { type: 'page', before, after: this.pages.get(id) };
  }
}

describe.each([1, 2, 3, 4])('content that is kept up to date (%i)', (seed) => {
  it('answers as new content would, and touches a tag of every answer that is another', async () => {
    const region = new ChangingRegion(seed);
    const content = region.content();
    for (let round = 0; round < 40; round += 1) {
      const questions = questionsOf(content);
      const before = await answersOf(content, questions);
      content.tags.takeTouched();
      content.update(region.change());
      const touched = content.tags.takeTouched();
      const after = await answersOf(content, questions);
      expect(textsOf(after)).toEqual(textsOf(await answersOf(region.content(), questions)));
      const missed = [...before]
        .filter(([name, { text }]) => text !== after.get(name)?.text)
        .filter(([, { tags }]) => ![...tags].some((tag) => touched.has(tag)));
      expect(missed.map(([name]) => name)).toEqual([]);
    }
  });

  it('is restored by the same changes the other way round', async () => {
    const region = new ChangingRegion(seed);
    const content = region.content();
    for (let round = 0; round < 20; round += 1) {
      const questions = questionsOf(content);
      const before = textsOf(await answersOf(content, questions));
      const paths = LISTING_KINDS.map((kind) => content.lists.params(kind));
      const changes = region.change();
      content.update(changes);
      content.update(
        changes.map(
          ({ type, before: old, after }) => ({ type, before: after, after: old }) as DocumentChange,
        ),
      );
      expect(textsOf(await answersOf(content, questions))).toEqual(before);
      expect(LISTING_KINDS.map((kind) => content.lists.params(kind))).toEqual(paths);
      content.update(changes);
    }
  });
});
