import { messageOf, sign, type SignedMessage } from './hints.ts';

/**
 * Messages that nobody but an attacker sends, with what is wrong with each.
 *
 * @param payload - A message that would be accepted if it were signed well.
 */
export function forgedMessages(
  secret: string,
  payload: { type: string; data: object },
): [name: string, make: () => SignedMessage][] {
  const make = (at = new Date()) => messageOf(secret, payload, { id: 'msg_forged', at });
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
      () => messageOf(`whsec_${Buffer.alloc(32, 8).toString('base64')}`, payload),
    ],
    ['with another body', () => withBody((body) => body.replace('"pm"', '"tf"'))],
    ['with a line more', () => withBody((body) => `${body}\n`)],
    ['with another id', () => withHeader('webhook-id', 'msg_9')],
    ['with a signature in hex', () => withHeader('webhook-signature', `v1,${'ab'.repeat(32)}`)],
    [
      'with a signature of an unknown kind',
      () => {
        const signature = String(make().headers['webhook-signature']);
        return withHeader('webhook-signature', signature.replace('v1,', 'v1a,'));
      },
    ],
    [
      'with a thousand wrong signatures',
      () => withHeader('webhook-signature', 'v1,QUFB '.repeat(1000)),
    ],
    ['of six minutes ago', () => make(minutes(-6))],
    ['of in six minutes', () => make(minutes(6))],
    ['at no time', () => withHeader('webhook-timestamp', 'NaN')],
    ['at a negative time', () => withHeader('webhook-timestamp', '-1')],
    ['at the end of time', () => withHeader('webhook-timestamp', '1e20')],
    ['with a doubled id', () => withHeader('webhook-id', ['msg_forged', 'msg_forged'])],
    ['that is no JSON', () => sign(secret, 'region=pm')],
    ['that is empty', () => sign(secret, '')],
    ['of another kind', () => messageOf(secret, { type: 'entry.publish', data: {} })],
    [
      'for a region whose slug is a path',
      () => messageOf(secret, { ...payload, data: { ...payload.data, region: '../../etc' } }),
    ],
  ];
}
