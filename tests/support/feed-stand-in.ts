import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RegionReportSchema, type RegionReport } from '@portal/site/contract';
import { demoSnapshot } from '../fixtures/demo-snapshot.ts';

/** Ways in which the stand-in misbehaves until it is told to stop. */
export type Misbehaviour = 'html' | 'half-snapshot' | 'server-error' | 'hang' | 'wrong-region';

/** A stand-in for the CMS's feed: a real HTTP server with snapshots that tests may change. */
export interface FeedStandIn {
  url: string;
  token: string;
  /** Snapshots by region; a region that is removed here is unknown to the feed. */
  snapshots: Map<string, string>;
  media: Map<string, Uint8Array>;
  /** Last report of each region, and all of them in their order. */
  reports: Map<string, RegionReport>;
  allReports: { region: string; report: RegionReport }[];
  /** Number of calls by path. */
  calls: Map<string, number>;
  /** Null: the feed behaves. */
  misbehaviour: Misbehaviour | null;
  /** Puts a region's revision one up and optionally changes its documents. */
  publish: (region: string, change?: (documents: Record<string, unknown>[]) => void) => number;
  stop: () => Promise<void>;
}

const FEED_TOKEN = 'feed-token-of-the-tests-0123456789abcdef';

/** Starts a feed with the demo content of the given regions and the umbrella. */
export async function startFeedStandIn(
  regions: readonly string[] = ['pm', 'tf', 'hvl'],
  asOf = new Date().toISOString().slice(0, 10),
): Promise<FeedStandIn> {
  const server = createServer((request, response) => {
    void answer(feed, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const feed: FeedStandIn = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token: FEED_TOKEN,
    snapshots: new Map(
      [...regions, 'umbrella'].map((region) => [region, demoSnapshot(region, asOf)]),
    ),
    media: new Map(),
    reports: new Map(),
    allReports: [],
    calls: new Map(),
    misbehaviour: null,
    publish(region, change) {
      const [header = '', ...lines] = (this.snapshots.get(region) ?? '').trimEnd().split('\n');
      const documents = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
      change?.(documents);
      const old = JSON.parse(header) as { revision: number };
      const next = { ...old, revision: old.revision + 1, documents: documents.length };
      this.snapshots.set(
        region,
        [next, ...documents].map((line) => `${JSON.stringify(line)}\n`).join(''),
      );
      return next.revision;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
  return feed;
}

async function answer(
  feed: FeedStandIn,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = (request.url ?? '').replace(/^\/api\/feed\/v1\//, '');
  feed.calls.set(path, (feed.calls.get(path) ?? 0) + 1);
  const json = (status: number, body: unknown) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };
  const error = (status: number, name: string) => {
    json(status, { error: { status, name, message: name } });
  };
  if (feed.misbehaviour === 'hang') return;
  if (feed.misbehaviour === 'html') {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<!doctype html><title>Bad gateway</title>');
    return;
  }
  if (feed.misbehaviour === 'server-error') {
    error(500, 'InternalServerError');
    return;
  }
  if (request.headers.authorization !== `Bearer ${feed.token}`) {
    error(401, 'UnauthorizedError');
    return;
  }
  if (path === 'regions') {
    json(200, regionsAnswer(feed));
    return;
  }
  const [region = '', what] = path.split('/');
  if (region === 'media') {
    const bytes = feed.media.get(what ?? '');
    if (bytes === undefined) error(404, 'NotFoundError');
    else response.end(bytes);
    return;
  }
  const snapshot = feed.snapshots.get(feed.misbehaviour === 'wrong-region' ? 'umbrella' : region);
  if (snapshot === undefined) {
    error(404, 'NotFoundError');
    return;
  }
  if (what === 'snapshot') {
    response.writeHead(200, { 'content-type': 'application/x-ndjson' });
    const isHalf = feed.misbehaviour === 'half-snapshot';
    response.end(isHalf ? snapshot.slice(0, snapshot.length / 2) : snapshot);
    return;
  }
  if (what === 'report' && request.method === 'POST') {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const report = RegionReportSchema.parse(JSON.parse(Buffer.concat(chunks).toString()));
    feed.reports.set(region, report);
    feed.allReports.push({ region, report });
    response.writeHead(204).end();
    return;
  }
  error(404, 'NotFoundError');
}

function regionsAnswer(feed: FeedStandIn): unknown {
  const revisionOf = (region: string) => {
    const [header = '{"revision":0}'] = (feed.snapshots.get(region) ?? '').split('\n');
    return (JSON.parse(header) as { revision: number }).revision;
  };
  return {
    regions: [...feed.snapshots.keys()]
      .filter((region) => region !== 'umbrella')
      .map((slug) => ({ slug, name: slug, revision: revisionOf(slug) })),
    umbrella: { revision: revisionOf('umbrella') },
  };
}
