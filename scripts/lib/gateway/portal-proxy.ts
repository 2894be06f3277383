import type { ClientRequest, IncomingMessage, ServerResponse } from 'node:http';
import { createProxyServer } from 'httpxy';
import type { Logger } from '../logger.ts';
import type { Scheme } from '../security-headers.ts';
import { BAD_REQUEST, BODY_TOO_LARGE, CMS_DOWN, sendNotice } from '../notices.ts';

const MAX_BODY_BYTES = 10_000_000;
const TIMEOUT_MS = 15_000;

/** Path under which sites reach the CMS. */
export const PORTAL_API_PREFIX = '/api/portal/';

/** What the proxy needs. */
export interface PortalProxyOptions {
  /** Origin of the CMS. */
  cmsUrl: string;
  scheme: Scheme;
  /** Headers of ours that the CMS must not replace. */
  ownHeaders: Record<string, string>;
  logger: Logger;
}

/** Passes a request on to the CMS and its answer back. */
export type PortalProxy = (
  request: IncomingMessage,
  response: ServerResponse,
  host: string,
) => Promise<void>;

/**
 * Makes the way from the sites' forms to the CMS, on the sites' own origin. Whatever a visitor
 * claims about addresses on the way is replaced by what the gateway has seen itself.
 */
export function createPortalProxy(options: PortalProxyOptions): PortalProxy {
  const proxy = createProxyServer({ target: options.cmsUrl, proxyTimeout: TIMEOUT_MS });
  const replacedHeaders = [
    ...Object.keys(options.ownHeaders).map((name) => name.toLowerCase()),
    'strict-transport-security',
    'server',
    'x-powered-by',
  ];
  const upstreamRequests = new WeakMap<IncomingMessage, ClientRequest>();
  proxy.on('proxyReq', (upstream, request) => {
    upstreamRequests.set(request, upstream);
  });
  proxy.on('proxyRes', (answer) => {
    for (const name of replacedHeaders) delete answer.headers[name];
  });
  proxy.on('error', (error, request, response) => {
    options.logger.warn({ err: error }, `the CMS did not answer ${request?.url ?? 'a request'}`);
    if (request !== undefined && response !== undefined && 'setHeader' in response) {
      sendNotice(request, response, CMS_DOWN);
    } else {
      response?.destroy();
    }
  });

  return async (request, response, host) => {
    if (isDeceptive(request.url ?? '')) {
      sendNotice(request, response, BAD_REQUEST);
      return;
    }
    if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) {
      response.setHeader('Connection', 'close');
      sendNotice(request, response, BODY_TOO_LARGE);
      return;
    }
    limitBody(request, response, () => upstreamRequests.get(request)?.destroy());
    for (const name of Object.keys(request.headers)) {
      if (name === 'forwarded' || name === 'x-real-ip' || name.startsWith('x-forwarded-')) {
        delete request.headers[name];
      }
    }
    request.headers['x-forwarded-for'] = request.socket.remoteAddress ?? '';
    request.headers['x-forwarded-host'] = host;
    request.headers['x-forwarded-proto'] = options.scheme;
    await proxy.web(request, response);
  };
}

/** Whether a path might mean something else to the CMS than it does here. */
function isDeceptive(url: string): boolean {
  const pathname = url.split('?', 1)[0] ?? '';
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return true;
  }
  return /\\|\0|\/\/|%|(?:^|\/)\.{1,2}(?:\/|$)/.test(decoded);
}

/** Ends a request that sends more than it announced, or announced nothing. */
function limitBody(
  request: IncomingMessage,
  response: ServerResponse,
  onTooMuch: () => void,
): void {
  let received = 0;
  request.on('data', (chunk: Buffer) => {
    received += chunk.length;
    if (received <= MAX_BODY_BYTES || response.writableEnded) return;
    response.setHeader('Connection', 'close');
    sendNotice(request, response, BODY_TOO_LARGE);
    request.unpipe();
    response.once('finish', () => {
      onTooMuch();
      request.destroy();
    });
  });
  // Nothing may flow before the connection to the CMS stands.
  request.pause();
}
