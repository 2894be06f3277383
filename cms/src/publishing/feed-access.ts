import { createHash, timingSafeEqual } from 'node:crypto';
import { asSystem } from '../permissions/actor';
import { settings } from '../settings';

/** What the feed needs of a request. */
export interface FeedContext {
  params: Record<string, string>;
  query: Record<string, unknown>;
  request: { body?: unknown };
  status: number;
  body: unknown;
  get(header: string): string;
  set(header: string, value: string): void;
}

/** An answer of the feed that is not what the reader asked for; the message says what to do. */
export class FeedError extends Error {
  readonly status: number;

  constructor(status: number, name: string, message: string) {
    super(message);
    this.status = status;
    this.name = name;
  }
}

/**
 * Makes a handler of the feed: only for readers who show the token, as the portal itself, and with
 * errors as JSON.
 *
 * @param handler - Sets the answer or throws a {@link FeedError}.
 */
export function answerReader(
  handler: (context: FeedContext) => Promise<void>,
): (context: FeedContext) => Promise<void> {
  return async (context) => {
    try {
      if (!isReader(context.get('authorization'))) {
        throw new FeedError(
          401,
          'Unauthorized',
          'The feed wants “Authorization: Bearer FEED_TOKEN” with the token that the CMS was started with.',
        );
      }
      context.set('Cache-Control', 'no-store');
      await asSystem(() => handler(context));
    } catch (error) {
      if (!(error instanceof FeedError)) throw error;
      const { status, name, message } = error;
      context.status = status;
      context.body = { error: { status, name, message } };
    }
  };
}

/** Compares hashes, so that neither time nor length tells anything about the token. */
function isReader(authorization: string): boolean {
  const token = /^Bearer (.+)$/i.exec(authorization)?.[1];
  if (token === undefined || settings.feedToken === '') return false;
  return timingSafeEqual(hashOf(token), hashOf(settings.feedToken));
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
