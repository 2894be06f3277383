import { randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { settings } from '../settings';

/** What the publisher is told: a hint or a command. */
export interface SignedMessage {
  type: string;
  data: object;
}

/**
 * Sends a message to the publisher, signed by Standard Webhooks.
 *
 * @param path - Where to, such as `/hint`.
 * @param message - What to say; the moment is added.
 * @param timeoutMs - How long to wait for the answer.
 * @throws TypeError or a timeout error if the publisher cannot be reached.
 * @see https://www.standardwebhooks.com
 */
export function postSigned(
  path: string,
  message: SignedMessage,
  timeoutMs: number,
): Promise<Response> {
  const now = new Date();
  const id = `msg_${randomUUID()}`;
  const body = JSON.stringify({ timestamp: now.toISOString(), ...message });
  return fetch(`${settings.publisherUrl}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': new Webhook(settings.hintSecret).sign(id, now, body),
    },
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  });
}
