import { randomUUID } from 'node:crypto';
import type { Command } from '@portal/site/contract';
import { Webhook } from 'standardwebhooks';
import { askRaw, type HttpAnswer } from './raw-http.ts';

/** A request to the publisher that can be sent as it is. */
export interface SignedMessage {
  body: string;
  headers: Record<string, string | string[]>;
}

/** Signs a body as the CMS does. */
export function sign(
  secret: string,
  body: string,
  { id = `msg_${randomUUID()}`, at = new Date() } = {},
): SignedMessage {
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign(id, at, body),
    },
  };
}

/** A hint as the CMS sends it after a change of a region. */
export function hintOf(
  secret: string,
  region: string,
  revision = 1,
  options: { id?: string; at?: Date } = {},
): SignedMessage {
  const timestamp = (options.at ?? new Date()).toISOString();
  const body = JSON.stringify({ type: 'region.changed', timestamp, data: { region, revision } });
  return sign(secret, body, options);
}

/** What an editor decided, as the CMS passes it on. */
export function commandOf(secret: string, type: Command['type'], data: object): SignedMessage {
  return sign(secret, JSON.stringify({ type, timestamp: new Date().toISOString(), data }));
}

/** Sends a message to the publisher. */
export function post(
  port: number,
  path: '/hint' | '/commands',
  { body, headers }: SignedMessage,
): Promise<HttpAnswer> {
  return askRaw({ port, path, method: 'POST', body, headers, timeoutMs: 15_000 });
}
