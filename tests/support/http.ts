import { request } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';

/** An answer of the gateway; `body` is as it came over the wire, `text` decoded. */
export interface SiteAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
  text: string;
}

/**
 * Asks a local server under a host name. Node does not resolve `*.localhost`, so the request goes
 * to 127.0.0.1 with a Host header.
 *
 * @param host - Host name without port, such as `pm.localhost`.
 */
export function ask(
  port: number,
  host: string,
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<SiteAnswer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port,
        path,
        method: options.method ?? 'GET',
        // A connection of its own: a kept one may have been closed while the caller was busy.
        agent: false,
        headers: { host: `${host}:${port}`, ...options.headers },
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () => {
          const body = Buffer.concat(chunks);
          const isBrotli = incoming.headers['content-encoding'] === 'br';
          resolve({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            body,
            text: (isBrotli ? brotliDecompressSync(body) : body).toString(),
          });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.setTimeout(15_000, () => outgoing.destroy(new Error(`No answer for ${path} in 15 s`)));
    outgoing.end(options.body);
  });
}
