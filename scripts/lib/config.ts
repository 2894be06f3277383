import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { SlugSchema } from '@portal/site/contract';
import { z } from 'zod';
import { ConfigError } from './errors.ts';
import { ROOT_DIR } from './paths.ts';

/** Secrets that a first start writes into `.env`. */
export const SECRET_NAMES = [
  'APP_KEYS',
  'API_TOKEN_SALT',
  'ADMIN_JWT_SECRET',
  'TRANSFER_TOKEN_SALT',
  'ENCRYPTION_KEY',
  'FEED_TOKEN',
  'HINT_SECRET',
  'MEILISEARCH_ADMIN_KEY',
] as const;

/** What no message may repeat, and nobody gets who does not need it. */
export const CONFIDENTIAL_NAMES: readonly string[] = [
  ...SECRET_NAMES,
  'DATABASE_URL',
  'NETLIFY_HOOKS',
  'SMTP_URL',
];

const PORT_EXPECTATION = 'a port from 1 to 65535, such as 4321';
const SECRET_EXPECTATION = 'at least 32 random characters (npm start writes one into .env)';
const HINT_SECRET_EXPECTATION =
  'whsec_ followed by 24 to 64 random bytes in base64 (npm start writes one into .env)';

const HOOKS_EXPECTATION =
  'a build hook for each region, such as pm=https://api.netlify.com/build_hooks/…, separated by spaces';
const SEARCH_SERVER_EXPECTATION =
  'an address with http or https, such as http://127.0.0.1:7700, or none';
const ADMIN_KEY_EXPECTATION =
  'the master key or an admin key of the search server, at least 16 characters';
const REGION_EXPECTATION = 'the slug of a region, such as pm, or umbrella';

const port = (fallback: number) =>
  z
    .string()
    .regex(/^\d+$/, PORT_EXPECTATION)
    .transform(Number)
    .refine((value) => value >= 1 && value <= 65_535, PORT_EXPECTATION)
    .default(fallback);

const secret = z
  .string({ error: SECRET_EXPECTATION })
  .min(32, SECRET_EXPECTATION)
  .refine((value) => !value.includes('tobemodified'), SECRET_EXPECTATION);

const netlifyHooks = z
  .string()
  .default('')
  .transform((text, context): ReadonlyMap<string, string> => {
    const pairs = text.split(/[\s,]+/).filter((pair) => pair !== '');
    const hooks = new Map(
      pairs.map((pair) => {
        const [region = '', ...url] = pair.split('=');
        return [region, url.join('=')];
      }),
    );
    const isValid = [...hooks].every(
      ([region, url]) => SlugSchema.safeParse(region).success && isHookUrl(url),
    );
    if (!isValid || hooks.size < pairs.length) {
      context.addIssue({ code: 'custom', message: HOOKS_EXPECTATION });
    }
    return hooks;
  });

/** Whoever knows a hook can use it, so it never travels in the clear, but for tests on this machine. */
function isHookUrl(text: string): boolean {
  const url = URL.parse(text);
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && url.hostname === '127.0.0.1');
}

const portalShape = {
  /** Host of the umbrella site; regions live on subdomains of it. */
  HOST_SUFFIX: z
    .string()
    .toLowerCase()
    .regex(
      /^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/,
      'a host name without scheme and port, such as localhost',
    )
    .default('localhost'),
  /** Scheme that visitors use; `https` when a server with TLS stands in front. */
  PUBLIC_SCHEME: z.enum(['http', 'https'], { error: 'http or https' }).default('http'),
  GATEWAY_PORT: port(4321),
  CMS_PORT: port(1337),
  PUBLISHER_PORT: port(4322),
  /** Address that the gateway listens on; `0.0.0.0` opens it to the network. */
  GATEWAY_BIND: z.string().min(1, 'an IP address, such as 127.0.0.1').default('127.0.0.1'),
  /** Folder of all state, absolute or relative to the project. */
  DATA_DIR: z
    .string()
    .min(1, 'a folder, such as .data')
    .default('.data')
    .transform((value) => path.resolve(ROOT_DIR, value)),
  CMS_URL: z
    .url({
      protocol: /^https?$/,
      error: 'an address with http or https, such as http://127.0.0.1:1337',
    })
    .transform((value) => value.replace(/\/+$/, ''))
    .optional(),
  /** Address that editors open. */
  CMS_PUBLIC_URL: z
    .url({
      protocol: /^https?$/,
      error: 'an address with http or https, such as https://redaktion.example',
    })
    .transform((value) => value.replace(/\/+$/, ''))
    .optional(),
  /** Search server; null: `npm start` looks for one itself, `none`: there shall be none. */
  MEILISEARCH_HOST: z
    .union([z.literal('none'), z.url({ protocol: /^https?$/ })], {
      error: SEARCH_SERVER_EXPECTATION,
    })
    .nullable()
    .default(null),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error'], { error: 'debug, info, warn or error' })
    .default('info'),
};

/** Key that may change everything on the search server. */
const adminKey = z
  .string()
  .regex(/^\S{16,}$/, ADMIN_KEY_EXPECTATION)
  .nullable()
  .default(null);

const PortalSchema = z.object(portalShape).transform(withDerived);

const PublisherSchema = z
  .object({
    ...portalShape,
    FEED_TOKEN: secret,
    HINT_SECRET: z
      .string({ error: HINT_SECRET_EXPECTATION })
      .regex(/^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/, HINT_SECRET_EXPECTATION),
    /** Time that one site build may take, in seconds. */
    BUILD_TIMEOUT_SECONDS: z
      .string()
      .regex(/^[1-9]\d*$/, 'a number of seconds from 1, such as 600')
      .default('600')
      .transform(Number),
    /** Memory that the renderer of one site may take, in MiB. */
    BUILD_MEMORY_MIB: z
      .string()
      .regex(/^[1-9]\d{2,}$/, 'a number of MiB from 100, such as 3072')
      .default('3072')
      .transform(Number),
    /** Sites whose renderers stay ready for the next change; a small one takes some 150 MB. */
    WARM_REGIONS: z
      .string()
      .regex(/^[1-9]\d*$/, 'a number of regions from 1, such as 6')
      .default('6')
      .transform(Number),
    /** PostgreSQL of the CMS, through which several publishers share the regions; null: there is one. */
    DATABASE_URL: z
      .string()
      .regex(/^postgres(?:ql)?:\/\//, 'an address that begins with postgresql://')
      .nullable()
      .default(null),
    MEILISEARCH_ADMIN_KEY: adminKey,
    /** Build hooks of the regions that are published to Netlify, by region. */
    NETLIFY_HOOKS: netlifyHooks,
    /** Mail server; null: what would be mailed is only logged. */
    SMTP_URL: z
      .string()
      .regex(/^smtps?:\/\/./, 'an address that begins with smtp:// or smtps://')
      .nullable()
      .default(null),
    /** Who is told when a region cannot be published. */
    OPERATOR_EMAIL: z.email('a mail address, such as technik@example.org').nullable().default(null),
    /** Sender of mails; by default an address at HOST_SUFFIX. */
    MAIL_FROM: z
      .string()
      .regex(
        /^(?:[^<>\p{Cc}]*<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/u,
        'a mail address, with or without a name, such as starkeRegion <portal@example.org>',
      )
      .optional(),
  })
  .transform((values) => ({
    ...withDerived(values),
    MAIL_FROM: values.MAIL_FROM ?? `starkeRegion <portal@${values.HOST_SUFFIX}>`,
  }));

const FeedSchema = z.object({ ...portalShape, FEED_TOKEN: secret }).transform(withDerived);

const SearchServerSchema = z
  .object({ ...portalShape, MEILISEARCH_ADMIN_KEY: adminKey })
  .transform(withDerived);

const NetlifySchema = z
  .object({
    ...portalShape,
    PUBLIC_SCHEME: portalShape.PUBLIC_SCHEME.default('https'),
    FEED_TOKEN: secret,
    REGION: z
      .string({ error: REGION_EXPECTATION })
      .refine((value) => SlugSchema.safeParse(value).success, REGION_EXPECTATION),
  })
  .transform(withDerived);

function withDerived<T extends z.infer<z.ZodObject<typeof portalShape>>>(values: T) {
  const isDefaultPort = values.PUBLIC_SCHEME === 'https' || values.GATEWAY_PORT === 80;
  const host = values.HOST_SUFFIX + (isDefaultPort ? '' : `:${values.GATEWAY_PORT}`);
  return {
    ...values,
    CMS_PUBLIC_URL: values.CMS_PUBLIC_URL ?? `http://localhost:${values.CMS_PORT}`,
    CMS_URL: values.CMS_URL ?? `http://127.0.0.1:${values.CMS_PORT}`,
    /** Origin of the search server, without trailing slash; null: visitors search with Pagefind alone. */
    searchServer:
      values.MEILISEARCH_HOST === 'none'
        ? null
        : (values.MEILISEARCH_HOST?.replace(/\/+$/, '') ?? null),
    /** Origin of the umbrella site, without trailing slash. */
    umbrellaOrigin: `${values.PUBLIC_SCHEME}://${host}`,
  };
}

/** Settings that every process of the portal knows. */
export type PortalSettings = z.infer<typeof PortalSchema>;
/** Settings of the publisher. */
export type PublisherSettings = z.infer<typeof PublisherSchema>;

/** Settings of a build for one site on Netlify. */
export type NetlifySettings = z.infer<typeof NetlifySchema>;

/** Where settings come from: the environment wins over the file. */
export interface SettingsSource {
  env?: NodeJS.ProcessEnv;
  envFile?: string;
}

/** File with the settings of this installation. */
export const ENV_FILE = path.join(ROOT_DIR, '.env');

/**
 * Reads the settings that the gateway and the start need.
 *
 * @throws {@link ConfigError} naming every wrong variable, what is expected and how to mend it.
 */
export function loadPortalSettings(source: SettingsSource = {}): PortalSettings {
  return parseSettings(PortalSchema, source);
}

/**
 * Reads the settings of the publisher, which refuses to run without its secrets.
 *
 * @throws {@link ConfigError} naming every wrong variable, what is expected and how to mend it.
 */
export function loadPublisherSettings(source: SettingsSource = {}): PublisherSettings {
  return parseSettings(PublisherSchema, source);
}

/**
 * Reads the settings that are needed to read the feed.
 *
 * @throws {@link ConfigError} naming every wrong variable, what is expected and how to mend it.
 */
export function loadFeedSettings(source: SettingsSource = {}): z.infer<typeof FeedSchema> {
  return parseSettings(FeedSchema, source);
}

/**
 * Reads the settings that are needed to run a search server.
 *
 * @throws {@link ConfigError} naming every wrong variable, what is expected and how to mend it.
 */
export function loadSearchServerSettings(
  source: SettingsSource = {},
): z.infer<typeof SearchServerSchema> {
  return parseSettings(SearchServerSchema, source);
}

/**
 * Reads the settings of a build for one site on Netlify.
 *
 * @throws {@link ConfigError} naming every wrong variable, what is expected and how to mend it.
 */
export function loadNetlifySettings(source: SettingsSource = {}): NetlifySettings {
  return parseSettings(NetlifySchema, source);
}

/** The environment with what `.env` adds to it; empty values count as absent. */
export function readEnvironment({ env = process.env, envFile = ENV_FILE }: SettingsSource = {}) {
  const fromFile = existsSync(envFile) ? parseEnv(readFileSync(envFile, 'utf8')) : {};
  return Object.fromEntries(
    Object.entries({ ...fromFile, ...env }).filter(
      ([, value]) => value !== undefined && value !== '',
    ),
  ) as Record<string, string>;
}

/** Origin of one site, without trailing slash: `https://pm.example.org`; the umbrella has none of its own. */
export function siteOriginOf(region: string, umbrellaOrigin: string): string {
  return region === 'umbrella' ? umbrellaOrigin : umbrellaOrigin.replace('://', `://${region}.`);
}

function parseSettings<T>(schema: z.ZodType<T>, source: SettingsSource): T {
  const environment = readEnvironment(source);
  const parsed = schema.safeParse(environment);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    const value = environment[name];
    const isSecret = CONFIDENTIAL_NAMES.includes(name);
    const found = value === undefined ? 'nothing' : isSecret ? 'another value' : `“${value}”`;
    return `${name}: expected ${issue.message}, found ${found}.`;
  });
  throw new ConfigError(`The settings are not valid.\n  ${lines.join('\n  ')}\n`, {
    hint: 'Mend them in .env or in the environment; .env.example describes every setting.',
  });
}
