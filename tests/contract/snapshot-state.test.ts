import { beforeEach, describe, expect, it } from 'vitest';
import {
  DELTA_TYPES,
  SnapshotError,
  SnapshotState,
  type PortalDocument,
  type PrepareDocument,
  type SnapshotChange,
} from '@portal/site/contract';
import {
  sampleListing,
  sampleSnapshot,
  sampleStory,
} from '../../site/src/content/sample-content.ts';

const SAMPLE = sampleSnapshot();
const GROUND: PortalDocument[] = [
  ...(SAMPLE.region === null ? [] : [SAMPLE.region]),
  ...SAMPLE.municipalities,
  ...SAMPLE.categories,
  ...SAMPLE.organisations,
];

const DAY = '2026-11-24';

function snapshot(documents: readonly object[], revision = 1, asOf = DAY): string {
  const header = { type: 'header', version: 1, region: 'pm', revision, asOf };
  return ndjson({ ...header, documents: documents.length }, documents);
}

function delta(lines: readonly object[], header: object = {}): string {
  const first = {
    ...{ type: 'delta', version: 1, region: 'pm', since: 1, revision: 2, asOf: DAY },
    documents: lines.length,
    ...header,
  };
  return ndjson(first, lines);
}

function ndjson(header: object, lines: readonly object[]): string {
  return [header, ...lines].map((line) => `${JSON.stringify(line)}\n`).join('');
}

const removed = (documentType: (typeof DELTA_TYPES)[number], documentId: string) => ({
  ...{ type: 'removed', documentType, documentId },
});
const without = (documentId: string) =>
  GROUND.filter((document) => document.documentId !== documentId);
const organisation = (id: string) => {
  const found = SAMPLE.organisations.find(({ documentId }) => documentId === id);
  if (found === undefined) throw new Error(`There is no organisation ${id}.`);
  return found;
};

/** What a change says, in short: `listing:a 1→2` for a title that is another now. */
function summaryOf({ isWhole, documents }: SnapshotChange) {
  const nameOf = (document: PortalDocument | undefined) =>
    document === undefined ? '–' : 'title' in document ? document.title : document.documentId;
  return {
    isWhole,
    documents: documents
      .map(
        ({ type, before, after }) =>
          `${type}:${(before ?? after)?.documentId ?? ''} ${nameOf(before)}→${nameOf(after)}`,
      )
      .sort(),
  };
}

/** Everything that can be asked of a state. */
function contentOf(state: SnapshotState) {
  const types = ['region', 'municipality', 'category', ...DELTA_TYPES] as const;
  return {
    shown: Object.fromEntries(types.map((type) => [type, state.all(type)])),
    quarantine: state.quarantine,
    revision: state.header.revision,
  };
}

const idsOf = (state: SnapshotState, type: PortalDocument['type']) =>
  state.all(type).map(({ documentId }) => documentId);

let state: SnapshotState;
const LISTINGS = [sampleListing('a', { title: '1' }), sampleListing('b', { title: '1' })];
beforeEach(() => {
  state = SnapshotState.read(snapshot([...GROUND, ...LISTINGS]));
});

describe('a delta', () => {
  it('adds, replaces and removes documents, and says what is different', () => {
    const change = state.apply(
      delta([
        sampleListing('a', { title: '2' }),
        removed('listing', 'b'),
        sampleListing('c', { title: '3' }),
      ]),
    );
    expect(summaryOf(change)).toEqual({
      isWhole: false,
      documents: ['listing:a 1→2', 'listing:b 1→–', 'listing:c –→3'],
    });
    expect(idsOf(state, 'listing')).toEqual(['a', 'c']);
    expect(state.header).toMatchObject({ revision: 2, asOf: DAY, region: 'pm' });
    expect(state.quarantine).toEqual([]);
  });

  it('brings the state that a snapshot of the same content brings', () => {
    const changed = [
      sampleListing('a', { title: '2' }),
      sampleStory('s', { listings: ['a', 'b'] }),
    ];
    state.apply(delta([...changed, removed('listing', 'b')]));
    const fresh = SnapshotState.read(snapshot([...GROUND, ...changed], 2));
    expect(contentOf(state)).toEqual(contentOf(fresh));
  });

  it('says nothing of documents that came again as they were', () => {
    expect(summaryOf(state.apply(delta([...LISTINGS, removed('page', 'gone')])))).toEqual({
      isWhole: false,
      documents: [],
    });
  });

  it('keeps the objects of what did not change, so that others can compare by them', () => {
    const [a] = state.all('listing');
    state.apply(delta([LISTINGS[0] ?? {}, sampleListing('c')]));
    expect(state.all('listing')[0]).toBe(a);
  });

  it.each([
    ['of another revision', { since: 3 }, /leads from revision 3 .* this is revision 1/],
    ['of another region', { region: 'tf' }, /delta of tf/],
    ['of another day', { asOf: '2026-11-25' }, /of 2026-11-25/],
    ['that lacks lines', { documents: 3 }, /announces 3 documents, the file holds 1/],
    ['that is none', { type: 'header' }, /must be a header/],
  ])('%s is refused, and the state stays as it was', (_what, header, message) => {
    const before = contentOf(state);
    const text = delta([sampleListing('a', { title: '2' })], header);
    expect(() => state.apply(text)).toThrow(SnapshotError);
    expect(() => state.apply(text)).toThrow(message);
    expect(contentOf(state)).toEqual(before);
  });

  it('that broke off inside a line is refused', () => {
    const text = delta([sampleListing('a', { title: '2' })]);
    expect(() => state.apply(text.slice(0, -3))).toThrow(/the file holds 0/);
  });

  it('with a document that breaks the contract leaves it out, until it comes mended', () => {
    const broken = { ...sampleListing('a', { title: 'Kaputt' }), mode: 'verschenken' };
    expect(summaryOf(state.apply(delta([broken]))).documents).toEqual(['listing:a 1→–']);
    expect(state.quarantine).toEqual([
      {
        type: 'listing',
        documentId: 'a',
        title: 'Kaputt',
        problems: [expect.stringMatching(/^mode: /) as string],
      },
    ]);
    const mended = delta([sampleListing('a', { title: '2' })], { since: 2, revision: 3 });
    expect(summaryOf(state.apply(mended)).documents).toEqual(['listing:a –→2']);
    expect(state.quarantine).toEqual([]);
  });

  it('may remove what was left out', () => {
    state.apply(delta([{ ...sampleListing('a'), mode: 'verschenken' }]));
    state.apply(delta([removed('listing', 'a')], { since: 2, revision: 3 }));
    expect(state.quarantine).toEqual([]);
    expect(idsOf(state, 'listing')).toEqual(['b']);
  });
});

describe('documents that others refer to', () => {
  const story = sampleStory('s', {
    title: 'S',
    givers: ['o1'],
    receivers: ['o2'],
    listings: ['a'],
  });
  const MISSING = 'organisation: Der verknüpfte Eintrag ist nicht veröffentlicht.';

  beforeEach(() => {
    state = SnapshotState.read(snapshot([...GROUND, ...LISTINGS, story]));
  });

  it('take along what cannot be without them when they go, and bring it back', () => {
    const gone = state.apply(delta([removed('organisation', 'o1')]));
    expect(summaryOf(gone).documents).toEqual([
      'listing:a 1→–',
      'listing:b 1→–',
      'organisation:o1 o1→–',
      'success-story:s S→S',
    ]);
    expect(state.all('success-story')[0]).toMatchObject({
      givers: [],
      receivers: ['o2'],
      listings: [],
    });
    expect(state.quarantine.map(({ documentId, problems }) => [documentId, problems])).toEqual([
      ['a', [MISSING]],
      ['b', [MISSING]],
    ]);
    const back = state.apply(delta([organisation('o1')], { since: 2, revision: 3 }));
    expect(summaryOf(back).documents).toEqual([
      'listing:a –→1',
      'listing:b –→1',
      'organisation:o1 –→o1',
      'success-story:s S→S',
    ]);
    expect(contentOf(state)).toEqual(
      contentOf(SnapshotState.read(snapshot([...GROUND, ...LISTINGS, story], 3))),
    );
  });

  it('may come after those that refer to them, in whatever order', () => {
    const lines = [story, ...LISTINGS, organisation('o1')];
    for (const order of [lines, [...lines].reverse()]) {
      const late = SnapshotState.read(snapshot(without('o1')));
      late.apply(delta(order));
      expect(contentOf(late)).toEqual(
        contentOf(SnapshotState.read(snapshot([...GROUND, ...LISTINGS, story], 2))),
      );
    }
  });

  it('change without those that refer to them', () => {
    const { documents } = summaryOf(state.apply(delta([{ ...organisation('o1'), sector: 'Neu' }])));
    expect(documents).toEqual(['organisation:o1 o1→o1']);
  });

  it('that move to a place that does not exist take along what is theirs', () => {
    state.apply(delta([{ ...organisation('o1'), municipality: 'nowhere' }]));
    expect(idsOf(state, 'organisation')).toEqual(['o2']);
    expect(idsOf(state, 'listing')).toEqual([]);
    expect(state.quarantine.map(({ documentId }) => documentId)).toEqual(['a', 'b', 'o1']);
  });

  it('that are missing are named with every field, whatever is wrong besides', () => {
    state.apply(
      delta([sampleListing('a', { organisation: 'x', municipality: 'y', category: 'z' })]),
    );
    expect(state.quarantine[0]?.problems).toEqual([
      'organisation: Der verknüpfte Eintrag ist nicht veröffentlicht.',
      'municipality: Der verknüpfte Eintrag ist nicht veröffentlicht.',
      'category: Der verknüpfte Eintrag ist nicht veröffentlicht.',
    ]);
  });
});

describe('documents with the same address', () => {
  const twin = (id: string, title = id) => sampleListing(id, { slug: 'gleich', title });
  const TAKEN = 'slug: Ein anderer Eintrag hat dieselbe Adresse. Bitte einen von beiden ändern.';

  it('are shown once: the one with the smallest id, in whatever order they come', () => {
    for (const order of [
      ['x', 'y', 'z'],
      ['z', 'y', 'x'],
      ['y', 'z', 'x'],
    ]) {
      const read = SnapshotState.read(snapshot([...GROUND, ...order.map((id) => twin(id))]));
      expect(idsOf(read, 'listing')).toEqual(['x']);
      expect(read.quarantine.map(({ documentId, problems }) => [documentId, problems])).toEqual([
        ['y', [TAKEN]],
        ['z', [TAKEN]],
      ]);
      const taken = SnapshotState.read(snapshot(GROUND));
      for (const [index, id] of order.entries()) {
        taken.apply(delta([twin(id)], { since: index + 1, revision: index + 2 }));
      }
      expect(contentOf(taken)).toEqual({ ...contentOf(read), revision: 4 });
    }
  });

  it('give way to one another as they come, go and get addresses of their own', () => {
    state = SnapshotState.read(snapshot([...GROUND, twin('y')]));
    const came = state.apply(delta([twin('x')]));
    expect(summaryOf(came).documents).toEqual(['listing:x –→x', 'listing:y y→–']);
    const moved = state.apply(
      delta([sampleListing('x', { slug: 'anders', title: 'x' })], { since: 2, revision: 3 }),
    );
    expect(summaryOf(moved).documents).toEqual(['listing:x x→x', 'listing:y –→y']);
    const again = state.apply(delta([twin('x', 'neu')], { since: 3, revision: 4 }));
    expect(summaryOf(again).documents).toEqual(['listing:x x→neu', 'listing:y y→–']);
    const gone = state.apply(delta([removed('listing', 'x')], { since: 4, revision: 5 }));
    expect(summaryOf(gone).documents).toEqual(['listing:x neu→–', 'listing:y –→y']);
    expect(state.quarantine).toEqual([]);
  });

  it('are no matter where the types differ', () => {
    state.apply(delta([sampleStory('s', { slug: 'a' }), sampleListing('x', { slug: 'o1' })]));
    expect(state.quarantine).toEqual([]);
  });

  it('hold the address although they cannot be shown themselves', () => {
    const broken = { ...twin('x'), organisation: 'nobody' };
    const read = SnapshotState.read(snapshot([...GROUND, broken, twin('y')]));
    expect(idsOf(read, 'listing')).toEqual([]);
  });
});

describe('what is left out on purpose', () => {
  const PROBLEM = 'Die Seite ließ sich nicht erzeugen.';

  it('is not shown and is named, with what hangs on it', () => {
    state = SnapshotState.read(
      snapshot([...GROUND, ...LISTINGS, sampleStory('s', { title: 'S', listings: ['a', 'b'] })]),
    );
    const change = state.exclude('listing', 'a', PROBLEM);
    expect(change && summaryOf(change).documents).toEqual(['listing:a 1→–', 'success-story:s S→S']);
    expect(state.all('success-story')[0]?.listings).toEqual(['b']);
    expect(state.quarantine).toEqual([
      { type: 'listing', documentId: 'a', title: '1', problems: [PROBLEM] },
    ]);
  });

  it('is not there to be left out twice, nor if it never was', () => {
    state.exclude('listing', 'a', PROBLEM);
    expect(state.exclude('listing', 'a', PROBLEM)).toBeNull();
    expect(state.exclude('listing', 'nobody', PROBLEM)).toBeNull();
  });

  it('comes back when it changes, and only then', () => {
    state.exclude('listing', 'a', PROBLEM);
    const other = state.apply(delta([sampleListing('b', { title: '2' })]));
    expect(summaryOf(other).documents).toEqual(['listing:b 1→2']);
    expect(idsOf(state, 'listing')).toEqual(['b']);
    const mended = delta([sampleListing('a', { title: '2' })], { since: 2, revision: 3 });
    expect(summaryOf(state.apply(mended)).documents).toEqual(['listing:a –→2']);
    expect(state.quarantine).toEqual([]);
  });

  it('can be taken back in', () => {
    const change = state.exclude('listing', 'a', PROBLEM);
    expect(change && summaryOf(change).documents).toEqual(['listing:a 1→–']);
    const [excluded] = state.excluded;
    expect(excluded).toMatchObject({ type: 'listing', documentId: 'a' });
    expect(excluded && summaryOf(state.readmit(excluded)).documents).toEqual(['listing:a –→1']);
    expect(state.excluded).toEqual([]);
    expect(state.quarantine).toEqual([]);
  });

  it('stays left out through a newer snapshot, until it changes there', () => {
    state.exclude('listing', 'a', PROBLEM);
    expect(summaryOf(state.replace(snapshot([...GROUND, ...LISTINGS], 2))).documents).toEqual([]);
    expect(state.excluded).toHaveLength(1);
    expect(state.quarantine.map(({ problems }) => problems)).toEqual([[PROBLEM]]);
    const mended = [...GROUND, sampleListing('a', { title: '2' })];
    expect(summaryOf(state.replace(snapshot(mended, 3))).documents).toEqual([
      'listing:a –→2',
      'listing:b 1→–',
    ]);
    expect(state.quarantine).toEqual([]);
  });
});

describe('a newer snapshot', () => {
  it('tells the real differences only, and keeps the objects of the rest', () => {
    const [, b] = state.all('listing');
    const [, o2] = state.all('organisation');
    const next = [
      ...GROUND,
      sampleListing('a', { title: '2' }),
      sampleListing('b', { title: '1' }),
      sampleStory('s', { title: 'S' }),
    ];
    expect(summaryOf(state.replace(snapshot(next, 9)))).toEqual({
      isWhole: false,
      documents: ['listing:a 1→2', 'success-story:s –→S'],
    });
    expect(state.all('listing')[1]).toBe(b);
    expect(state.all('organisation')[1]).toBe(o2);
    expect(state.header.revision).toBe(9);
  });

  it('tells of what depends on a difference, too', () => {
    const story = sampleStory('s', { title: 'S', listings: ['a'] });
    state = SnapshotState.read(snapshot([...GROUND, ...LISTINGS, story]));
    const change = state.replace(snapshot([...without('o1'), ...LISTINGS, story], 2));
    expect(summaryOf(change).documents).toEqual([
      'listing:a 1→–',
      'listing:b 1→–',
      'organisation:o1 o1→–',
      'success-story:s S→S',
    ]);
  });

  it('in another order is the same', () => {
    const change = state.replace(snapshot([...LISTINGS, ...GROUND].reverse(), 2));
    expect(summaryOf(change)).toEqual({ isWhole: false, documents: [] });
  });

  it.each<[string, (documents: PortalDocument[]) => PortalDocument[], string]>([
    [
      'region',
      (documents) =>
        documents.map((document) =>
          document.type === 'region' ? { ...document, name: 'Anders' } : document,
        ),
      DAY,
    ],
    [
      'category',
      (documents) =>
        documents.map((document) =>
          document.type === 'category' ? { ...document, position: 7 } : document,
        ),
      DAY,
    ],
    ['municipality', (documents) => documents.filter(({ type }) => type !== 'municipality'), DAY],
    ['day', (documents) => documents, '2026-11-25'],
  ])('with another %s may touch every page', (_what, changed, asOf) => {
    const change = state.replace(snapshot(changed([...GROUND, ...LISTINGS]), 2, asOf));
    expect(change).toEqual({ isWhole: true, documents: [] });
    expect(state.header.asOf).toBe(asOf);
  });

  it('that cannot be used leaves the state as it was', () => {
    const before = contentOf(state);
    expect(() => state.replace(snapshot(GROUND, 2).slice(0, -5))).toThrow(SnapshotError);
    expect(() => state.replace(snapshot(LISTINGS, 2))).toThrow(/does not hold the region itself/);
    expect(contentOf(state)).toEqual(before);
  });

  it('may be followed by deltas', () => {
    state.replace(snapshot([...GROUND, ...LISTINGS], 5));
    state.apply(delta([sampleListing('a', { title: '2' })], { since: 5, revision: 6 }));
    expect(state.all('listing')[0]?.title).toBe('2');
  });
});

describe('a fork', () => {
  it('goes its own way, and so does what it came from', () => {
    state.exclude('listing', 'b', 'Ausgelassen.');
    const before = contentOf(state);
    const fork = state.fork();
    expect(contentOf(fork)).toEqual(before);
    fork.apply(
      delta([
        sampleListing('a', { title: 'Entwurf', slug: 'b' }),
        sampleListing('b', { title: 'Entwurf' }),
        removed('organisation', 'o2'),
      ]),
    );
    expect(idsOf(fork, 'listing')).toEqual(['a']);
    expect(contentOf(state)).toEqual(before);
    state.apply(delta([removed('listing', 'a')]));
    expect(fork.all('listing')[0]?.title).toBe('Entwurf');
    expect(fork.header.revision).toBe(2);
  });
});

describe('what is taken out of documents on their way in', () => {
  /** Shouts, and misses a picture wherever the text says so. */
  const prepare: PrepareDocument = (document) => {
    const { type, documentId } = document;
    const title = 'title' in document ? document.title : '';
    const missing = title.includes('ohne Bild')
      ? [{ type, documentId, title, file: `${documentId}.webp` }]
      : [];
    return {
      document: 'title' in document ? { ...document, title: `${document.title}!` } : document,
      missing,
    };
  };
  const missingOf = ({ missingMedia }: SnapshotState) => missingMedia.map(({ file }) => file);

  it('is taken out of snapshots, deltas and newer snapshots alike', () => {
    const loud = SnapshotState.read(snapshot([...GROUND, ...LISTINGS]), prepare);
    expect(loud.all('listing').map(({ title }) => title)).toEqual(['1!', '1!']);
    loud.apply(delta([sampleListing('a', { title: '2' })]));
    expect(loud.all('listing').map(({ title }) => title)).toEqual(['2!', '1!']);
    loud.replace(snapshot([...GROUND, ...LISTINGS, sampleListing('c', { title: '3' })], 3));
    expect(loud.all('listing').map(({ title }) => title)).toEqual(['1!', '1!', '3!']);
  });

  it('is known as long as it is true', () => {
    const bare = sampleListing('a', { title: 'ohne Bild' });
    const loud = SnapshotState.read(snapshot([...GROUND, bare]), prepare);
    expect(missingOf(loud)).toEqual(['a.webp']);
    const fork = loud.fork();
    fork.apply(delta([sampleListing('x', { title: 'ohne Bild' }), removed('listing', 'a')]));
    expect(missingOf(fork)).toEqual(['x.webp']);
    expect(missingOf(loud)).toEqual(['a.webp']);
    loud.apply(delta([sampleListing('a', { title: 'mit Bild' })]));
    expect(missingOf(loud)).toEqual([]);
    loud.apply(delta([bare], { since: 2, revision: 3 }));
    loud.apply(delta([removed('listing', 'a')], { since: 3, revision: 4 }));
    expect(missingOf(loud)).toEqual([]);
    loud.replace(snapshot([...GROUND, bare], 5));
    expect(missingOf(loud)).toEqual(['a.webp']);
    loud.replace(snapshot(GROUND, 6));
    expect(missingOf(loud)).toEqual([]);
  });
});
