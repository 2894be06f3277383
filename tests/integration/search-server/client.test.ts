import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { close, listen } from '../../../scripts/lib/http.ts';
import { SearchServerClient } from '../../../scripts/lib/search-server/client.ts';
import {
  meilisearchMissing,
  startMeilisearch,
  type RunningMeilisearch,
} from '../../support/meilisearch.ts';
import { portOf } from '../../support/raw-http.ts';

describe.skipIf((await meilisearchMissing()) !== null)('a search server', () => {
  let meilisearch: RunningMeilisearch;
  beforeAll(async () => {
    meilisearch = await startMeilisearch();
  });
  afterAll(() => meilisearch.stop());

  it('is waited for until it has done what was asked', async () => {
    const { client } = meilisearch;
    await client.carryOut('POST', '/indexes', { uid: 'things', primaryKey: 'id' });
    await client.carryOut('POST', '/indexes/things/documents', '{"id":"a"}\n{"id":"b"}\n');
    const stats = await client.ask('GET', '/indexes/things/stats');
    expect(stats).toMatchObject({ numberOfDocuments: 2 });
  });

  it('that fails at a task is quoted, with its code and what to do', async () => {
    const failing = meilisearch.client.carryOut('POST', '/indexes/things/documents', '{"name":1}');
    await expect(failing).rejects.toMatchObject({
      code: 'missing_document_id',
      message: expect.stringContaining('documentAdditionOrUpdate) failed: ') as string,
      hint: expect.stringContaining('tried again') as string,
    });
  });

  it('that refuses the key is named with the setting to mend, but the key is not', async () => {
    const { host } = meilisearch;
    const client = new SearchServerClient({ host, key: 'a-wrong-admin-key' });
    const failing = client.ask('GET', '/stats');
    await expect(failing).rejects.toMatchObject({
      code: 'invalid_api_key',
      hint: expect.stringContaining('MEILISEARCH_ADMIN_KEY') as string,
      message: expect.not.stringContaining('a-wrong-admin-key') as string,
    });
  });
});

describe('what is no search server', () => {
  let server: Server;
  let answer: { status: number; body: string } | null;
  let client: SearchServerClient;
  beforeAll(async () => {
    server = createServer((_, response) => {
      if (answer === null) return;
      response.writeHead(answer.status, { 'content-type': 'text/html' }).end(answer.body);
    });
    await listen(server, 0, '127.0.0.1', 'PORT');
    const access = { key: 'k'.repeat(16), timeoutMs: 200, taskTimeoutMs: 100 };
    client = new SearchServerClient({ host: `http://127.0.0.1:${portOf(server)}`, ...access });
  });
  afterAll(async () => {
    server.closeAllConnections();
    await close(server);
  });

  it.each([
    ['a page', { status: 200, body: '<h1>Hello</h1>' }],
    ['an error page', { status: 502, body: '<h1>Bad gateway</h1>' }],
    ['JSON of somebody else', { status: 404, body: '{"error":"none"}' }],
  ])('is recognised by %s', async (_, page) => {
    answer = page;
    await expect(client.ask('GET', '/stats')).rejects.toThrow('is not Meilisearch');
  });

  it('does not hold up anybody who asks it', async () => {
    answer = null;
    expect(await client.isUp()).toBe(false);
    await expect(client.ask('GET', '/stats')).rejects.toThrow('does not answer');
  });

  it('is given up when it never ends a task', async () => {
    answer = { status: 200, body: '{"taskUid":7,"status":"enqueued","type":"indexCreation"}' };
    const waiting = client.carryOut('POST', '/indexes', { uid: 'things' });
    await expect(waiting).rejects.toThrow('still enqueued after 0.1 s');
  });
});
