import { HintSchema, type Hint } from '@portal/site/contract';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { createHmac } from 'node:crypto';
import { type AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { startCms, type RunningCms } from '../../support/cms.ts';
import {
  COLLECTIONS,
  createEntry,
  createWorld,
  listingValues,
  publishEntry,
  revisionOf,
  UIDS,
  type World,
} from '../../support/cms-world.ts';

interface Received {
  headers: IncomingHttpHeaders;
  url: string;
  body: string;
}

let publisher: Server;
let cms: RunningCms;
let world: World;
let received: Received[] = [];

beforeAll(async () => {
  publisher = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      received.push({ headers: request.headers, url: request.url ?? '', body });
      response.writeHead(202).end();
    });
  });
  await new Promise<void>((resolve) => publisher.listen(0, '127.0.0.1', resolve));
  const { port } = publisher.address() as AddressInfo;
  cms = await startCms({ env: { PUBLISHER_URL: `http://127.0.0.1:${port}` } });
  world = await createWorld(cms);
});
afterAll(async () => {
  await cms?.stop();
  publisher.close();
});
beforeEach(async () => {
  await untilQuiet();
  received = [];
});

/** Hints that follow one another leave 300 ms apart. */
const untilQuiet = () => new Promise((resolve) => setTimeout(resolve, 800));

const hints = () => received.map(({ body }): Hint => HintSchema.parse(JSON.parse(body)));

it('one hint for each region follows a bulk publication, with the last revision', async () => {
  const { editorOfAlpha: editor, alpha, category } = world;
  const documentIds = [];
  for (const title of ['Eins', 'Zwei', 'Drei']) {
    documentIds.push(await createEntry(editor, 'listing', listingValues(alpha, category, title)));
  }
  await editor.must('POST', `${COLLECTIONS}/${UIDS.listing}/actions/bulkPublish`, { documentIds });
  await vi.waitFor(() => expect(received).toHaveLength(2));
  expect(hints().map(({ data }) => data)).toEqual([
    { region: 'umbrella', revision: await revisionOf(cms, 'umbrella') },
    { region: 'alpha', revision: await revisionOf(cms, 'alpha') },
  ]);
});

it('the first of many publications is hinted at once, the others together, the last in any case', async () => {
  const { editorOfAlpha: editor, alpha } = world;
  await publishEntry(editor, 'page', alpha.page);
  const first = await revisionOf(cms, 'alpha');
  for (let count = 1; count < 10; count += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    await publishEntry(editor, 'page', alpha.page);
  }
  await untilQuiet();
  for (const region of ['alpha', 'umbrella']) {
    const sent = hints().filter(({ data }) => data.region === region);
    const revisions = sent.map(({ data }) => data.revision);
    if (region === 'alpha') expect(revisions[0]).toBe(first);
    expect(revisions.at(-1)).toBe(await revisionOf(cms, region));
    expect(revisions).toEqual([...new Set(revisions)].sort((a, b) => a - b));
    // Timers may be a millisecond early.
    for (const [index, { timestamp }] of sent.entries()) {
      const before = sent[index - 1]?.timestamp ?? '1970-01-01T00:00:00.000Z';
      expect(Date.parse(timestamp) - Date.parse(before)).toBeGreaterThan(290);
    }
  }
});

it('a hint is signed by Standard Webhooks', async () => {
  await publishEntry(world.editorOfAlpha, 'listing', world.alpha.listing);
  await vi.waitFor(() => expect(received.length).toBeGreaterThan(0));
  const { headers, url, body } = received[0] as Received;
  expect(url).toBe('/hint');
  const id = String(headers['webhook-id']);
  const timestamp = String(headers['webhook-timestamp']);
  const key = Buffer.from(cms.hintSecret.replace('whsec_', ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  expect(headers['webhook-signature']).toBe(`v1,${signature}`);
  expect(Math.abs(Number(timestamp) - Date.now() / 1000)).toBeLessThan(5);
});

it('no hint follows a draft or a refused write', async () => {
  const { editorOfAlpha: editor, alpha, category } = world;
  await createEntry(editor, 'listing', listingValues(alpha, category, 'Still'));
  await editor.call('DELETE', `${COLLECTIONS}/${UIDS.organisation}/${alpha.organisation}`);
  await untilQuiet();
  expect(received).toEqual([]);
});
