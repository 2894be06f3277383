import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { errorCode, PortalError } from './errors.ts';

/** A request's body is larger than it may be. */
export class BodyTooLargeError extends Error {
  override name = 'BodyTooLargeError';
}

/**
 * Reads a request's whole body as text; what is beyond `maxBytes` is not read.
 *
 * @throws {@link BodyTooLargeError} if there is more.
 */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBytes) throw new BodyTooLargeError(`More than ${maxBytes} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Answers with JSON. */
export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(`${JSON.stringify(body)}\n`);
}

/**
 * Makes a server listen. `setting` is the variable that sets the port, for the message.
 *
 * @throws PortalError if the port is taken.
 */
export function listen(server: Server, port: number, host: string, setting: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      reject(errorCode(error) === 'EADDRINUSE' ? portTaken(port, setting) : error);
    });
    server.listen(port, host, () => {
      resolve();
    });
  });
}

/** The error for a port that another program uses. */
function portTaken(port: number, setting: string): PortalError {
  return new PortalError(`Port ${port} is taken by another program.`, {
    hint: `End that program, or set ${setting} to a free port in .env.`,
  });
}

/** Closes a server and the connections that are idle; resolves when the last request is answered. */
export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeIdleConnections();
  });
}
