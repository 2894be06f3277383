import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseSnapshot } from '@portal/site/contract';
import { startCms, type RunningCms } from '../../support/cms.ts';
import {
  COLLECTIONS,
  connect,
  contentOf,
  createEntry,
  paragraph,
  publishEntry,
  regionValues,
  revisionOf,
  UIDS,
} from '../../support/cms-world.ts';

interface Page {
  documentId: string;
  slug: string;
  title: string;
  publishedAt: string | null;
  body: unknown;
}

let cms: RunningCms;
beforeAll(async () => {
  cms = await startCms();
});
afterAll(() => cms?.stop());

const PAGES = `${COLLECTIONS}/${UIDS.page}`;

async function pagesOf(region: string): Promise<Page[]> {
  const { results } = await cms.superAdmin.must<{ results: { documentId: string }[] }>(
    'GET',
    `${PAGES}?filters[region][documentId][$eq]=${region}&sort=slug:asc&pageSize=100`,
  );
  return Promise.all(
    results.map(async ({ documentId }) => {
      const { data } = await cms.superAdmin.must<{ data: Page }>('GET', `${PAGES}/${documentId}`);
      return data;
    }),
  );
}

/** Values of a region whose operator has given everything. */
function completeRegion(slug: string, name: string, federalState: string): object {
  return {
    ...regionValues(slug, name),
    federalState,
    operator: {
      name: `Wirtschaftsförderung ${name} GmbH`,
      street: 'Am Markt 7',
      postalCode: '19370',
      place: 'Parchim',
      email: `portal@${slug}.example`,
      phone: '030 23125 099',
    },
    partners: [{ name: 'Kreishandwerkerschaft', role: 'Partner' }],
  };
}

describe('a new region', () => {
  it('has drafts of its legal pages, filled in with the data of its operator', async () => {
    const values = completeRegion('ludwigslust', 'Ludwigslust-Parchim', 'MV');
    const region = await createEntry(cms.superAdmin, 'region', values);
    const pages = await pagesOf(region);
    expect(pages.map(({ slug, title, publishedAt }) => [slug, title, publishedAt])).toEqual([
      ['barrierefreiheit', 'Erklärung zur Barrierefreiheit', null],
      ['datenschutz', 'Datenschutz', null],
      ['impressum', 'Impressum', null],
      ['ueber', 'Über die Plattform', null],
    ]);
    for (const { slug, body } of pages) {
      const text = JSON.stringify(body);
      expect(text, slug).toContain('Wirtschaftsförderung Ludwigslust-Parchim GmbH');
      expect(text, slug).not.toMatch(/Demoinhalt|echten Betrieb|Brandenburgisch|LASV|\{\{/);
    }
    const [accessibility, privacy, imprint, about] = pages.map(({ body }) => JSON.stringify(body));
    expect(imprint).toContain('Am Markt 7\\n19370 Parchim');
    expect(privacy).toContain('www.datenschutz-mv.de');
    expect(accessibility).toContain('Überwachungsstelle in Mecklenburg-Vorpommern]');
    expect(about).toContain('Kreishandwerkerschaft');
  });

  it('raises no revision with its drafts, and its site has none of them', async () => {
    const before = await revisionOf(cms, 'umbrella');
    await createEntry(cms.superAdmin, 'region', regionValues('prignitz', 'Prignitz'));
    expect([await revisionOf(cms, 'prignitz'), await revisionOf(cms, 'umbrella')]).toEqual([
      1,
      before + 1,
    ]);
    const { text } = await cms.feed.call('GET', '/api/feed/v1/prignitz/snapshot');
    expect(parseSnapshot(text).pages).toEqual([]);
  });

  it('goes public page by page, when its operator has filled in what is missing', async () => {
    const values = completeRegion('barnim', 'Barnim', 'BB');
    const region = await createEntry(cms.superAdmin, 'region', values);
    const pages = await pagesOf(region);
    for (const { documentId, slug } of pages) {
      const publish = () =>
        cms.superAdmin.call('POST', `${PAGES}/${documentId}/actions/publish`, {});
      const first = await publish();
      if (slug === 'ueber') {
        expect(first.status, first.text).toBe(200);
        continue;
      }
      expect(first.status, slug).toBe(400);
      expect(first.text).toContain('Im Text fehlt noch etwas: „[Bitte ergänzen: ');
      await cms.superAdmin.must('PUT', `${PAGES}/${documentId}`, { body: paragraph('Geprüft.') });
      expect((await publish()).status).toBe(200);
    }
    const { text } = await cms.feed.call('GET', '/api/feed/v1/barnim/snapshot');
    const snapshot = parseSnapshot(text);
    expect(snapshot.pages.map(({ slug }) => slug).sort()).toEqual([
      'barrierefreiheit',
      'datenschutz',
      'impressum',
      'ueber',
    ]);
    expect(snapshot.quarantine).toEqual([]);
  });

  it('asks for an address that its operator has not given', async () => {
    const region = await createEntry(
      cms.superAdmin,
      'region',
      regionValues('uckermark', 'Uckermark'),
    );
    const imprint = (await pagesOf(region)).find(({ slug }) => slug === 'impressum');
    expect(JSON.stringify(imprint?.body)).toContain('[Bitte ergänzen: Straße und Hausnummer]');
  });

  it('that is refused leaves no pages behind', async () => {
    const before = contentOf(cms);
    const values = { ...regionValues('barnim', 'Noch ein Barnim') };
    const answer = await cms.superAdmin.call('POST', `${COLLECTIONS}/${UIDS.region}`, values);
    expect(answer.status).toBe(400);
    expect(contentOf(cms)).toBe(before);
  });

  it('can be deleted with its drafts, but not with anything else', async () => {
    const region = await createEntry(cms.superAdmin, 'region', regionValues('oder', 'Oder-Spree'));
    const route = `${COLLECTIONS}/${UIDS.region}/${region}`;
    const page = await createEntry(cms.superAdmin, 'page', {
      title: 'Presse',
      body: paragraph('Bilder'),
      region: connect(region),
    });
    expect((await cms.superAdmin.call('DELETE', route)).status).toBe(400);
    await cms.superAdmin.must('DELETE', `${PAGES}/${page}`);

    const about = (await pagesOf(region)).find(({ slug }) => slug === 'ueber');
    await publishEntry(cms.superAdmin, 'page', about?.documentId ?? '');
    const refused = await cms.superAdmin.call('DELETE', route);
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('Diese Region hat noch Inhalte');
    expect(await pagesOf(region)).toHaveLength(4);

    await cms.superAdmin.must('POST', `${PAGES}/${about?.documentId}/actions/unpublish`, {});
    expect((await cms.superAdmin.call('DELETE', route)).status).toBe(200);
    expect(await pagesOf(region)).toEqual([]);
  });
});
