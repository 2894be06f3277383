import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { CommandSchema, HintSchema, UMBRELLA } from '@portal/site/contract';
import { BodyTooLargeError, readBody, sendJson } from '../http.ts';
import type { Logger } from '../logger.ts';
import type { SearchFacts } from '../search-server/search-access.ts';
import type { Metrics } from './metrics.ts';
import { createPreviewHandler, type PreviewOptions } from './preview.ts';
import { CommandError, type Reconciler } from './reconciler.ts';
import { SignedMessages } from './signed-messages.ts';

const MAX_MESSAGE_BYTES = 20_000;
const PREVIEW_PREFIX = '/preview/';
const PREVIEW_PATH = /^\/preview\/([a-z0-9-]+)(\/.*)$/;
const SEARCH_PATH = /^\/search\/([a-z0-9-]+)$/;
const REQUEST_TIMEOUT_MS = 10_000;

/** What the publisher's server needs. */
export interface PublisherServerOptions extends Omit<PreviewOptions, 'reconciler'> {
  reconciler: Pick<
    Reconciler,
    'wake' | 'status' | 'hasRegion' | 'command' | 'preview' | 'previewFile' | 'rendererPids'
  >;
  metrics: Pick<Metrics, 'hint' | 'text'>;
  /** What the search of a site is told of the search server; null: it has to do without. */
  searchFacts: (region: string) => Promise<SearchFacts | null>;
  /** Host of the umbrella site. */
  hostSuffix: string;
  logger: Logger;
}

/**
 * Makes the publisher's server: `POST /hint` and `POST /commands`, signed by the CMS, `GET /status`,
 * `GET /metrics`, `GET /health`, `GET /preview/…` for the hosts of drafts, `GET /search/REGION` and
 * `GET /tls-allowed?domain=HOST`, which a web server asks before it gets a certificate.
 */
export function createPublisherServer(options: PublisherServerOptions): Server {
  const { reconciler, logger, metrics } = options;
  const hints = new SignedMessages(options.hintSecret, HintSchema);
  const commands = new SignedMessages(options.hintSecret, CommandSchema);
  const preview = createPreviewHandler(options);
  const startedAtMs = Date.now();

  /** A message of the CMS; null if it has been answered because something is wrong with it. */
  const take = async <T>(
    messages: SignedMessages<T>,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<T | 'replayed' | null> => {
    let body: string;
    try {
      body = await readBody(request, MAX_MESSAGE_BYTES);
    } catch (error) {
      if (!(error instanceof BodyTooLargeError)) throw error;
      response.setHeader('connection', 'close');
      sendJson(response, 413, { error: `A message has at most ${MAX_MESSAGE_BYTES} bytes.` });
      return null;
    }
    const message = messages.verify(body, request.headers, Date.now());
    if (message === null) {
      logger.warn('refused a message whose signature, age or content is wrong');
      metrics.hint('forged');
      sendJson(response, 401, { error: 'The message is not signed by the CMS, or too old.' });
    }
    return message;
  };

  const takeHint = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const hint = await take(hints, request, response);
    if (hint === null) return;
    metrics.hint(hint === 'replayed' ? 'replayed' : 'accepted');
    if (hint !== 'replayed') reconciler.wake(hint);
    sendJson(response, 202, { accepted: true });
  };

  const takeCommand = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const command = await take(commands, request, response);
    if (command === null) return;
    if (command === 'replayed') {
      sendJson(response, 409, { error: 'Dieser Auftrag wurde schon ausgeführt.' });
      return;
    }
    // Which messages have been here is forgotten at the end, so one of before may be a repetition.
    if (Date.parse(command.timestamp) < startedAtMs) {
      sendJson(response, 409, {
        error:
          'Der Publisher wurde gerade neu gestartet. Bitte erteilen Sie den Auftrag noch einmal.',
      });
      return;
    }
    try {
      sendJson(response, 200, await reconciler.command(command));
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      sendJson(response, 409, { error: error.forEditors });
    }
  };

  const answerPreview = async (
    request: IncomingMessage,
    response: ServerResponse,
    { pathname: asked }: URL,
  ): Promise<void> => {
    const [, region, pathname] = PREVIEW_PATH.exec(asked) ?? [];
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    // Anybody may ask the hosts of drafts, so dots must not lead from there to what is not for anybody.
    const isAsSent = request.url?.split('?', 1)[0] === asked;
    if (isRead && isAsSent && region !== undefined && pathname !== undefined) {
      await preview(request, response, region, pathname);
    } else {
      sendJson(response, 404, { error: 'This is no address of a draft.' });
    }
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '', 'http://publisher');
    if (request.url?.startsWith(PREVIEW_PREFIX) === true) {
      await answerPreview(request, response, url);
      return;
    }
    const [, searchRegion] = SEARCH_PATH.exec(url.pathname) ?? [];
    if (request.method === 'GET' && searchRegion !== undefined) {
      const facts = await options.searchFacts(searchRegion);
      sendJson(response, facts === null ? 404 : 200, facts ?? { error: { status: 404 } });
      return;
    }
    switch (`${request.method ?? ''} ${url.pathname}`) {
      case 'POST /hint':
        await takeHint(request, response);
        return;
      case 'POST /commands':
        await takeCommand(request, response);
        return;
      case 'GET /status':
        sendJson(response, 200, { ...reconciler.status(), renderers: reconciler.rendererPids() });
        return;
      case 'GET /metrics': {
        const { contentType, body } = await metrics.text();
        response.writeHead(200, { 'content-type': contentType, 'cache-control': 'no-store' });
        response.end(body);
        return;
      }
      case 'GET /health':
        sendJson(response, 200, { status: 'ok' });
        return;
      case 'GET /tls-allowed': {
        const region = regionOfHost(url.searchParams.get('domain') ?? '', options.hostSuffix);
        const isOurs = region !== null && reconciler.hasRegion(region.replace(/^vorschau-/, ''));
        sendJson(response, isOurs ? 200 : 404, { allowed: isOurs });
        return;
      }
      default:
        sendJson(response, 404, {
          error: 'There are POST /hint, POST /commands, GET /status, GET /metrics and GET /health.',
        });
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
