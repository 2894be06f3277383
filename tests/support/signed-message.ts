import { Webhook } from 'standardwebhooks';
import { askRaw, type HttpAnswer } from './raw-http.ts';

/** Secret that tests share with the publisher. */
export const HINT_SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

/** A message as it goes over the wire. */
export interface SignedMessage {
  body: string;
  headers: Record<string, string | string[]>;
}

let sent = 0;

/**
 * Signs a message as the CMS would.
 *
 * @param payload - Type and data; text is sent as it is.
 */
export function signMessage(
  payload: { type: string; data: object } | string,
  { id = `msg_${(sent += 1)}`, at = new Date(), secret = HINT_SECRET } = {},
): SignedMessage & { headers: { 'webhook-signature': string } } {
  const body =
    typeof payload === 'string'
      ? payload
      : JSON.stringify({ ...payload, timestamp: at.toISOString() });
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

/** Sends a message to the publisher. */
export function sendMessage(
  port: number,
  path: '/hint' | '/commands',
  { body, headers }: SignedMessage,
): Promise<HttpAnswer> {
  return askRaw({ port, path, method: 'POST', body, headers });
}

/**
 * Messages that nobody but an attacker sends, with what is wrong with each.
 *
 * @param payload - A message that would be accepted if it were signed well.
 */
export function forgedMessages(payload: {
  type: string;
  data: object;
}): [name: string, make: () => SignedMessage][] {
  const make = (options: Parameters<typeof signMessage>[1] = {}) =>
    signMessage(payload, { id: 'msg_forged', ...options });
  const without = (name: string) => {
    const { body, headers } = make();
    const kept = Object.entries(headers).filter(([key]) => key !== name);
    return { body, headers: Object.fromEntries(kept) };
  };
  const withHeader = (name: string, value: string | string[]) => {
    const { body, headers } = make();
    return { body, headers: { ...headers, [name]: value } };
  };
  const withBody = (change: (body: string) => string) => {
    const { body, headers } = make();
    return { body: change(body), headers };
  };
  const minutes = (count: number) => new Date(Date.now() + count * 60_000);
  return [
    ['without an id', () => without('webhook-id')],
    ['without a time', () => without('webhook-timestamp')],
    ['without a signature', () => without('webhook-signature')],
    ['with an empty signature', () => withHeader('webhook-signature', '')],
    [
      'with another secret',
      () => make({ secret: `whsec_${Buffer.alloc(32, 8).toString('base64')}` }),
    ],
    ['with another body', () => withBody((body) => body.replace('"pm"', '"tf"'))],
    ['with a line more', () => withBody((body) => `${body}\n`)],
    ['with another id', () => withHeader('webhook-id', 'msg_9')],
    ['with a signature in hex', () => withHeader('webhook-signature', `v1,${'ab'.repeat(32)}`)],
    [
      'with a signature of an unknown kind',
      () => {
        const signature = make().headers['webhook-signature'];
        return withHeader('webhook-signature', signature.replace('v1,', 'v1a,'));
      },
    ],
    [
      'with a thousand wrong signatures',
      () => withHeader('webhook-signature', 'v1,QUFB '.repeat(1000)),
    ],
    ['of six minutes ago', () => make({ at: minutes(-6) })],
    ['of in six minutes', () => make({ at: minutes(6) })],
    ['at no time', () => withHeader('webhook-timestamp', 'NaN')],
    ['at a negative time', () => withHeader('webhook-timestamp', '-1')],
    ['at the end of time', () => withHeader('webhook-timestamp', '1e20')],
    ['with a doubled id', () => withHeader('webhook-id', ['msg_forged', 'msg_forged'])],
    ['that is no JSON', () => signMessage('region=pm')],
    ['that is empty', () => signMessage('')],
    ['of another kind', () => signMessage({ type: 'entry.publish', data: {} })],
    [
      'for a region whose slug is a path',
      () => signMessage({ ...payload, data: { ...payload.data, region: '../../etc' } }),
    ],
  ];
}
