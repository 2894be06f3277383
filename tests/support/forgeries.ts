import { createHmac } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { hintOf, sign, type SignedMessage } from './hints.ts';

/** A message that must not have any effect, and what is wrong with it. */
export interface Forgery {
  what: string;
  message: SignedMessage;
}

const OTHER_SECRET = `whsec_${Buffer.alloc(32, 8).toString('base64')}`;
const ID = 'webhook-id';
const TIMESTAMP = 'webhook-timestamp';
const SIGNATURE = 'webhook-signature';

/** Every way that we know of to forge a hint of a region. */
export function forgedHints(secret: string, region: string): Forgery[] {
  return [
    ...wrongHeaders(secret, region),
    ...wrongSignatures(secret, region),
    ...wrongTimes(secret, region),
    ...wrongBodies(secret, region),
    ...wrongContent(secret, region),
  ];
}

function withHeader(message: SignedMessage, name: string, value: string | string[]): SignedMessage {
  return { ...message, headers: { ...message.headers, [name]: value } };
}

function wrongHeaders(secret: string, region: string): Forgery[] {
  return [ID, TIMESTAMP, SIGNATURE].flatMap((name) => {
    const good = hintOf(secret, region);
    const value = String(good.headers[name]);
    const others = Object.entries(good.headers).filter(([key]) => key !== name);
    const without = { ...good, headers: Object.fromEntries(others) };
    const as = (other: string) => withHeader(without, other, value);
    return [
      { what: `without ${name}`, message: without },
      { what: `${name} empty`, message: withHeader(good, name, '') },
      { what: `${name} blank`, message: withHeader(good, name, '   ') },
      { what: `${name} of another message`, message: withHeader(good, name, otherValue(name)) },
      { what: `${name} of ten kilobytes`, message: withHeader(good, name, 'x'.repeat(10_000)) },
      { what: `${name} “undefined”`, message: withHeader(good, name, 'undefined') },
      { what: `${name} an object`, message: withHeader(good, name, '[object Object]') },
      { what: `${name} twice, both wrong`, message: withHeader(good, name, ['x', 'y']) },
      { what: `${name} under the name of Svix`, message: as(name.replace('webhook', 'svix')) },
      { what: `${name} with an x`, message: as(`x-${name}`) },
      { what: `${name} with an underscore`, message: as(name.replace('-', '_')) },
    ];
  });

  function otherValue(name: string): string {
    const other = hintOf(secret, 'another-region', 7, { at: new Date(Date.now() - 60_000) });
    return String(other.headers[name]);
  }
}

function wrongSignatures(secret: string, region: string): Forgery[] {
  const good = hintOf(secret, region);
  const signature = String(good.headers[SIGNATURE]);
  const bytes = Buffer.from(signature.slice(3), 'base64');
  const key = Buffer.from(secret.slice(6), 'base64');
  const [id, time] = [String(good.headers[ID]), String(good.headers[TIMESTAMP])];
  const signed = (text: string, algorithm = 'sha256', withKey: Buffer | string = key) =>
    `v1,${createHmac(algorithm, withKey).update(text).digest('base64')}`;
  const whole = `${id}.${time}.${good.body}`;
  const wrong: [string, string][] = [
    ['with the tag v1a', signature.replace('v1,', 'v1a,')],
    ['with the tag v2', signature.replace('v1,', 'v2,')],
    ['with the tag V1', signature.replace('v1,', 'V1,')],
    ['without a tag', signature.slice(3)],
    ['with an equals sign for a comma', signature.replace(',', '=')],
    ['in hex', `v1,${bytes.toString('hex')}`],
    ['in hex after sha256=', `sha256=${bytes.toString('hex')}`],
    ['with the tag alone', 'v1,'],
    ['cut off', signature.slice(0, -4)],
    ['half', `v1,${bytes.subarray(0, 16).toString('base64')}`],
    ['of zeros', `v1,${Buffer.alloc(32).toString('base64')}`],
    ['with a byte more', `v1,${Buffer.concat([bytes, Buffer.alloc(1)]).toString('base64')}`],
    ['of the body alone', signed(good.body)],
    ['without the time', signed(`${id}.${good.body}`)],
    ['without the id', signed(`${time}.${good.body}`)],
    ['in another order', signed(`${time}.${id}.${good.body}`)],
    ['with other separators', signed(`${id}:${time}:${good.body}`)],
    ['with SHA-1', signed(whole, 'sha1')],
    ['with SHA-512', signed(whole, 'sha512')],
    ['with MD5', signed(whole, 'md5')],
    ['under no key', signed(whole, 'sha256', '')],
    ['under the text of the secret', signed(whole, 'sha256', secret)],
    ['under the base64 of the secret', signed(whole, 'sha256', secret.slice(6))],
    ['a thousand wrong ones', 'v1,QUFB '.repeat(1_000).trim()],
    ['a list of tags', 'v1 v1 v1'],
    ['a comma', ','],
  ];
  const flipped = Array.from(bytes, (_byte, index): [string, string] => {
    const other = Buffer.from(bytes);
    other[index] = (other[index] ?? 0) ^ 1;
    return [`with a wrong bit in byte ${index}`, `v1,${other.toString('base64')}`];
  });
  return [
    ...[...wrong, ...flipped].map(([what, value]) => ({
      what: `signature ${what}`,
      message: withHeader(good, SIGNATURE, value),
    })),
    { what: 'signed with another secret', message: hintOf(OTHER_SECRET, region) },
  ];
}

function wrongTimes(secret: string, region: string): Forgery[] {
  const key = Buffer.from(secret.slice(6), 'base64');
  const signedAt = (time: string): SignedMessage => {
    const good = hintOf(secret, region);
    const text = `${String(good.headers[ID])}.${time}.${good.body}`;
    const signature = `v1,${createHmac('sha256', key).update(text).digest('base64')}`;
    return withHeader(withHeader(good, TIMESTAMP, time), SIGNATURE, signature);
  };
  const seconds = Math.floor(Date.now() / 1_000);
  const days = (count: number) => count * 86_400;
  const offsets = [302, 360, 600, 3_600, days(1), days(366), days(3_660)];
  const times = [
    ...offsets.flatMap((offset) => [seconds - offset, seconds + offset]).map(String),
    // Late enough not to become valid while the test runs.
    ...[seconds - 301, seconds + 330].map(String),
    ...['0', '-1', `-${seconds}`, '1e20', '1e3', 'NaN', 'Infinity', '-Infinity', 'null', 'now'],
    ...[
      new Date().toISOString(),
      String(Date.now()),
      `[${seconds}]`,
      '0x7fffffff',
      '1_000',
      '99999999999',
    ],
    ...[String(2 ** 31), String(2 ** 53), '9'.repeat(400), '0,0', '-0', '1'],
  ];
  return times.map((time) => ({
    what: `signed for the time ${time.slice(0, 30)}`,
    message: signedAt(time),
  }));
}

function wrongBodies(secret: string, region: string): Forgery[] {
  const good = hintOf(secret, region);
  const { body } = good;
  const parsed = JSON.parse(body) as Record<string, unknown>;
  const bodies: [string, string][] = [
    ['of another revision', body.replace('"revision":1', '"revision":2')],
    ['of another region', body.replace(region, 'another')],
    ['with spaces', JSON.stringify(parsed, null, 1)],
    ['in another order', JSON.stringify(Object.fromEntries(Object.entries(parsed).reverse()))],
    ['with a key more', body.replace('{', '{"x":1,')],
    ['with a key twice', body.replace('{', '{"type":"region.changed",')],
    ['with escapes', body.replace('region.changed', 'region\\u002echanged')],
    ['with a line more', `${body}\n`],
    ['with a space more', ` ${body}`],
    ['with a byte order mark', `\uFEFF${body}`],
    ['with a NUL', `${body}\0`],
    ['twice', body + body],
    ['cut off', body.slice(0, -1)],
    ['in capitals', body.toUpperCase()],
    ['empty', ''],
    ['as a form', `body=${encodeURIComponent(body)}`],
    ['compressed', gzipSync(body).toString('latin1')],
    ['ten megabytes of zeros, compressed', gzipSync(Buffer.alloc(10_000_000)).toString('latin1')],
    ['of 19 kilobytes', 'x'.repeat(19_000)],
    ['of 21 kilobytes', 'x'.repeat(21_000)],
  ];
  return bodies.map(([what, other]) => ({
    what: `body ${what}`,
    message: { ...good, body: other },
  }));
}

const WRONG_SLUGS = [
  ...['../../etc/passwd', '..', '.', '/', '/etc', 'pm/../tf', '..%2f..%2f', '%2e%2e', '..\\..'],
  ...['PM', 'pm ', ' pm', 'pm\n', 'pm\0', '', 'pm-', '-pm', 'pm--x', 'pm_x', 'pm.x', 'p m', 'pä'],
  ...['__proto__', 'constructor.prototype', '$(id)', '`id`', 'pm;reboot', 'pm|cat', '\u202Emp'],
  ...[
    '<script>',
    "pm' OR '1'='1",
    '${region}',
    '{{region}}',
    'pm?x=1',
    'pm#x',
    'http://pm',
    'pm:80',
  ],
];

/** Well signed, but not what a hint is: a CMS that was taken over must not reach further. */
function wrongContent(secret: string, region: string): Forgery[] {
  const timestamp = new Date().toISOString();
  const type = 'region.changed';
  const data = { region, revision: 1 };
  const contents: [string, unknown][] = [
    ...WRONG_SLUGS.map((slug): [string, unknown] => [
      `region ${JSON.stringify(slug)}`,
      { type, timestamp, data: { region: slug, revision: 1 } },
    ]),
    ...[-1, 1.5, '1', null, true, [], {}, 2 ** 60].map((revision): [string, unknown] => [
      `revision ${JSON.stringify(revision)}`,
      { type, timestamp, data: { region, revision } },
    ]),
    ...[null, 0, '', 'yesterday', '2026-13-40T00:00:00Z', 1e12].map((time): [string, unknown] => [
      `time ${JSON.stringify(time)} inside`,
      { type, timestamp: time, data },
    ]),
    ...[null, 'entry.publish', 'REGION.CHANGED', ['region.changed'], {}].map(
      (kind): [string, unknown] => [
        `type ${JSON.stringify(kind)}`,
        { type: kind, timestamp, data },
      ],
    ),
    ['no object', null],
    ['a list', [{ type, timestamp, data }]],
    ['a number', 7],
    ['a text', JSON.stringify({ type, timestamp, data })],
    ['nothing in it', {}],
    ['no data', { type, timestamp }],
    ['a region as a list', { type, timestamp, data: { region: [region], revision: 1 } }],
  ];
  const texts: [string, string][] = [
    ...contents.map(([what, content]): [string, string] => [what, JSON.stringify(content)]),
    ['no JSON', `region=${region}`],
    ['endless nesting', '['.repeat(9_000)],
    [
      'everything in __proto__',
      JSON.stringify({ type, timestamp, data }).replace('{', '{"__proto__":{') + '}',
    ],
    [
      'the region in __proto__',
      `{"type":"${type}","timestamp":"${timestamp}","data":{"__proto__":{"region":"${region}","revision":1}}}`,
    ],
    [
      'the type in constructor',
      `{"constructor":{"prototype":{"type":"${type}"}},"timestamp":"${timestamp}","data":{}}`,
    ],
  ];
  return texts.map(([what, body]) => ({
    what: `well signed: ${what}`,
    message: sign(secret, body),
  }));
}
