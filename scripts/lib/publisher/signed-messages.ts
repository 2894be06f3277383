import { Webhook } from 'standardwebhooks';
import type { z } from 'zod';

/** A verified message can come again for as long as its timestamp is accepted: ±5 minutes. */
const REMEMBER_MS = 11 * 60_000;

/** Headers of a request, as Node gives them. */
export type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** Verifies messages of the CMS and knows which ones have been here before. */
export class SignedMessages<T> {
  readonly #schema: z.ZodType<T>;
  readonly #webhook: Webhook;
  readonly #seenAt = new Map<string, number>();

  /**
   * @param secret - Shared with the CMS: `whsec_` and base64.
   * @param schema - Shape of the messages.
   */
  constructor(secret: string, schema: z.ZodType<T>) {
    this.#schema = schema;
    this.#webhook = new Webhook(secret);
  }

  /**
   * Checks signature, age and shape of a message.
   *
   * @param body - The request's body, byte for byte.
   * @param headers - The request's headers.
   * @param nowMs - This moment, in milliseconds since 1970.
   * @returns The message; `replayed` if it has been here before; null if anything is wrong with it.
   * @see https://www.standardwebhooks.com
   */
  verify(body: string, headers: Headers, nowMs: number): T | 'replayed' | null {
    const id = headers['webhook-id'];
    const timestamp = headers['webhook-timestamp'];
    const signature = headers['webhook-signature'];
    if (typeof id !== 'string' || typeof timestamp !== 'string' || typeof signature !== 'string') {
      return null;
    }
    let payload: unknown;
    try {
      payload = this.#webhook.verify(body, {
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        'webhook-signature': signature,
      });
    } catch {
      return null;
    }
    const message = this.#schema.safeParse(payload);
    if (!message.success) return null;
    this.#forgetOld(nowMs);
    if (this.#seenAt.has(id)) return 'replayed';
    this.#seenAt.set(id, nowMs);
    return message.data;
  }

  #forgetOld(nowMs: number): void {
    for (const [id, seenAt] of this.#seenAt) {
      // In the order in which they came, so the first young one ends the search.
      if (nowMs - seenAt < REMEMBER_MS) return;
      this.#seenAt.delete(id);
    }
  }
}
