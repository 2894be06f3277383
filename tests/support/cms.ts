import { execFileSync, fork, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type DemoLogin } from './portal.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const CMS_DIR = path.join(ROOT, 'cms');
const START_TIMEOUT_MS = 90_000;
const STOP_TIMEOUT_MS = 10_000;
const POLL_MS = 20;

/** An answer of the CMS: `text` as it came, `body` as far as it is JSON. */
export interface CmsAnswer<T = unknown> {
  status: number;
  headers: Headers;
  text: string;
  body: T;
}

/** A route of the CMS, with `:name` for parameters. */
export interface CmsRoute {
  methods: string[];
  path: string;
}

/** A CMS that runs on a data folder of its own. */
export interface RunningCms {
  port: number;
  origin: string;
  dataDir: string;
  feedToken: string;
  hintSecret: string;
  /** Nobody in particular: no login. */
  anonymous: CmsClient;
  /** Whoever knows the feed's token. */
  feed: CmsClient;
  superAdmin: CmsClient;
  /** Everything that the CMS wrote to the terminal. */
  output: () => string;
  /** Every route that the CMS answers. */
  routes: () => Promise<CmsRoute[]>;
  /** Creates a user of the admin panel with one role, and signs in. */
  createUser: (email: string, roleId: number) => Promise<CmsClient>;
  /** Ends the process; the data folder stays unless it was made here. */
  stop: () => Promise<void>;
}

/** Access to the HTTP interface of a CMS, signed in or not. */
export class CmsClient {
  readonly #origin: string;
  readonly #token: string | null;
  /** Key of the user in the CMS; 0 without a login. */
  readonly userId: number;

  constructor(origin: string, token: string | null = null, userId = 0) {
    this.#origin = origin;
    this.#token = token;
    this.userId = userId;
  }

  /** Calls any route; an object goes out as JSON, a `FormData` as a form. */
  async call<T = unknown>(method: string, route: string, body?: object): Promise<CmsAnswer<T>> {
    const isForm = body instanceof FormData;
    const answer = await fetch(`${this.#origin}${route}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(this.#token === null ? {} : { authorization: `Bearer ${this.#token}` }),
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, text, body: parse(text) as T };
  }

  /**
   * Like {@link CmsClient.call}, for calls that a test merely needs.
   *
   * @throws Error with the answer if the status is not 2xx.
   */
  async must<T = unknown>(method: string, route: string, body?: object): Promise<T> {
    const answer = await this.call<T>(method, route, body);
    if (answer.status >= 200 && answer.status < 300) return answer.body;
    throw new Error(`${method} ${route} answered ${answer.status}: ${answer.text}`);
  }

  /**
   * Signs in to the admin panel.
   *
   * @throws Error if the CMS refuses the login.
   */
  async signIn(email: string, password: string): Promise<CmsClient> {
    const { data } = await this.must<{ data: { token: string; user: { id: number } } }>(
      'POST',
      '/admin/login',
      { email, password },
    );
    return new CmsClient(this.#origin, data.token, data.user.id);
  }
}

/**
 * Starts a CMS as a process of its own on a free port, with random secrets, and makes its first
 * super admin. It sends its hints to `env.PUBLISHER_URL`, by default nowhere.
 *
 * @param options - `dataDir`: use this folder and keep it, else a temporary one. `env`: more
 * variables, such as `DATABASE_URL` or `DEMO_CONTENT`.
 * @throws Error with the output of the CMS if it does not start.
 */
export async function startCms(
  options: { dataDir?: string; env?: Record<string, string> } = {},
): Promise<RunningCms> {
  const dataDir = options.dataDir ?? mkdtempSync(path.join(tmpdir(), 'portal-cms-'));
  const feedToken = randomSecret();
  const hintSecret = `whsec_${randomSecret()}`;
  const child = spawnCms(dataDir, {
    FEED_TOKEN: feedToken,
    HINT_SECRET: hintSecret,
    ...options.env,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  const port = await waitForPort(child, () => output);
  const origin = `http://127.0.0.1:${port}`;
  const anonymous = new CmsClient(origin);
  const superAdmin = await signInSuperAdmin(anonymous, dataDir);
  return {
    port,
    origin,
    dataDir,
    feedToken,
    hintSecret,
    anonymous,
    feed: new CmsClient(origin, feedToken),
    superAdmin,
    output: () => output,
    routes: () => askRoutes(child),
    createUser: (email, roleId) => createUser(anonymous, superAdmin, email, roleId),
    stop: async () => {
      await stop(child);
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/**
 * Starts a CMS and kills it without a warning while it starts, as a power failure would.
 *
 * @param dataDir - Its data folder, which stays.
 * @param env - More variables, such as `DEMO_CONTENT`.
 * @param isTime - Asked again and again; the first `true` ends the CMS.
 * @throws Error with the output of the CMS if it ends or is ready before it was time.
 */
export async function killCmsWhileItStarts(
  dataDir: string,
  env: Record<string, string>,
  isTime: () => boolean,
): Promise<void> {
  const child = spawnCms(dataDir, env);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  let isReady = false;
  child.once('message', () => (isReady = true));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  while (!isReady && child.exitCode === null && !isTime()) await wait(POLL_MS);
  const wasTooLate = isReady || child.exitCode !== null;
  child.kill('SIGKILL');
  await ended;
  if (wasTooLate) throw new Error(`The CMS could not be killed in time. It wrote:\n${output}`);
}

function spawnCms(dataDir: string, env: Record<string, string>): ChildProcess {
  const distDir = compileCms();
  return fork(new URL('./cms-process.ts', import.meta.url), [CMS_DIR, distDir], {
    cwd: CMS_DIR,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      VITEST: undefined,
      NODE_ENV: 'production',
      NODE_OPTIONS: '',
      STRAPI_TELEMETRY_DISABLED: 'true',
      DATA_DIR: dataDir,
      CMS_PORT: '0',
      // The discard port of TCP: nobody listens there.
      PUBLISHER_URL: 'http://127.0.0.1:9',
      APP_KEYS: randomSecret(),
      API_TOKEN_SALT: randomSecret(),
      ADMIN_JWT_SECRET: randomSecret(),
      TRANSFER_TOKEN_SALT: randomSecret(),
      ENCRYPTION_KEY: randomSecret(),
      FEED_TOKEN: randomSecret(),
      HINT_SECRET: `whsec_${randomSecret()}`,
      ...env,
    },
  });
}

/**
 * Compiles the CMS once for each state of its sources and returns the folder. It lies inside the
 * repository, because the compiled code looks for its packages from there.
 */
function compileCms(): string {
  const cacheDir = path.join(ROOT, 'node_modules/.cache/portal-tests');
  const distDir = path.join(cacheDir, `cms-${digestOf(['src', 'config', 'tsconfig.json'])}`);
  if (existsSync(distDir)) return distDir;
  mkdirSync(cacheDir, { recursive: true });
  const draft = mkdtempSync(path.join(cacheDir, 'draft-'));
  const compiler = path.join(ROOT, 'node_modules/typescript/bin/tsc');
  try {
    execFileSync(process.execPath, [compiler, '-p', CMS_DIR, '--outDir', draft], {
      stdio: 'inherit',
    });
    renameSync(draft, distDir);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    // Another test file may have been faster with the same sources.
    if (!existsSync(distDir)) throw error;
  }
  return distDir;
}

function digestOf(names: string[]): string {
  const hash = createHash('sha256');
  for (const name of names) {
    const target = path.join(CMS_DIR, name);
    const files = name.endsWith('.json')
      ? [target]
      : readdirSync(target, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile() && !entry.parentPath.includes('/admin'))
          .map((entry) => path.join(entry.parentPath, entry.name))
          .sort();
    for (const file of files) hash.update(file).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}

function waitForPort(child: ChildProcess, output: () => string): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (reason: string) => {
      clearTimeout(timer);
      child.kill('SIGKILL');
      reject(new Error(`The CMS ${reason}. It wrote:\n${output()}`));
    };
    const timer = setTimeout(
      () => fail(`did not start in ${START_TIMEOUT_MS / 1000} s`),
      START_TIMEOUT_MS,
    );
    const onExit = (code: number | null) => fail(`ended with code ${code}`);
    child.once('exit', onExit);
    child.once('message', (message) => {
      clearTimeout(timer);
      child.off('exit', onExit);
      resolve((message as { port: number }).port);
    });
  });
}

function askRoutes(child: ChildProcess): Promise<CmsRoute[]> {
  return new Promise((resolve) => {
    child.once('message', (message) => resolve((message as { routes: CmsRoute[] }).routes));
    child.send('routes');
  });
}

/** Passwords of the super admins made here, by data folder, for a CMS that is started again. */
const operatorPasswords = new Map<string, string>();

/** The demo content brings its own super admin; an empty CMS gets one. */
async function signInSuperAdmin(anonymous: CmsClient, dataDir: string): Promise<CmsClient> {
  const loginsFile = path.join(dataDir, 'demo-logins.json');
  if (existsSync(loginsFile)) {
    const logins = JSON.parse(readFileSync(loginsFile, 'utf8')) as DemoLogin[];
    const login = logins.find(({ role }) => role === 'super-admin');
    if (login === undefined) throw new Error(`${loginsFile} names no super admin.`);
    return anonymous.signIn(login.email, login.password);
  }
  const email = 'operator@example.org';
  const known = operatorPasswords.get(dataDir);
  if (known !== undefined) return anonymous.signIn(email, known);
  const password = randomPassword();
  operatorPasswords.set(dataDir, password);
  await anonymous.must('POST', '/admin/register-admin', {
    email,
    password,
    firstname: 'Olga',
    lastname: 'Operator',
  });
  return anonymous.signIn(email, password);
}

async function createUser(
  anonymous: CmsClient,
  superAdmin: CmsClient,
  email: string,
  roleId: number,
): Promise<CmsClient> {
  const name = { firstname: email.split('@')[0], lastname: 'Redaktion' };
  const { data } = await superAdmin.must<{ data: { registrationToken: string } }>(
    'POST',
    '/admin/users',
    { email, ...name, roles: [roleId] },
  );
  const password = randomPassword();
  await anonymous.must('POST', '/admin/register', {
    registrationToken: data.registrationToken,
    userInfo: { ...name, password },
  });
  return anonymous.signIn(email, password);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
  child.kill('SIGTERM');
  await ended;
  clearTimeout(timer);
}

function randomSecret(): string {
  return randomBytes(32).toString('base64');
}

/** Strapi wants small and large letters and a digit. */
function randomPassword(): string {
  return `Aa1${randomBytes(18).toString('base64url')}`;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
