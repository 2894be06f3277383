import { brotliDecompressSync } from 'node:zlib';
import { askRaw } from './raw-http.ts';

const TIMEOUT_MS = 15_000;

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
export async function ask(
  port: number,
  host: string,
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<SiteAnswer> {
  const { status, headers, bytes } = await askRaw({
    port,
    path,
    host: `${host}:${port}`,
    timeoutMs: TIMEOUT_MS,
    ...options,
  });
  const isBrotli = headers['content-encoding'] === 'br';
  const text = (isBrotli ? brotliDecompressSync(bytes) : bytes).toString();
  return { status, headers, body: bytes, text };
}
