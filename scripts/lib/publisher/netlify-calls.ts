import { ReleaseFactsSchema, type ReleaseFacts } from '@portal/site/contract';
import { errorCode, PortalError } from '../errors.ts';
import { RELEASE_FACTS_PATH } from '../release.ts';

const MAX_FACTS_BYTES = 65_536;
const LONGEST_RETRY_AFTER_MS = 3_600_000;
const STAYS = 'Die Website bleibt auf dem letzten guten Stand.';

/**
 * A call to Netlify that did not do what it should. A hook's address is a secret: messages name
 * the region instead, and causes are reduced to their codes.
 */
export class NetlifyError extends PortalError {
  override name = 'NetlifyError';
  /** Earliest moment of the next attempt, if Netlify says so, in milliseconds from now. */
  readonly retryAfterMs: number | null;
  /** Whether somebody has to mend something first. */
  readonly isLasting: boolean;

  constructor(
    message: string,
    options: {
      hint: string;
      forEditors: string;
      retryAfterMs?: number | null;
      isLasting?: boolean;
    },
  ) {
    super(message, options);
    this.retryAfterMs = options.retryAfterMs ?? null;
    this.isLasting = options.isLasting ?? false;
  }
}

/** Bounds of one call. */
export interface CallLimits {
  timeoutMs: number;
  /** Ends the call early. */
  signal: AbortSignal;
  /** This moment, in milliseconds since 1970. */
  nowMs: number;
}

/**
 * Asks Netlify to build a region's site. The revision is for people: Netlify's list of deploys
 * shows it.
 *
 * @throws {@link NetlifyError} if Netlify does not accept it.
 */
export async function requestBuild(
  { region, hookUrl, revision }: { region: string; hookUrl: string; revision: number },
  limits: CallLimits,
): Promise<void> {
  const url = new URL(hookUrl);
  url.searchParams.set('trigger_title', `starkeRegion: revision ${revision}`);
  let response: Response;
  try {
    response = await call(url, limits, { method: 'POST', body: '{}' });
  } catch (error) {
    throw new NetlifyError(`Netlify could not be asked to build ${region} (${reasonOf(error)}).`, {
      hint: 'Check the connection of this computer to api.netlify.com.',
      forEditors: `Netlify ist nicht zu erreichen. ${STAYS} Der nächste Versuch folgt von selbst.`,
    });
  }
  await response.body?.cancel().catch(() => undefined);
  if (!response.ok) throw refusal(region, response, limits.nowMs);
}

/**
 * Reads what a site shows, past all caches.
 *
 * @returns Null if the site shows no release of the portal yet.
 * @throws {@link NetlifyError} if the site does not answer, or shows another region.
 */
export async function readReleaseFacts(
  { region, origin }: { region: string; origin: string },
  limits: CallLimits,
): Promise<ReleaseFacts | null> {
  const url = new URL(`${origin}/${RELEASE_FACTS_PATH}`);
  // An address that nobody has asked for yet cannot be in a cache.
  url.searchParams.set('at', `${limits.nowMs}-${crypto.randomUUID()}`);
  const unreadable = (reason: string) =>
    new NetlifyError(`The site of ${region} could not be read (${reason}, ${origin}).`, {
      hint: `Open ${origin}/${RELEASE_FACTS_PATH}; HOST_SUFFIX and the domain at Netlify must agree.`,
      forEditors: `Die Website ${origin} antwortet nicht wie erwartet. Bitte die Technik, sie bei Netlify anzusehen.`,
    });
  let text: string;
  try {
    const headers = { 'cache-control': 'no-cache', pragma: 'no-cache' };
    const response = await call(url, limits, { headers });
    if (!response.ok) {
      await response.body?.cancel().catch(() => undefined);
      if (response.status === 404) return null;
      throw new Error(`status ${response.status}`);
    }
    text = await readText(response);
  } catch (error) {
    throw unreadable(reasonOf(error));
  }
  const facts = ReleaseFactsSchema.safeParse(parseJson(text));
  if (!facts.success) return null;
  if (facts.data.region === region) return facts.data;
  throw new NetlifyError(`The site of ${region} shows the region ${facts.data.region}.`, {
    hint: `Set REGION=${region} in the Netlify site that ${origin} belongs to.`,
    forEditors: `Unter ${origin} ist eine andere Region zu sehen. Bitte die Technik, REGION und Domain bei Netlify zu prüfen.`,
  });
}

function refusal(region: string, response: Response, nowMs: number): NetlifyError {
  const { status } = response;
  const message = `Netlify refused to build ${region} (status ${status}).`;
  if (status === 404 || status === 410) {
    return new NetlifyError(message, {
      hint: `The build hook is gone. Make a new one in Netlify, put it into NETLIFY_HOOKS as ${region}=… and restart the publisher.`,
      forEditors: `Netlify kennt den Build-Hook dieser Region nicht mehr. Bitte die Technik, bei Netlify einen neuen anzulegen und in NETLIFY_HOOKS einzutragen. ${STAYS}`,
      isLasting: true,
    });
  }
  const isPassing = status === 429 || status === 408 || status >= 500;
  if (!isPassing) {
    return new NetlifyError(message, {
      hint: 'Look at the build hook and the state of the account in Netlify.',
      forEditors: `Netlify nimmt den Auftrag nicht an (Antwort ${status}). Bitte die Technik, Build-Hook und Konto bei Netlify zu prüfen. ${STAYS}`,
      isLasting: true,
    });
  }
  const reason = status === 429 ? 'Netlify hat gerade zu viele Aufträge' : 'Netlify ist gestört';
  return new NetlifyError(message, {
    hint: 'It is tried again by itself; https://www.netlifystatus.com tells of disturbances.',
    forEditors: `${reason}. ${STAYS} Der nächste Versuch folgt von selbst.`,
    retryAfterMs: retryAfterMs(response.headers.get('retry-after'), nowMs),
  });
}

function retryAfterMs(header: string | null, nowMs: number): number | null {
  if (header === null) return null;
  const ms = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - nowMs;
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), LONGEST_RETRY_AFTER_MS);
}

function call(url: URL, limits: CallLimits, init: RequestInit): Promise<Response> {
  return fetch(url, {
    ...init,
    redirect: 'error',
    signal: AbortSignal.any([limits.signal, AbortSignal.timeout(limits.timeoutMs)]),
  });
}

async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > MAX_FACTS_BYTES) throw new Error(`more than ${MAX_FACTS_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What went wrong, without the address that was asked. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown reason';
  if (error.name === 'TimeoutError') return 'no answer in time';
  if (error instanceof TypeError) return errorCode(error.cause) ?? 'no connection or a redirect';
  return error.message;
}
