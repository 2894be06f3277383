import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import type { PreviewAnswer } from '@portal/site/contract';
import send from 'send';
import { siteOriginOf } from '../config.ts';
import { describeError } from '../errors.ts';
import type { Logger } from '../logger.ts';
import {
  NOTICE_STYLE,
  NOTICE_STYLE_PATH,
  PREVIEW_DOWN,
  PREVIEW_EXPIRED,
  PREVIEW_GONE,
  sendNotice,
} from '../notices.ts';
import { securityHeaders } from '../security-headers.ts';
import { readPreviewToken } from './preview-token.ts';
import type { Reconciler } from './reconciler.ts';

const DRAFT_PREFIX = '/entwurf/';
const MEDIA_FILE = /^\/media\/([0-9a-f]{32}\.(?:webp|png|svg))$/;
/** What the routes of the site make besides pages. */
const MADE_FILE =
  /^\/(?:brand|illustrationen|og)\/[^/]+$|^\/(?:favicon\.svg|manifest\.webmanifest)$/;

/** What previews need. */
export interface PreviewOptions {
  reconciler: Pick<Reconciler, 'preview' | 'previewFile' | 'hasRegion'>;
  hintSecret: string;
  /** Origin of the admin panel, which alone may show a preview in a frame. */
  cmsOrigin: string;
  umbrellaOrigin: string;
  clientDir: string;
  mediaDir: string;
  logger: Logger;
}

/**
 * Makes the handler of the hosts of drafts: the page of a draft for whoever has a link that the CMS
 * has signed, and the styles and pictures that it needs. Every other path leads to the live site.
 */
export function createPreviewHandler(options: PreviewOptions) {
  const { reconciler, logger } = options;
  const headers = previewHeaders(options.cmsOrigin);

  return async (
    request: IncomingMessage,
    response: ServerResponse,
    region: string,
    pathname: string,
  ): Promise<void> => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (!reconciler.hasRegion(region)) {
      sendNotice(request, response, PREVIEW_GONE);
    } else if (pathname === NOTICE_STYLE_PATH) {
      sendBody(response, 200, 'text/css; charset=utf-8', Buffer.from(NOTICE_STYLE));
    } else if (pathname.startsWith('/_astro/')) {
      sendFrom(request, response, options.clientDir, pathname);
    } else if (MEDIA_FILE.test(pathname)) {
      sendFrom(request, response, options.mediaDir, pathname.slice('/media'.length));
    } else if (pathname.startsWith(DRAFT_PREFIX)) {
      await sendDraft(request, response, region, pathname.slice(DRAFT_PREFIX.length));
    } else if (MADE_FILE.test(pathname)) {
      sendAnswer(request, response, await reconciler.previewFile(region, pathname));
    } else {
      response.setHeader('Location', siteOriginOf(region, options.umbrellaOrigin) + pathname);
      sendBody(response, 302, 'text/plain; charset=utf-8', Buffer.alloc(0));
    }
  };

  async function sendDraft(
    request: IncomingMessage,
    response: ServerResponse,
    region: string,
    token: string,
  ): Promise<void> {
    const claims = readPreviewToken(token, options.hintSecret, Date.now());
    if (claims === null || claims.region !== region) {
      sendNotice(request, response, PREVIEW_EXPIRED);
      return;
    }
    try {
      const answer = await reconciler.preview(claims);
      if (answer === null) sendNotice(request, response, PREVIEW_GONE);
      else sendAnswer(request, response, answer);
    } catch (error) {
      logger.warn({ region, err: error }, `preview: ${describeError(error)}`);
      sendNotice(request, response, PREVIEW_DOWN);
    }
  }
}

function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  { status, contentType, body, problems }: PreviewAnswer,
): void {
  if (problems.length > 0) {
    const [first = '', ...rest] = problems;
    sendNotice(request, response, {
      status,
      name: 'UnprocessableContent',
      title: 'Für die Vorschau fehlt noch etwas',
      text: escapeHtml([first, ...rest].join(' · ')),
    });
    return;
  }
  const content = Buffer.from(body, 'base64');
  if (contentType.startsWith('text/html')) {
    sendBody(response, status, 'text/html; charset=utf-8', markAsDraft(content));
  } else {
    sendBody(response, status, contentType, content);
  }
}

/** Says on the page that it is no published one, and lets its links open beside it. */
function markAsDraft(page: Buffer): Buffer {
  return Buffer.from(
    page
      .toString('utf8')
      .replace('</head>', '<meta name="robots" content="noindex"><base target="_blank"></head>')
      .replace(
        /<body[^>]*>/,
        '$&<p class="preview-bar" role="note">Vorschau – nur für die Redaktion sichtbar</p>',
      ),
  );
}

function sendBody(
  response: ServerResponse,
  status: number,
  contentType: string,
  body: Buffer,
): void {
  response.statusCode = status;
  response.setHeader('Content-Type', contentType);
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Length', body.length);
  response.end(body);
}

function sendFrom(
  request: IncomingMessage,
  response: ServerResponse,
  root: string,
  pathname: string,
): void {
  send(request, pathname, { root: path.resolve(root), index: false, dotfiles: 'deny' })
    .on('error', () => {
      sendNotice(request, response, PREVIEW_GONE);
    })
    .pipe(response);
}

function previewHeaders(cmsOrigin: string): Record<string, string> {
  const headers = securityHeaders('http');
  delete headers['X-Frame-Options'];
  return {
    ...headers,
    'Content-Security-Policy': (headers['Content-Security-Policy'] ?? '').replace(
      "frame-ancestors 'none'",
      `frame-ancestors ${new URL(cmsOrigin).origin}`,
    ),
    'Referrer-Policy': 'no-referrer',
    'X-Robots-Tag': 'noindex',
  };
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
