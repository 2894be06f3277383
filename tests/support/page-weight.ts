import { ask } from './http.ts';

/** Bytes over the wire of one page, compressed as a browser gets them, pictures and fonts aside. */
export interface PageWeight {
  path: string;
  htmlBytes: number;
  cssBytes: number;
  jsBytes: number;
  totalBytes: number;
}

/**
 * Weighs a page with the style sheets and scripts that its HTML names.
 *
 * @param host - Host name without port, such as `pm.localhost`.
 */
export async function weighPage(port: number, host: string, path: string): Promise<PageWeight> {
  const headers = { 'accept-encoding': 'br' };
  const page = await ask(port, host, path, { headers });
  if (page.status !== 200) throw new Error(`${path} answers ${page.status}`);
  const sumOf = async (pattern: RegExp) => {
    const urls = [...page.text.matchAll(pattern)].map((match) => match[1] ?? '');
    const answers = await Promise.all(
      [...new Set(urls)].map((url) => ask(port, host, url, { headers })),
    );
    return answers.reduce((sum, answer) => sum + answer.body.length, 0);
  };
  const cssBytes = await sumOf(/<link[^>]+href="([^"]+\.css)"/g);
  const jsBytes = await sumOf(/<script[^>]+src="([^"]+)"/g);
  const htmlBytes = page.body.length;
  return { path, htmlBytes, cssBytes, jsBytes, totalBytes: htmlBytes + cssBytes + jsBytes };
}
