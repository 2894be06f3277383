import type { IncomingMessage, ServerResponse } from 'node:http';
import { errorCode } from '../errors.ts';
import { BodyTooLargeError, readBody, sendJson } from '../http.ts';
import type { Logger } from '../logger.ts';

/** A search asks for a handful of queries at once. */
const MAX_BODY_BYTES = 64_000;
const MAX_ANSWER_BYTES = 4_000_000;
/** A search page goes on without the server when it has waited for 1.5 s. */
const TIMEOUT_MS = 2_000;

/** What the proxy needs. */
export interface SearchProxyOptions {
  /** Origin of the search server; null: there is none. */
  searchServer: string | null;
  logger: Logger;
}

/** Passes a visitor's search on to the search server, and its answer back. */
export type SearchProxy = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Makes the way from the sites' search to the search server, on the sites' own origin. Of a request
 * nothing is passed on but its body and the visitor's key; what is not an answer of the server does
 * not reach the visitor. Every answer is JSON, since programs read it.
 */
export function createSearchProxy({ searchServer, logger }: SearchProxyOptions): SearchProxy {
  const refuse = (response: ServerResponse, status: number, message: string) => {
    sendJson(response, status, { error: { status, message } });
  };

  return async (request, response) => {
    if (searchServer === null) {
      refuse(response, 404, 'There is no search server.');
      return;
    }
    if (request.method !== 'POST') {
      response.setHeader('Allow', 'POST');
      response.setHeader('Connection', 'close');
      refuse(response, 405, 'Searches are sent with POST.');
      return;
    }
    const key = /^Bearer [\w.-]+$/.exec(request.headers.authorization ?? '')?.[0];
    let body: string;
    try {
      body = await readBody(request, MAX_BODY_BYTES);
    } catch (error) {
      if (!(error instanceof BodyTooLargeError)) throw error;
      response.setHeader('Connection', 'close');
      refuse(response, 413, `A search has at most ${MAX_BODY_BYTES} bytes.`);
      return;
    }
    if (key === undefined) {
      refuse(response, 401, 'A search needs the key of /.well-known/search.json.');
      return;
    }
    try {
      const { status, text } = await ask(searchServer, key, body);
      response.writeHead(status, {
        'Content-Type': 'application/json; charset=utf-8',
        'Cache-Control': 'no-store',
        'Content-Length': Buffer.byteLength(text),
      });
      response.end(text);
    } catch (error) {
      const isSlow = error instanceof Error && error.name === 'TimeoutError';
      logger.warn(
        { err: error },
        `the search server did not answer: ${errorCode(error) ?? String(error)}`,
      );
      if (isSlow) refuse(response, 504, 'The search server is slow.');
      else refuse(response, 502, 'The search server does not answer as it should.');
    }
  };
}

async function ask(
  searchServer: string,
  key: string,
  body: string,
): Promise<{ status: number; text: string }> {
  const answer = await fetch(`${searchServer}/multi-search`, {
    method: 'POST',
    redirect: 'error',
    headers: { authorization: key, 'content-type': 'application/json' },
    body,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (answer.body === null) throw new Error('The answer is empty.');
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of answer.body) {
    length += chunk.length;
    if (length > MAX_ANSWER_BYTES) throw new Error('The answer is too long.');
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  const parsed: unknown = JSON.parse(text);
  if (typeof parsed !== 'object' || parsed === null) throw new Error('The answer is no object.');
  return { status: answer.status, text };
}
