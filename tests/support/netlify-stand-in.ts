import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ReleaseFacts } from '@portal/site/contract';
import type { ManualClock } from './manual-clock.ts';

/** How the address of a build hook answers instead of accepting. */
export type HookFault = 'hang' | 'redirect' | { status: number; retryAfter?: string };
/** How the site answers instead of showing its release. */
export type SiteFault = 'html' | 'hang' | 'redirect' | 'endless' | 'error' | 'other-region';
/** What becomes of a build. */
export type Outcome = 'green' | 'red' | 'old-content';

/** One site on Netlify, with what tests may change about it. */
export interface StandInSite {
  /** Revision that the CMS is at; a build takes it up when it begins. */
  cmsRevision: number;
  /** What the site shows; null: nothing was ever deployed. */
  live: ReleaseFacts | null;
  hookFault: HookFault | null;
  siteFault: SiteFault | null;
  /** What becomes of the builds that begin now. */
  outcome: Outcome;
  /** What an edge keeps for whoever asks for the plain address. */
  cached: ReleaseFacts | null;
  /** Answers of an edge that lags behind; each is given once. */
  laggingAnswers: (ReleaseFacts | null)[];
  /** Moments at which the hook was called. */
  hookCalls: number[];
  looks: number;
  builds: { beganAt: number; revision: number }[];
  skipped: number;
}

/** A stand-in for Netlify: its API for build hooks, its builds and the sites that it serves. */
export interface NetlifyStandIn {
  hooks: ReadonlyMap<string, string>;
  siteOrigin: (region: string) => string;
  site: (region: string) => StandInSite;
  /** What must not appear anywhere. */
  secrets: readonly string[];
  stop: () => Promise<void>;
}

/** Time that one build takes. */
export const BUILD_MS = 90_000;

/** Starts Netlify with a site and a hook for each region. */
export async function startNetlifyStandIn(
  clock: ManualClock,
  regions: readonly string[],
): Promise<NetlifyStandIn> {
  const sites = new Map(regions.map((region) => [region, new Site(region, clock)]));
  const idOf = (region: string) => `5c23354f454e-secret-${region}`;
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://netlify');
    const [folder, name = ''] = url.pathname.slice(1).split('/');
    const region = regions.find((slug) => name === (folder === 'sites' ? slug : idOf(slug)));
    const site = sites.get(region ?? '');
    if (site === undefined) response.writeHead(404).end('Not found');
    else if (folder === 'sites') site.show(url, response);
    else site.takeHook(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    hooks: new Map(regions.map((region) => [region, `${origin}/build_hooks/${idOf(region)}`])),
    siteOrigin: (region) => `${origin}/sites/${region}`,
    site: (region) => {
      const site = sites.get(region);
      if (site === undefined) throw new Error(`There is no site of ${region}.`);
      return site;
    },
    secrets: regions.map(idOf),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

/** What a build of a revision deploys. */
export function factsOf(region: string, revision: number, builtAt: number): ReleaseFacts {
  return {
    region,
    revision,
    searchRevision: revision,
    releaseId: `${revision}-0123456789ab`,
    builtAt: new Date(builtAt).toISOString(),
  };
}

class Site implements StandInSite {
  cmsRevision = 1;
  live: ReleaseFacts | null = null;
  hookFault: HookFault | null = null;
  siteFault: SiteFault | null = null;
  outcome: Outcome = 'green';
  cached: ReleaseFacts | null = null;
  laggingAnswers: (ReleaseFacts | null)[] = [];
  hookCalls: number[] = [];
  looks = 0;
  builds: { beganAt: number; revision: number }[] = [];
  skipped = 0;
  #waiting = 0;
  #isBuilding = false;
  readonly #region: string;
  readonly #clock: ManualClock;

  constructor(region: string, clock: ManualClock) {
    this.#region = region;
    this.#clock = clock;
  }

  takeHook(request: IncomingMessage, response: ServerResponse): void {
    this.hookCalls.push(this.#clock.now());
    request.resume();
    const fault = this.hookFault;
    if (fault === 'hang') return;
    if (fault === 'redirect') {
      response.writeHead(302, { location: request.url ?? '' }).end();
    } else if (fault !== null) {
      const { status, retryAfter } = fault;
      response.writeHead(status, retryAfter === undefined ? {} : { 'retry-after': retryAfter });
      response.end('No.');
    } else if (request.method !== 'POST') {
      response.writeHead(405).end();
    } else {
      this.#waiting += 1;
      if (!this.#isBuilding) this.#build();
      response.writeHead(200, { 'content-type': 'application/json' }).end();
    }
  }

  show(url: URL, response: ServerResponse): void {
    this.looks += 1;
    const json = (facts: unknown) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(facts));
    };
    const html = (status: number) => {
      response.writeHead(status, { 'content-type': 'text/html' });
      response.end('<!doctype html><title>Netlify</title>');
    };
    switch (this.siteFault) {
      case 'hang':
        return;
      case 'html':
        html(200);
        return;
      case 'error':
        html(502);
        return;
      case 'redirect':
        response.writeHead(301, { location: '/elsewhere' }).end();
        return;
      case 'endless':
        response.writeHead(200, { 'content-type': 'application/json' });
        writeForEver(response);
        return;
      case 'other-region':
        json(factsOf('elsewhere', 1, 0));
        return;
      case null: {
        const isPlain = url.search === '';
        const lagging = this.laggingAnswers.shift();
        const facts = lagging ?? (isPlain && this.cached !== null ? this.cached : this.live);
        if (facts === null) html(404);
        else json(facts);
      }
    }
  }

  /** Builds for the last hook of those that wait; the ones before it are skipped. */
  #build(): void {
    this.skipped += this.#waiting - 1;
    this.#waiting = 0;
    this.#isBuilding = true;
    const { outcome, cmsRevision } = this;
    const beganAt = this.#clock.now();
    this.builds.push({ beganAt, revision: cmsRevision });
    this.#clock.schedule(BUILD_MS, () => {
      this.#isBuilding = false;
      if (outcome === 'green') this.live = factsOf(this.#region, cmsRevision, beganAt);
      if (this.#waiting > 0) this.#build();
    });
  }
}

function writeForEver(response: ServerResponse): void {
  const write = () => {
    while (!response.destroyed && response.write(' '.repeat(16_384)));
  };
  response.on('drain', write);
  write();
}
