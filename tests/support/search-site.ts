import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { IndexFile } from 'pagefind';
import type { SearchServerClient } from '../../scripts/lib/search-server/client.ts';
import { guestPath } from '../../site/src/contract/guest.ts';
import type { SearchDocument } from '../../site/src/lib/search-document.ts';
import {
  MEILISEARCH_SETTINGS,
  toMeilisearchRecord,
} from '../../site/src/lib/search-meilisearch.ts';
import { germanTermFinder } from '../../site/src/lib/german-terms.ts';

/** A site as its search sees it: the files of its index, and the way to a search server. */
export interface SearchSite {
  origin: string;
  /** What `/.well-known/search.json` says; null: the site has no search server. */
  facts: unknown;
  /** Answers `/api/search`. */
  answer: (body: string, response: ServerResponse, key: string) => void | Promise<void>;
  /** Number of times that `/api/search` was asked. */
  asked: number;
  close: () => Promise<void>;
}

/**
 * Serves a site's search on a free port; tests say what its search server does.
 *
 * @param files - Of the site's index.
 * @param guests - Files of the indexes of other regions, by their slugs.
 */
export async function startSearchSite(
  files: readonly IndexFile[],
  guests: Record<string, readonly IndexFile[]> = {},
): Promise<SearchSite> {
  const filesOf = (own: readonly IndexFile[], folder: string) =>
    own.map((file) => [folder + file.path, file.content] as const);
  const byPath = new Map([
    ...filesOf(files, '/pagefind/'),
    ...Object.entries(guests).flatMap(([region, theirs]) =>
      filesOf(theirs, guestPath(region, '/pagefind/')),
    ),
  ]);
  const server = createServer((request, response) => {
    void respond(request, response);
  });
  const site: SearchSite = {
    origin: '',
    facts: null,
    asked: 0,
    answer: (_body, response) => void response.destroy(),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  const respond = async (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? '';
    if (path === '/api/search') {
      site.asked += 1;
      let body = '';
      for await (const chunk of request) body += String(chunk);
      const key = (request.headers.authorization ?? '').replace('Bearer ', '');
      await site.answer(body, response, key);
      return;
    }
    const content = byPath.get(path);
    if (path === '/.well-known/search.json' && site.facts !== null) {
      response.end(JSON.stringify(site.facts));
    } else if (content !== undefined) response.end(content);
    else response.writeHead(404).end();
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  site.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return site;
}

/** Lets a site's search reach a server, as the gateway does. */
export function proxyTo(host: string): SearchSite['answer'] {
  return async (body, response, key) => {
    const answer = await fetch(`${host}/multi-search`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body,
    }).catch(() => null);
    if (answer === null) response.writeHead(502).end('{}');
    else response.writeHead(answer.status).end(await answer.text());
  };
}

/** What a site says of its index, and of those of other regions by their slugs. */
export function factsOf(
  index: string,
  key: string,
  count: number,
  others: Record<string, number> = {},
): object {
  const indexes = [
    { region: 'own', index, revision: 1, count },
    ...Object.entries(others).map(([region, held]) => ({
      region,
      index: `portal-${region}`,
      revision: 1,
      count: held,
    })),
  ];
  return { index, key, expiresAt: '2100-01-01T00:00:00.000Z', revision: 1, indexes };
}

/** Fills an index with documents as the publisher does. */
export async function fillIndex(
  client: SearchServerClient,
  index: string,
  documents: readonly SearchDocument[],
): Promise<void> {
  const termsOf = germanTermFinder();
  const records = documents.map((document) => toMeilisearchRecord(document, termsOf(document)));
  await client.carryOut('PATCH', `/indexes/${index}/settings`, MEILISEARCH_SETTINGS);
  await client.carryOut('POST', `/indexes/${index}/documents?primaryKey=id`, records);
}

/** Node fetches no files; a browser gets them from the server. */
export function readFilesByFetch(): void {
  const { fetch } = globalThis;
  globalThis.fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : input.toString();
    if (!address.startsWith('file:')) return fetch(input, init);
    return readFile(fileURLToPath(address.replace(/\?.*/, ''))).then(
      (bytes) => new Response(bytes),
      () => new Response('', { status: 404 }),
    );
  };
}

/** Counts of values that there are; engines may leave out the others or name them. */
export function withoutZeros(counts: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}
