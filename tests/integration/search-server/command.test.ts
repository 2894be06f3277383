import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { SearchServerClient } from '../../../scripts/lib/search-server/client.ts';
import { cachedServer, PACKAGED_SERVER } from '../../../scripts/lib/search-server/fetch-server.ts';
import { folderForNobody, NOBODY } from '../../../scripts/lib/search-server/server-folder.ts';
import { freePort } from '../../support/free-port.ts';
import { meilisearchMissing } from '../../support/meilisearch.ts';
import { waitFor } from '../../support/publisher.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'portal-search-server-'));
await chmod(folder, 0o711);
afterAll(() => rm(folder, { recursive: true }));

const key = 'k'.repeat(20);
const command = path.join(import.meta.dirname, '../../../scripts/meilisearch.ts');

describe('a fetched search server', () => {
  it('is refused if it is not the one that was checked', async () => {
    const file = path.join(folder, PACKAGED_SERVER.sha256, 'meilisearch');
    expect(await cachedServer(folder)).toBeNull();
    await mkdir(path.dirname(file));
    await writeFile(file, 'something else');
    await expect(cachedServer(folder)).rejects.toThrow('not the program that was checked');
  });
});

describe.skipIf(process.getuid?.() !== 0)('the folder of a search server that root runs', () => {
  it('is the wanted one where others may pass', async () => {
    const wanted = path.join(folder, 'open/meilisearch');
    expect(await folderForNobody(wanted)).toBe(wanted);
    expect((await stat(wanted)).uid).toBe(NOBODY);
  });

  it('is another one where they may not, and the same at the next start', async () => {
    const closed = path.join(folder, 'closed');
    await mkdir(closed, { mode: 0o700 });
    const wanted = path.join(closed, 'meilisearch');
    const found = await folderForNobody(wanted);
    expect(found).not.toBe(wanted);
    expect(await folderForNobody(wanted)).toBe(found);
    const { uid, mode } = await stat(found);
    expect([uid, mode & 0o777]).toEqual([NOBODY, 0o700]);
    await rm(found, { recursive: true });
    const next = await folderForNobody(wanted);
    expect(next).not.toBe(found);
    await rm(next, { recursive: true });
  });
});

describe.skipIf((await meilisearchMissing()) !== null)('npm run meilisearch', () => {
  it('runs one for this computer alone, without rights and analytics, until it is asked to end', async () => {
    const port = await freePort();
    const child = spawn(process.execPath, [command, '--port', String(port)], {
      env: {
        ...process.env,
        DATA_DIR: folder,
        MEILISEARCH_HOST: '',
        MEILISEARCH_ADMIN_KEY: key,
        ...Object.fromEntries(OTHER_SECRETS.map((name) => [name, 'x'.repeat(32)])),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    }
    const client = new SearchServerClient({ host: `http://127.0.0.1:${port}`, key });
    await waitFor('Meilisearch answers', () => client.isUp(), 30_000);
    await waitFor('the command says so', () => Promise.resolve(output.includes('until Ctrl-C')));
    expect(output).not.toContain(key);
    const server = (await readFile(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8')).trim();
    const status = await readFile(`/proc/${server}/status`, 'utf8');
    const args = await readFile(`/proc/${server}/cmdline`, 'utf8');
    expect(status).toMatch(/^NoNewPrivs:\s1$/m);
    expect(status).not.toMatch(/^Uid:\s0\s/m);
    expect(args).toContain('--no-analytics');
    expect(args).not.toContain(key);

    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(await client.isUp()).toBe(false);
  });
});

/** So that nothing is written into the settings of this installation. */
const OTHER_SECRETS = [
  'APP_KEYS',
  'API_TOKEN_SALT',
  'ADMIN_JWT_SECRET',
  'TRANSFER_TOKEN_SALT',
  'ENCRYPTION_KEY',
  'FEED_TOKEN',
  'HINT_SECRET',
];
