import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';

/** An answer, with its body as text. */
export interface HttpAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
  bytes: Buffer;
}

/** What to ask. */
export interface HttpQuestion {
  port: number;
  /** Sent as it is: nothing is normalised. */
  path: string;
  /** Host header; Node cannot resolve names such as `pm.localhost`. */
  host?: string;
  method?: string;
  headers?: OutgoingHttpHeaders;
  body?: string | Buffer;
  /** How long the server may be silent; without it, for ever. */
  timeoutMs?: number;
}

/** Asks a server on this machine with exactly the path and host that are given. */
export function askRaw(question: HttpQuestion): Promise<HttpAnswer> {
  const { port, path, host = 'localhost', method = 'GET', headers = {}, body } = question;
  const { timeoutMs } = question;
  return new Promise((resolve, reject) => {
    const outgoing = request(
      // A connection of its own: a kept one may have been closed while the caller was busy.
      { host: '127.0.0.1', port, path, method, headers: { host, ...headers }, agent: false },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () => {
          const bytes = Buffer.concat(chunks);
          resolve({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            body: bytes.toString('utf8'),
            bytes,
          });
        });
      },
    );
    outgoing.on('error', reject);
    if (timeoutMs !== undefined) {
      outgoing.setTimeout(timeoutMs, () =>
        outgoing.destroy(new Error(`No answer for ${path} in ${timeoutMs / 1000} s`)),
      );
    }
    outgoing.end(body);
  });
}

/** Port that a server got from the system. */
export function portOf(server: { address: () => unknown }): number {
  const address = server.address();
  if (typeof address === 'object' && address !== null && 'port' in address) {
    return Number(address.port);
  }
  throw new Error('The server does not listen on a port.');
}
