import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import send from 'send';
import type { FileLookup } from '../file-list.ts';
import {
  ENCODINGS,
  isImmutable,
  RELEASE_FACTS_PATH,
  type FileFacts,
  type Release,
} from '../release.ts';
import {
  IMMUTABLE_CACHE_CONTROL,
  openingHeaders,
  openingOf,
  REVALIDATE_CACHE_CONTROL,
} from '../security-headers.ts';
import { chooseEncoding, contentTypeOf } from './negotiate.ts';
import { NOT_FOUND, sendNotice } from '../notices.ts';

const NOT_FOUND_PAGE = '404.html';
const HIDDEN_FILE = /(?:^|\/)\.(?!well-known\/)/;

/** A request's path: `pathname` is decoded and begins with a slash, `search` has the question mark or is empty. */
export interface AskedPath {
  pathname: string;
  search: string;
}

/**
 * Answers a request from a release. Only files that its list names can be reached, so no path leads
 * out of it, whatever it looks like.
 *
 * @param request - A GET or HEAD.
 * @param response - Headers that every answer has are set already.
 * @param release - Where to look.
 * @param lookup - Reads its list.
 * @param asked - What is asked for.
 * @throws Error if the release is not whole, or not there any more; nothing has been sent then.
 */
export async function serveRelease(
  request: IncomingMessage,
  response: ServerResponse,
  release: Release,
  lookup: FileLookup,
  asked: AskedPath,
): Promise<void> {
  const { pathname, search } = asked;
  const { directory, manifest } = release;
  const file = pathname.slice(1);
  const factsOf = (name: string): Promise<FileFacts | undefined> =>
    HIDDEN_FILE.test(name) ? Promise.resolve(undefined) : lookup.find(release, name);

  const found = file === '' || file.endsWith('/') ? `${file}index.html` : file;
  const facts = await factsOf(found);
  if (facts !== undefined) {
    return sendFile(request, response, path.join(directory, 'site'), found, facts);
  }
  if (file === RELEASE_FACTS_PATH) {
    return sendFile(request, response, path.join(directory, 'site'), file, null);
  }
  if (file !== '' && (await factsOf(`${file}/index.html`)) !== undefined) {
    response.statusCode = 301;
    response.setHeader('Location', `/${encodeURI(file)}/${search}`);
    response.setHeader('Cache-Control', REVALIDATE_CACHE_CONTROL);
    response.setHeader('Content-Length', 0);
    response.end();
    return;
  }
  const former = Object.hasOwn(manifest.former, file) ? manifest.former[file] : undefined;
  if (former !== undefined) {
    return sendFile(request, response, path.join(directory, 'former'), file, former);
  }
  const notFound = await factsOf(NOT_FOUND_PAGE);
  if (notFound === undefined) {
    sendNotice(request, response, NOT_FOUND);
    return;
  }
  response.statusCode = 404;
  return sendFile(request, response, path.join(directory, 'site'), NOT_FOUND_PAGE, notFound);
}

/** Lets other websites show or read what is meant for them. */
function openUp(response: ServerResponse, file: string): void {
  const opening = openingOf(`/${file}`);
  if (opening === null) return;
  const scheme = response.hasHeader('Strict-Transport-Security') ? 'https' : 'http';
  for (const [name, value] of Object.entries(openingHeaders(scheme, opening))) {
    if (value === null) response.removeHeader(name);
    else response.setHeader(name, value);
  }
}

/**
 * Sends a file; without facts one that may change at any time and is small.
 *
 * @throws Error if it is not there; nothing has been sent then.
 */
function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  root: string,
  file: string,
  facts: FileFacts | null,
): Promise<void> {
  if (response.statusCode === 200) openUp(response, file);
  const encoding = chooseEncoding(request.headers['accept-encoding'], facts?.encodings ?? []);
  response.setHeader('Content-Type', contentTypeOf(file));
  if (facts === null) {
    response.setHeader('Cache-Control', 'no-store');
  } else {
    const isForEver = isImmutable(file) && response.statusCode === 200;
    response.setHeader(
      'Cache-Control',
      isForEver ? IMMUTABLE_CACHE_CONTROL : REVALIDATE_CACHE_CONTROL,
    );
    response.setHeader(
      'ETag',
      `"${facts.hash.slice(0, 20)}${encoding === null ? '' : `-${encoding}`}"`,
    );
    if (facts.encodings.length > 0) response.setHeader('Vary', 'Accept-Encoding');
    if (encoding !== null) response.setHeader('Content-Encoding', ENCODINGS[encoding]);
  }
  const target = encodeURIComponent(encoding === null ? file : `${file}.${encoding}`);
  return new Promise((resolve, reject) => {
    response.once('close', resolve);
    send(request, target.replaceAll('%2F', '/'), {
      root,
      // The list of files has already decided what may be seen.
      dotfiles: 'allow',
      index: false,
      acceptRanges: false,
      cacheControl: false,
      etag: false,
      lastModified: false,
    })
      .on('error', (error: unknown) => {
        for (const name of ['Content-Encoding', 'ETag', 'Vary', 'Cache-Control']) {
          response.removeHeader(name);
        }
        reject(error instanceof Error ? error : new Error(String(error)));
      })
      .pipe(response);
  });
}
