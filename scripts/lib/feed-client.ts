import {
  RegionsAnswerSchema,
  type PreviewClaims,
  type RegionReport,
  type RegionsAnswer,
} from '@portal/site/contract';
import { z } from 'zod';
import { errorCode, PortalError } from './errors.ts';

/** The CMS could not be asked or answered something else than the feed. */
class FeedError extends PortalError {
  override name = 'FeedError';
}

/** There was no answer of the CMS, or only a part of one. */
export class NoAnswerError extends FeedError {
  override name = 'NoAnswerError';
}

const DraftAnswerSchema = z.object({ documents: z.array(z.unknown()).min(1) });

/** How to reach the feed. */
export interface FeedOptions {
  /** Origin of the CMS, without trailing slash. */
  cmsUrl: string;
  token: string;
  /** Time that one call may take, in milliseconds. */
  timeoutMs?: number;
}

/** The calls of the feed, see docs/architecture.md. */
export interface FeedClient {
  /** Revisions of all regions and the umbrella. */
  regions(): Promise<RegionsAnswer>;
  /** Snapshot of a region or the umbrella as NDJSON, unchecked. */
  snapshot(region: string): Promise<string>;
  /** What changed of a region since a revision, as NDJSON, unchecked; null: take a snapshot. */
  delta(region: string, since: number): Promise<string | null>;
  /** Documents of a draft, or of a published version; null if there is none. */
  draft(claims: PreviewClaims): Promise<unknown[] | null>;
  /** Bytes of one rendition; null if the CMS does not have it. */
  media(file: string): Promise<Uint8Array | null>;
  /** Tells the CMS what became of its last change. */
  report(region: string, report: RegionReport): Promise<void>;
}

const UNREACHABLE_FOR_EDITORS =
  'Das Redaktionssystem hat auf die Anfrage des Publishers nicht geantwortet. Die Website bleibt, wie sie ist; der nächste Versuch folgt von selbst.';
const TOKEN_FOR_EDITORS =
  'Das Redaktionssystem weist den Publisher ab. Bitte die Technik, FEED_TOKEN in beiden Prozessen gleich zu setzen.';
const FORMAT_FOR_EDITORS =
  'Die Antwort des Redaktionssystems war unvollständig oder unverständlich. Die Website bleibt, wie sie ist; hält das an, bitte die Technik, CMS_URL zu prüfen.';

/**
 * Makes a client of the CMS's feed. Every method throws {@link FeedError} when the CMS fails, and
 * {@link NoAnswerError} when it says nothing. All calls may be made twice.
 */
export function createFeedClient({ cmsUrl, token, timeoutMs = 30_000 }: FeedOptions): FeedClient {
  const call = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const url = `${cmsUrl}/api/feed/v1/${path}`;
    const ask = () =>
      fetch(url, {
        ...init,
        redirect: 'error',
        headers: { ...init.headers, authorization: `Bearer ${token}` },
        signal: AbortSignal.timeout(timeoutMs),
      });
    let response: Response;
    try {
      response = await ask().catch((error: unknown) => {
        if (!hasBrokenOff(error)) throw error;
        return ask();
      });
    } catch (error) {
      throw unreachable(url, error);
    }
    if (response.status === 401 || response.status === 403) {
      throw new FeedError(`The CMS refused the feed token (${response.status} for ${url}).`, {
        hint: 'Set the same FEED_TOKEN for the CMS and for this process.',
        forEditors: TOKEN_FOR_EDITORS,
      });
    }
    return response;
  };
  const read = async <T>(response: Response, take: () => Promise<T>): Promise<T> => {
    try {
      return await take();
    } catch (error) {
      throw unreachable(response.url, error);
    }
  };

  return {
    async regions() {
      const response = await call('regions');
      expectOk(response, 'regions');
      const text = await read(response, () => response.text());
      return parseAnswer(RegionsAnswerSchema, text, response.url);
    },
    async snapshot(region) {
      const response = await call(`${encodeURIComponent(region)}/snapshot`);
      if (response.status === 404) {
        throw new FeedError(`The CMS knows no region “${region}”.`, {
          hint: 'Check the spelling; GET /api/feed/v1/regions lists the regions.',
          forEditors: `Das Redaktionssystem kennt keine Region „${region}“.`,
        });
      }
      expectOk(response, `the snapshot of ${region}`);
      return read(response, () => response.text());
    },
    async delta(region, since) {
      const response = await call(`${encodeURIComponent(region)}/delta?since=${since}`);
      // A CMS of before deltas does not know the route.
      if (response.status === 410 || response.status === 404) return null;
      expectOk(response, `the changes of ${region}`);
      return read(response, () => response.text());
    },
    async draft({ region, type, documentId, status }) {
      const entry = [region, 'draft', type, documentId].map(encodeURIComponent).join('/');
      const response = await call(`${entry}?status=${status}`);
      if (response.status === 404) return null;
      expectOk(response, `the draft of ${type} ${documentId}`);
      const text = await read(response, () => response.text());
      return parseAnswer(DraftAnswerSchema, text, response.url).documents;
    },
    async media(file) {
      const response = await call(`media/${encodeURIComponent(file)}`);
      if (response.status === 404) return null;
      expectOk(response, `the rendition ${file}`);
      return new Uint8Array(await read(response, () => response.arrayBuffer()));
    },
    async report(region, report) {
      const response = await call(`${encodeURIComponent(region)}/report`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(report),
      });
      expectOk(response, `the report of ${region}`);
    },
  };
}

function expectOk(response: Response, what: string): void {
  if (response.ok) return;
  throw new FeedError(`The CMS answered ${response.status} when asked for ${what}.`, {
    hint: 'See the log of the CMS.',
    forEditors: UNREACHABLE_FOR_EDITORS,
  });
}

/**
 * Whether a connection ended without an answer. The CMS closes connections that nobody uses, and
 * may do so in the moment in which one is used again.
 */
function hasBrokenOff(error: unknown): boolean {
  const code = errorCode(error instanceof Error ? error.cause : undefined);
  return code === 'UND_ERR_SOCKET' || code === 'ECONNRESET' || code === 'EPIPE';
}

function unreachable(url: string, cause: unknown): NoAnswerError {
  const reason =
    cause instanceof Error && cause.name === 'TimeoutError'
      ? 'did not answer in time'
      : 'is not reachable';
  return new NoAnswerError(`The CMS ${reason} (${url})`, {
    hint: 'Start the CMS or mend CMS_URL.',
    forEditors: UNREACHABLE_FOR_EDITORS,
    cause,
  });
}

function parseAnswer<T>(schema: z.ZodType<T>, text: string, url: string): T {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const seen = text.trimStart().startsWith('<')
      ? 'an HTML page, probably the error page of a proxy'
      : `“${text.slice(0, 80)}”`;
    throw new FeedError(`${url} must answer JSON but answered ${seen}.`, {
      hint: 'Check that CMS_URL points to the CMS itself.',
      forEditors: FORMAT_FOR_EDITORS,
      cause: error,
    });
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new FeedError(`${url} answered JSON that is not of the feed: ${parsed.error.message}`, {
    hint: 'Check that CMS_URL points to the CMS itself and that CMS and publisher have the same version.',
    forEditors: FORMAT_FOR_EDITORS,
    cause: parsed.error,
  });
}
