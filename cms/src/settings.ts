import path from 'node:path';

/**
 * Everything that the environment decides about the CMS. The process that starts the CMS sets these
 * variables; nothing else in the CMS reads them.
 *
 * | variable | means |
 * | --- | --- |
 * | `DATA_DIR` | folder with all state; default `.data` beside the workspaces |
 * | `CMS_HOST`, `CMS_PORT` | where the CMS listens; default `127.0.0.1`, `1337` |
 * | `CMS_PUBLIC_URL` | address that editors open; default `http://localhost:CMS_PORT` |
 * | `DATABASE_URL` | `postgresql://…`; absent: SQLite in `DATA_DIR/cms/portal.db` |
 * | `PUBLISHER_URL` | where hints and commands go; default `http://127.0.0.1:4322` |
 * | `PUBLIC_SCHEME`, `HOST_SUFFIX`, `GATEWAY_PORT` | addresses of the sites; default `http`, `localhost`, `4321` |
 * | `DEMO_CONTENT` | `true`: fill an empty portal with the demo regions |
 * | the secrets | see {@link SECRET_NAMES}; each at least 32 characters, made at random |
 */
export interface Settings {
  dataDir: string;
  /** Root of what Strapi serves as static files; uploads are in its folder `uploads`. */
  publicDir: string;
  renditionsDir: string;
  sqliteFile: string;
  databaseUrl: string | null;
  host: string;
  port: number;
  publicUrl: string;
  publisherUrl: string;
  /** Origin of the umbrella site, without trailing slash; regions are on subdomains of it. */
  umbrellaOrigin: string;
  isDemoWanted: boolean;
  appKeys: string[];
  apiTokenSalt: string;
  adminJwtSecret: string;
  transferTokenSalt: string;
  encryptionKey: string;
  /** Token that readers of the feed must show. */
  feedToken: string;
  /** Key that signs hints, in the form of Standard Webhooks: `whsec_` and Base64. */
  hintSecret: string;
}

/** Settings that must never have a default, because whoever knows them owns the portal. */
export const SECRET_NAMES = [
  'APP_KEYS',
  'API_TOKEN_SALT',
  'ADMIN_JWT_SECRET',
  'TRANSFER_TOKEN_SALT',
  'ENCRYPTION_KEY',
  'FEED_TOKEN',
  'HINT_SECRET',
] as const;

const MIN_SECRET_LENGTH = 32;

/** Values from templates and manuals that must not guard a real portal. */
const KNOWN_DEFAULTS = /tobemodified|changeme|change-me|toBeModified|example|secret-?key|mysecret/i;

/** A setting that the CMS cannot work with. The message lists every fault at once. */
class SettingsError extends Error {
  override name = 'SettingsError';
}

/**
 * Reads the settings without judging the secrets, so that the admin panel can be built without them.
 *
 * @param env - The environment, usually `process.env`.
 * @throws {@link SettingsError} if a port or an address cannot be read.
 */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const dataDir = path.resolve(env['DATA_DIR'] ?? path.join(process.cwd(), '..', '.data'));
  const port = readPort('CMS_PORT', env['CMS_PORT'] ?? '1337');
  return {
    dataDir,
    publicDir: path.join(dataDir, 'cms', 'public'),
    renditionsDir: path.join(dataDir, 'cms', 'renditions'),
    sqliteFile: path.join(dataDir, 'cms', 'portal.db'),
    databaseUrl: readDatabaseUrl(env['DATABASE_URL']),
    host: env['CMS_HOST'] ?? '127.0.0.1',
    port,
    publicUrl: readUrl('CMS_PUBLIC_URL', env['CMS_PUBLIC_URL'] ?? `http://localhost:${port}`),
    publisherUrl: readUrl('PUBLISHER_URL', env['PUBLISHER_URL'] ?? 'http://127.0.0.1:4322'),
    umbrellaOrigin: readUmbrellaOrigin(env),
    isDemoWanted: env['DEMO_CONTENT'] === 'true',
    appKeys: (env['APP_KEYS'] ?? '').split(',').filter((key) => key !== ''),
    apiTokenSalt: env['API_TOKEN_SALT'] ?? '',
    adminJwtSecret: env['ADMIN_JWT_SECRET'] ?? '',
    transferTokenSalt: env['TRANSFER_TOKEN_SALT'] ?? '',
    encryptionKey: env['ENCRYPTION_KEY'] ?? '',
    feedToken: env['FEED_TOKEN'] ?? '',
    hintSecret: env['HINT_SECRET'] ?? '',
  };
}

/**
 * Refuses secrets that are missing, short or known from templates.
 *
 * @param env - The environment, usually `process.env`.
 * @throws {@link SettingsError} naming every bad secret and how to make a good one.
 */
export function assertSecrets(env: NodeJS.ProcessEnv): void {
  const problems = SECRET_NAMES.flatMap((name) => {
    const value = env[name] ?? '';
    if (value === '') return [`${name} is missing`];
    const parts = name === 'APP_KEYS' ? value.split(',') : [value];
    if (parts.some((part) => part.length < MIN_SECRET_LENGTH)) {
      return [`${name} is shorter than ${MIN_SECRET_LENGTH} characters`];
    }
    if (KNOWN_DEFAULTS.test(value)) return [`${name} is a default that everybody knows`];
    if (name === 'HINT_SECRET' && !/^whsec_[A-Za-z0-9+/]+=*$/.test(value)) {
      return ['HINT_SECRET does not have the form whsec_ and Base64'];
    }
    return [];
  });
  if (problems.length > 0) {
    throw new SettingsError(
      `The CMS does not start, because its secrets are not safe: ${problems.join('; ')}. ` +
        'Set each of them to a random value of its own, such as the output of ' +
        '“openssl rand -base64 32”, or start the portal with “npm start”, which makes them.',
    );
  }
}

function readPort(name: string, text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new SettingsError(`${name} must be a port from 0 to 65535, but it is “${text}”.`);
}

/** The same rules as in `scripts/lib/config.ts`: with https, a web server hides the gateway's port. */
function readUmbrellaOrigin(env: NodeJS.ProcessEnv): string {
  const scheme = env['PUBLIC_SCHEME'] ?? 'http';
  if (scheme !== 'http' && scheme !== 'https') {
    throw new SettingsError(`PUBLIC_SCHEME must be http or https, but it is “${scheme}”.`);
  }
  const port = readPort('GATEWAY_PORT', env['GATEWAY_PORT'] ?? '4321');
  const host = (env['HOST_SUFFIX'] ?? 'localhost').toLowerCase();
  if (!/^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/.test(host)) {
    throw new SettingsError(`HOST_SUFFIX must be a host name, but it is “${host}”.`);
  }
  const isDefaultPort = scheme === 'https' || port === 80;
  return `${scheme}://${host}${isDefaultPort ? '' : `:${port}`}`;
}

function readUrl(name: string, text: string): string {
  const url = URL.parse(text);
  if (url !== null && /^https?:$/.test(url.protocol)) return text.replace(/\/+$/, '');
  throw new SettingsError(`${name} must be an http or https address, but it is “${text}”.`);
}

function readDatabaseUrl(text: string | undefined): string | null {
  if (text === undefined || text === '') return null;
  if (/^postgres(?:ql)?:\/\//.test(text)) return text;
  throw new SettingsError(
    'DATABASE_URL must begin with postgresql://. Leave it out to keep the content in SQLite.',
  );
}

/** The settings of this process. */
export const settings: Settings = readSettings(process.env);
