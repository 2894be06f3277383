import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { UMBRELLA } from '@portal/site/contract';
import { BodyTooLargeError, readBody, sendJson } from '../http.ts';
import type { Logger } from '../logger.ts';
import { HintVerifier } from './hints.ts';
import type { Reconciler } from './reconciler.ts';

const MAX_HINT_BYTES = 20_000;
const REQUEST_TIMEOUT_MS = 10_000;

/** What the publisher's server needs. */
export interface PublisherServerOptions {
  reconciler: Pick<Reconciler, 'wake' | 'status' | 'hasRegion'>;
  hintSecret: string;
  /** Host of the umbrella site. */
  hostSuffix: string;
  logger: Logger;
}

/**
 * Makes the publisher's server: `POST /hint`, `GET /status`, `GET /health`, and
 * `GET /tls-allowed?domain=HOST`, which a web server asks before it gets a certificate.
 */
export function createPublisherServer(options: PublisherServerOptions): Server {
  const { reconciler, logger } = options;
  const verifier = new HintVerifier(options.hintSecret);

  const takeHint = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    let body: string;
    try {
      body = await readBody(request, MAX_HINT_BYTES);
    } catch (error) {
      if (!(error instanceof BodyTooLargeError)) throw error;
      response.setHeader('connection', 'close');
      sendJson(response, 413, { error: `A hint has at most ${MAX_HINT_BYTES} bytes.` });
      return;
    }
    const hint = verifier.verify(body, request.headers, Date.now());
    if (hint === null) {
      logger.warn('refused a hint whose signature, age or content is wrong');
      sendJson(response, 401, { error: 'The hint is not signed by the CMS, or too old.' });
      return;
    }
    if (hint !== 'replayed') reconciler.wake();
    sendJson(response, 202, { accepted: true });
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://publisher');
    switch (`${request.method ?? ''} ${url.pathname}`) {
      case 'POST /hint':
        await takeHint(request, response);
        return;
      case 'GET /status':
        sendJson(response, 200, reconciler.status());
        return;
      case 'GET /health':
        sendJson(response, 200, { status: 'ok' });
        return;
      case 'GET /tls-allowed': {
        const region = regionOfHost(url.searchParams.get('domain') ?? '', options.hostSuffix);
        const isOurs = region !== null && reconciler.hasRegion(region);
        sendJson(response, isOurs ? 200 : 404, { allowed: isOurs });
        return;
      }
      default:
        sendJson(response, 404, { error: 'There are POST /hint, GET /status and GET /health.' });
    }
  };

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      logger.error({ err: error }, `${request.method ?? ''} ${request.url ?? ''} failed`);
      if (response.headersSent) response.destroy();
      else sendJson(response, 500, { error: 'See the log of the publisher.' });
    });
  });
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.headersTimeout = REQUEST_TIMEOUT_MS;
  return server;
}

function regionOfHost(host: string, hostSuffix: string): string | null {
  if (host === hostSuffix) return UMBRELLA;
  return host.endsWith(`.${hostSuffix}`) ? host.slice(0, -hostSuffix.length - 1) : null;
}
