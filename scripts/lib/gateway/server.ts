import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { parseGuestPath, UMBRELLA } from '@portal/site/contract';
import type { Logger } from '../logger.ts';
import { securityHeaders, type Scheme } from '../security-headers.ts';
import { FileLookup } from '../file-list.ts';
import type { Release } from '../release.ts';
import { SEARCH_ACCESS_PATH, SEARCH_PATH, searchFactsOf } from '../search-server/search-access.ts';
import { sendJson } from '../http.ts';
import { LiveReleases } from './live-releases.ts';
import {
  BAD_REQUEST,
  INTERNAL_ERROR,
  METHOD_NOT_ALLOWED,
  NOTICE_STYLE,
  NOTICE_STYLE_PATH,
  PREPARING,
  sendNotice,
  UNKNOWN_HOST,
} from '../notices.ts';
import { createPortalProxy, PORTAL_API_PREFIX } from './portal-proxy.ts';
import { createPreviewProxy, PREVIEW_HOST_PREFIX } from './preview-proxy.ts';
import { createSearchProxy } from './search-proxy.ts';
import { serveRelease, type AskedPath } from './serve-release.ts';

const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 60_000;
const KEEP_ALIVE_MS = 10_000;

/** What the gateway needs. */
export interface GatewayOptions {
  releasesDir: string;
  /** Host of the umbrella site; regions live on subdomains of it. */
  hostSuffix: string;
  scheme: Scheme;
  /** Origin of the CMS. */
  cmsUrl: string;
  /** Origin of the publisher, which renders drafts. */
  publisherUrl: string;
  /** Origin of the search server; null: there is none. */
  searchServer: string | null;
  logger: Logger;
}

/** Makes the server that visitors talk to: one live release per host, and the way to the CMS. */
export function createGatewayServer(options: GatewayOptions): Server {
  const { hostSuffix, logger } = options;
  const releases = new LiveReleases(options.releasesDir);
  const headers = securityHeaders(options.scheme);
  const lookup = new FileLookup();
  const proxy = createPortalProxy({ ...options, ownHeaders: headers });
  const preview = createPreviewProxy(options.publisherUrl, logger);
  const search = createSearchProxy(options);

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const url = request.url ?? '';
    if (isRead(request) && url === NOTICE_STYLE_PATH) {
      sendStyle(response);
      return;
    }
    const host = request.headers.host ?? '';
    const region = regionOfHost(host, hostSuffix);
    if (region?.startsWith(PREVIEW_HOST_PREFIX) === true && isRead(request)) {
      await preview(request, response, region.slice(PREVIEW_HOST_PREFIX.length));
      return;
    }
    const site = region === null ? null : await releases.find(region);
    if (site === null || site.state === 'unknown') {
      sendNotice(request, response, UNKNOWN_HOST);
    } else if (url.startsWith(PORTAL_API_PREFIX)) {
      await proxy(request, response, host);
    } else if (url === SEARCH_PATH) {
      await search(request, response);
    } else if (!isRead(request)) {
      response.setHeader('Allow', 'GET, HEAD');
      response.setHeader('Connection', 'close');
      sendNotice(request, response, METHOD_NOT_ALLOWED);
    } else if (site.state === 'preparing') {
      sendNotice(request, response, PREPARING);
    } else if (url === SEARCH_ACCESS_PATH) {
      const facts =
        options.searchServer === null
          ? null
          : await searchFactsOf(options.releasesDir, site.release.manifest.region, new Date());
      if (facts === null) sendJson(response, 404, { error: { status: 404 } });
      else sendJson(response, 200, facts);
    } else {
      const { pathname, search } = splitUrl(url);
      if (pathname === null) sendNotice(request, response, BAD_REQUEST);
      else await serveAny(request, response, site.release, { pathname, search });
    }
  };

  /** Answers from the site's own release, or from another region's what sites show of each other. */
  const serveAny = async (
    request: IncomingMessage,
    response: ServerResponse,
    own: Release,
    { pathname, search }: AskedPath,
  ): Promise<void> => {
    const guest = parseGuestPath(pathname);
    const site = guest && (await releases.find(guest.region));
    if (guest !== null && site?.state === 'live') {
      await serve(request, response, site.release, { pathname: guest.path, search });
    } else {
      await serve(request, response, own, { pathname, search });
    }
  };

  /** What vanishes while it is being read was replaced or purged: a new look at the disk answers then. */
  const serve = async (
    request: IncomingMessage,
    response: ServerResponse,
    release: Release,
    asked: AskedPath,
  ): Promise<void> => {
    try {
      await serveRelease(request, response, release, lookup, asked);
    } catch (error) {
      const { region } = release.manifest;
      releases.forget(region);
      const site = await releases.find(region);
      if (response.headersSent || site.state !== 'live') throw error;
      response.statusCode = 200;
      await serveRelease(request, response, site.release, lookup, asked);
    }
  };

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      logger.error({ err: error }, `${request.method ?? ''} ${request.url ?? ''} failed`);
      if (response.headersSent) response.destroy();
      else sendNotice(request, response, INTERNAL_ERROR);
    });
  });
  server.headersTimeout = HEADERS_TIMEOUT_MS;
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  return server;
}

/**
 * Region that a host name stands for.
 *
 * @example
 * regionOfHost('pm.localhost:4321', 'localhost') // => 'pm'
 * regionOfHost('localhost', 'localhost') // => 'umbrella'
 * regionOfHost('example.org', 'localhost') // => null
 */
export function regionOfHost(host: string, hostSuffix: string): string | null {
  const name = host.toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '');
  if (name === hostSuffix) return UMBRELLA;
  if (!name.endsWith(`.${hostSuffix}`)) return null;
  const region = name.slice(0, -hostSuffix.length - 1);
  // The umbrella has one address only.
  return region === UMBRELLA ? null : region;
}

function isRead({ method }: IncomingMessage): boolean {
  return method === 'GET' || method === 'HEAD';
}

function splitUrl(url: string): { pathname: string | null; search: string } {
  const question = url.indexOf('?');
  const encoded = question === -1 ? url : url.slice(0, question);
  const search = question === -1 ? '' : url.slice(question);
  try {
    const pathname = decodeURIComponent(encoded);
    const isUsable = pathname.startsWith('/') && !/[\0\\]/.test(pathname);
    return { pathname: isUsable ? pathname : null, search };
  } catch {
    return { pathname: null, search };
  }
}

function sendStyle(response: ServerResponse): void {
  response.writeHead(200, {
    'Content-Type': 'text/css; charset=utf-8',
    'Cache-Control': 'no-cache',
    'Content-Length': Buffer.byteLength(NOTICE_STYLE),
  });
  response.end(NOTICE_STYLE);
}
