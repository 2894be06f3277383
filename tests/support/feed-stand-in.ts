import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RegionReportSchema, UMBRELLA, type RegionReport } from '@portal/site/contract';
import { demoSnapshot } from '../fixtures/demo-snapshot.ts';

/** Ways in which the stand-in misbehaves until it is told to stop. */
export type Misbehaviour = 'html' | 'half' | 'server-error' | 'hang' | 'wrong-region';

/** A stand-in for the CMS's feed: a real HTTP server with snapshots that tests may change. */
export interface FeedStandIn {
  url: string;
  token: string;
  /** Snapshots by region; a region that is removed here is unknown to the feed. */
  snapshots: Map<string, string>;
  media: Map<string, Uint8Array>;
  /** Documents of drafts, by `REGION/TYPE/DOCUMENT_ID`. */
  drafts: Map<string, unknown[]>;
  /** Last report of each region, and all of them in their order. */
  reports: Map<string, RegionReport>;
  allReports: { region: string; report: RegionReport }[];
  /** Number of calls by path. */
  calls: Map<string, number>;
  /** Whether the feed tells what has changed; else readers need snapshots. */
  hasDeltas: boolean;
  /** Earlier snapshots, by region and revision. */
  history: Map<string, string>;
  /** Null: the feed behaves. */
  misbehaviour: Misbehaviour | null;
  /** Whether the connection breaks off instead of an answer to a path. */
  breaksOff: (path: string) => boolean;
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
    drafts: new Map(),
    reports: new Map(),
    allReports: [],
    calls: new Map(),
    hasDeltas: true,
    history: new Map(),
    misbehaviour: null,
    breaksOff: () => false,
    publish(region, change) {
      const [header = '', ...lines] = (this.snapshots.get(region) ?? '').trimEnd().split('\n');
      const documents = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
      change?.(documents);
      const old = JSON.parse(header) as { revision: number };
      this.history.set(`${region} ${old.revision}`, this.snapshots.get(region) ?? '');
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
  if (feed.breaksOff(path)) {
    request.socket.destroy();
    return;
  }
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
  const [region = '', what, ...rest] = path.split('/');
  if (what === 'draft') {
    const documents = feed.drafts.get([region, ...rest].join('/').replace(/\?.*$/, ''));
    if (documents === undefined) error(404, 'NotFoundError');
    else json(200, { documents });
    return;
  }
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
  const isHalf = feed.misbehaviour === 'half';
  if (what === 'snapshot') {
    response.writeHead(200, { 'content-type': 'application/x-ndjson' });
    response.end(isHalf ? snapshot.slice(0, snapshot.length / 2) : snapshot);
    return;
  }
  if (what?.startsWith('delta?since=') === true) {
    const delta = feed.hasDeltas ? deltaOf(feed, region, Number(what.slice(12)), snapshot) : null;
    if (delta === null) error(410, 'SnapshotNeeded');
    else response.end(isHalf ? delta.slice(0, delta.length / 2) : delta);
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

const DELTA_TYPES = ['listing', 'organisation', 'success-story', 'page'];

function deltaOf(
  feed: FeedStandIn,
  region: string,
  since: number,
  snapshot: string,
): string | null {
  const [header = '', ...lines] = snapshot.trimEnd().split('\n');
  const { revision, asOf } = JSON.parse(header) as { revision: number; asOf: string };
  const answered = feed.misbehaviour === 'wrong-region' ? UMBRELLA : region;
  const old = since === revision ? snapshot : feed.history.get(`${region} ${since}`);
  if (old === undefined) return null;
  const before = new Map(old.trimEnd().split('\n').slice(1).map(keyed));
  const now = new Map(lines.map(keyed));
  const put = lines.filter((line) => before.get(keyed(line)[0]) !== line);
  const gone = [...before.keys()].filter((key) => !now.has(key));
  const types = [...put.map((line) => keyed(line)[0]), ...gone].map((key) => key.split(' ')[0]);
  if (types.some((type) => !DELTA_TYPES.includes(type ?? ''))) return null;
  const removed = gone.map((key) => {
    const [documentType, documentId] = key.split(' ');
    return JSON.stringify({ type: 'removed', documentType, documentId });
  });
  const documents = put.length + removed.length;
  const first = JSON.stringify({
    ...{ type: 'delta', version: 1, region: answered, since, revision, asOf, documents },
  });
  return [first, ...put, ...removed].map((line) => `${line}\n`).join('');
}

function keyed(line: string): [string, string] {
  const { type, documentId } = JSON.parse(line) as { type: string; documentId: string };
  return [`${type} ${documentId}`, line];
}
