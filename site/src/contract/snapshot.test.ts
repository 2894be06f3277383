import { describe, expect, it } from 'vitest';
import { parseSnapshot } from './snapshot.ts';
import { SnapshotError } from './snapshot-state.ts';

const region = {
  type: 'region',
  documentId: 'r1',
  slug: 'pm',
  name: 'Potsdam-Mittelmark',
  shortName: 'PM',
  tagline: { de: 'Gemeinsam mehr nutzen', en: null },
  introduction: null,
  searchWords: [['Stapler', 'Gabelstapler']],
  federalState: 'BB',
  operator: {
    name: 'Betreiber',
    place: 'Teltow',
    street: null,
    postalCode: null,
    phone: null,
    email: 'redaktion@pm.example',
    website: null,
  },
  brand: { primary: '#00594f', accent: '#f2a900', logo: null, cover: null },
  center: { latitude: 52.25, longitude: 12.72 },
  neighbours: [],
  partners: [],
};
const municipality = {
  type: 'municipality',
  documentId: 'm1',
  slug: 'beelitz',
  name: 'Beelitz',
  postalCodes: ['14547'],
  latitude: 52.2,
  longitude: 12.9,
};
const organisation = {
  type: 'organisation',
  documentId: 'o1',
  slug: 'recura',
  name: 'RECURA Kliniken',
  kind: 'healthcare',
  sector: null,
  description: '',
  municipality: 'm1',
  website: null,
  employees: null,
  logo: null,
};

function snapshot(documents: unknown[], header: object = {}): string {
  const head = {
    type: 'header',
    version: 1,
    region: 'pm',
    revision: 7,
    asOf: '2026-11-24',
    documents: documents.length,
    ...header,
  };
  return [head, ...documents]
    .map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`)
    .join('');
}

describe('parseSnapshot', () => {
  it('sorts the documents of a good snapshot by type', () => {
    const parsed = parseSnapshot(snapshot([organisation, region, municipality]));
    expect(parsed.header.revision).toBe(7);
    expect(parsed.region?.name).toBe('Potsdam-Mittelmark');
    expect(parsed.organisations.map((item) => item.name)).toEqual(['RECURA Kliniken']);
    expect(parsed.quarantine).toEqual([]);
  });

  it('reads a region from before editors could add search words', () => {
    const { searchWords, ...old } = region;
    expect(parseSnapshot(snapshot([region])).region).toMatchObject({ searchWords });
    expect(parseSnapshot(snapshot([old])).region).toMatchObject({ searchWords: [] });
  });

  it('refuses a file that broke off after a line', () => {
    const half = snapshot([region, municipality, organisation]).split('\n').slice(0, 3).join('\n');
    expect(() => parseSnapshot(`${half}\n`)).toThrow(/announces 3 documents, the file holds 2/);
  });

  it('refuses a file that broke off inside a line', () => {
    const whole = snapshot([region, municipality, organisation]);
    for (const cut of [1, 20]) {
      expect(() => parseSnapshot(whole.slice(0, -cut))).toThrow(/the file holds 2/);
    }
  });

  it('leaves out a line that is not JSON and says which', () => {
    const parsed = parseSnapshot(snapshot([region, '{"type":"page",']));
    expect(parsed.quarantine[0]?.problems[0]).toBe('Zeile 3 ist kein gültiges JSON.');
  });

  it('says that it got a web page when a proxy answers with one', () => {
    expect(() => parseSnapshot('<!doctype html><title>502</title>')).toThrow(/HTML page/);
  });

  it('refuses an empty file', () => {
    expect(() => parseSnapshot('')).toThrow(SnapshotError);
  });

  it('takes control characters and broken surrogates out of texts', () => {
    const name = 'RECURA\u0008 Kli\u0000niken\ufffe\uffff \ud83d 😀';
    const parsed = parseSnapshot(snapshot([region, municipality, { ...organisation, name }]));
    expect(parsed.organisations[0]?.name).toBe('RECURA Kliniken \ufffd 😀');
  });

  it('leaves out a document that breaks the contract and names it and the field', () => {
    const parsed = parseSnapshot(
      snapshot([region, municipality, { ...organisation, website: 'javascript:alert(1)' }]),
    );
    expect(parsed.organisations).toEqual([]);
    expect(parsed.quarantine).toEqual([
      expect.objectContaining({ documentId: 'o1', title: 'RECURA Kliniken' }),
    ]);
    expect(parsed.quarantine[0]?.problems[0]).toMatch(/^website:/);
  });

  it('leaves out a document whose organisation or municipality is not published', () => {
    const parsed = parseSnapshot(snapshot([region, organisation]));
    expect(parsed.quarantine[0]).toEqual({
      type: 'organisation',
      documentId: 'o1',
      title: 'RECURA Kliniken',
      problems: ['municipality: Der verknüpfte Eintrag ist nicht veröffentlicht.'],
    });
  });

  it('keeps a story whose listing has ended', () => {
    const story = {
      type: 'success-story',
      documentId: 's1',
      slug: 'vier-schulen',
      title: 'Vier Schulen freuen sich',
      teaser: 'Büromaterial für vier Schulen.',
      body: [],
      quote: null,
      givers: ['o1'],
      receivers: ['gone'],
      listings: ['ended'],
      municipality: 'm1',
      impact: [],
      cover: null,
      publishedOn: '2026-05-01',
    };
    const parsed = parseSnapshot(snapshot([region, municipality, organisation, story]));
    expect(parsed.stories[0]).toMatchObject({ givers: ['o1'], receivers: [], listings: [] });
    expect(parsed.quarantine).toEqual([]);
  });

  it('refuses a snapshot of another region or without a usable region', () => {
    expect(() => parseSnapshot(snapshot([{ ...region, slug: 'tf' }]))).toThrow(/does not hold/);
    expect(() => parseSnapshot(snapshot([{ ...region, name: '' }]))).toThrow(/name: .*Mend/);
  });
});
