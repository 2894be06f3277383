import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isAlive } from '../child-process.ts';
import { BuildError, describeErrorForEditors } from '../errors.ts';
import {
  createRendererOpener,
  type Renderer,
  type RendererOptions,
  type RendererSettings,
} from './renderer.ts';

vi.setConfig({ testTimeout: 30_000 });

let folder: string;
const opened: Renderer[] = [];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'portal-renderer-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  for (const renderer of opened.splice(0)) renderer.close();
  rmSync(folder, { recursive: true });
});

const settings = () => ({
  region: 'pm',
  mediaDir: path.join(folder, 'media'),
  cacheDir: path.join(folder, 'cache'),
  siteOrigin: 'http://pm.localhost:4321',
  umbrellaOrigin: 'http://localhost:4321',
});

/** Opens a renderer with a script in place of the compiled pages. */
async function open(
  script: string,
  options: Partial<RendererOptions> = {},
  onLoss?: RendererSettings['onLoss'],
): Promise<Renderer> {
  const program = path.join(folder, 'program.mjs');
  writeFileSync(program, script);
  const renderer = await createRendererOpener({ timeoutMs: 20_000, program, ...options })({
    ...settings(),
    ...(onLoss && { onLoss }),
  });
  opened.push(renderer);
  return renderer;
}

/** Waits for questions, as the compiled pages do. */
const READY = 'process.channel.ref(); process.send({ ready: true });';

/** A program that answers every request with what an expression says of `request`. */
const answering = (expression: string) => `
  process.on('message', async ({ id, request }) => {
    try { process.send({ id, result: await (${expression}) }); }
    catch (error) { process.send({ id, error: error.stack }); }
  });
  ${READY}`;

const render = (renderer: Renderer): Promise<unknown> =>
  renderer.renderAll({ snapshotFile: 'pm.ndjson', outDir: folder });
const failureOf = (renderer: Renderer): Promise<unknown> =>
  render(renderer).then(
    () => null,
    (error: unknown) => error,
  );
const isGone = (pid: number) =>
  vi.waitFor(
    () => {
      expect(isAlive(pid)).toBe(false);
    },
    { timeout: 10_000 },
  );

describe('a renderer', () => {
  it('gets what it needs, and no secret', async () => {
    vi.stubEnv('FEED_TOKEN', 'secret');
    vi.stubEnv('DATABASE_URL', 'secret');
    const env = await render(await open(answering('process.env')));
    expect(env).toMatchObject({
      REGION: 'pm',
      MEDIA_DIR: path.join(folder, 'media'),
      SITE_CACHE_DIR: path.join(folder, 'cache'),
      SITE_ORIGIN: 'http://pm.localhost:4321',
      UMBRELLA_ORIGIN: 'http://localhost:4321',
      NODE_ENV: 'production',
    });
    expect(JSON.stringify(env)).not.toContain('secret');
  });

  it('is asked what it is asked, and answers go to those who asked', async () => {
    const renderer = await open(
      // The last one is answered first.
      answering(`new Promise((resolve) => {
        setTimeout(() => resolve(request), request.type === 'preview' ? 0 : 200);
      })`),
    );
    const [site, index, page] = await Promise.all([
      renderer.renderChange({ source: 'delta', file: 'a', outDir: 'b' }),
      renderer.searchIndex({ snapshotFiles: ['a'], excluded: [], outDir: 'b' }),
      renderer.preview({ documents: [], path: '/' }),
    ]);
    expect(site).toEqual({ type: 'render-change', source: 'delta', file: 'a', outDir: 'b' });
    expect(index).toMatchObject({ type: 'search-index' });
    expect(page).toEqual({ type: 'preview', documents: [], path: '/' });
    expect(renderer.isUsable).toBe(true);
  });

  it('finds its folder for pictures', async () => {
    await open(answering('null'));
    expect(existsSync(path.join(folder, 'media'))).toBe(true);
  });

  it('that answers with an error tells it, and editors the decisive line', async () => {
    const error = await failureOf(
      await open(answering(`(() => { throw new Error('Listing abc: boom'); })()`)),
    );
    expect(error).toBeInstanceOf(BuildError);
    expect(String(error)).toContain('The build of pm failed');
    expect((error as BuildError).output).toContain('Error: Listing abc: boom');
    expect(describeErrorForEditors(error)).toMatch(
      /^Die Website ließ sich nicht bauen\. Die letzte gute Fassung bleibt online\. .*Error: Listing abc: boom$/,
    );
  });

  it('that cannot use the content says so in other words than one that breaks', async () => {
    const error = await failureOf(
      await open(
        answering(
          `(() => { throw Object.assign(new Error('incomplete'), { stack: 'SnapshotError: The snapshot of pm is incomplete.\\n  at x' }); })()`,
        ),
      ),
    );
    expect(String(error)).toContain('The snapshot of pm cannot be used');
    expect(describeErrorForEditors(error)).toBe(
      'Die Daten aus dem Redaktionssystem waren unvollständig oder fehlerhaft. Die Website bleibt, wie sie ist. ' +
        'Meldung für die Technik: The snapshot of pm is incomplete.',
    );
  });

  it('that ends tells its last lines, and editors the decisive one', async () => {
    const renderer = await open(
      `console.log('rendering'); console.error('[ERROR] Listing abc: boom'); console.error('  at x'); process.exit(3);`,
    );
    const error = await failureOf(renderer);
    expect(error).toBeInstanceOf(BuildError);
    expect(String(error)).toContain('exit code 3');
    expect((error as BuildError).output).toContain('Listing abc: boom');
    expect(describeErrorForEditors(error)).toContain('[ERROR] Listing abc: boom');
    expect(renderer.isUsable).toBe(false);
    await expect(render(renderer)).rejects.toThrow('exit code 3');
  });

  it('that ends in the middle of its work fails everyone who waits', async () => {
    const renderer = await open(
      `process.on('message', () => setTimeout(() => process.exit(4), 100)); ${READY}`,
    );
    const results = await Promise.allSettled([render(renderer), render(renderer)]);
    for (const result of results) {
      expect(result).toMatchObject({ status: 'rejected' });
      expect(String(result.status === 'rejected' && result.reason)).toContain('exit code 4');
    }
  });

  it('that ends while nobody waits says why, once; one that was closed does not', async () => {
    const reasons: string[] = [];
    const note = (reason: Error) => reasons.push(reason.message);
    const renderer = await open(
      answering(`(setTimeout(() => process.exit(7), 200), 'done')`),
      {},
      note,
    );
    expect(await render(renderer)).toBe('done');
    await vi.waitFor(() => {
      expect(reasons).toHaveLength(1);
    });
    expect(reasons[0]).toContain('exit code 7');
    expect(renderer.isUsable).toBe(false);
    const closed = await open(answering(`'done'`), {}, note);
    await render(closed);
    closed.close();
    await isGone(closed.pid ?? 0);
    expect(reasons).toHaveLength(1);
  });

  it('that ends as soon as it is ready fails everyone who asks', async () => {
    const renderer = await open(`process.send({ ready: true }, () => process.exit(6));`);
    for (const error of await Promise.all([failureOf(renderer), failureOf(renderer)])) {
      expect(String(error)).toContain('exit code 6');
    }
  });

  it('that cannot be started fails like one that ends', async () => {
    const renderer = await open('', { program: path.join(folder, 'not-there.mjs') });
    const error = await failureOf(renderer);
    expect(error).toBeInstanceOf(BuildError);
    expect(String(error)).toContain('not-there.mjs');
  });

  it('that hangs is ended together with everything it has started', async () => {
    const renderer = await open(
      `import { spawn } from 'node:child_process';
       import { writeFileSync } from 'node:fs';
       process.on('SIGTERM', () => {});
       const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
       writeFileSync(process.env.MEDIA_DIR + '/pid', String(child.pid));
       process.on('message', () => {});
       ${READY}`,
      { timeoutMs: 1_500 },
    );
    const error = await failureOf(renderer);
    expect(String(error)).toContain('did not end within 1.5 s');
    expect(describeErrorForEditors(error)).toContain('abgebrochen');
    expect(renderer.isUsable).toBe(false);
    await isGone(Number(readFileSync(path.join(folder, 'media/pid'), 'utf8')));
    await isGone(renderer.pid ?? 0);
  });

  it('that ends takes along everything it has started', async () => {
    const renderer = await open(
      `import { spawn } from 'node:child_process';
       import { writeFileSync } from 'node:fs';
       const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
       writeFileSync(process.env.MEDIA_DIR + '/pid', String(child.pid));
       process.exit(5);`,
    );
    expect(String(await failureOf(renderer))).toContain('exit code 5');
    await isGone(Number(readFileSync(path.join(folder, 'media/pid'), 'utf8')));
  });

  it('that never gets ready is ended', async () => {
    const renderer = await open(`setInterval(() => {}, 1000);`, { timeoutMs: 500 });
    expect(String(await failureOf(renderer))).toContain('did not end within 0.5 s');
    await isGone(renderer.pid ?? 0);
  });

  it('that hangs up without ending is of no use, and no danger', async () => {
    const renderer = await open(
      `process.once('message', () => { process.disconnect(); setInterval(() => {}, 1000); });
       ${READY}`,
      { timeoutMs: 3_000 },
    );
    const first = failureOf(renderer);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const later = await Promise.all([failureOf(renderer), failureOf(renderer), first]);
    for (const error of later) expect(error).toBeInstanceOf(BuildError);
    await isGone(renderer.pid ?? 0);
  });

  it('that eats all memory is ended and says so', async () => {
    const renderer = await open(
      `process.on('message', () => {
         const eaten = []; for (;;) eaten.push(new Array(1_000_000).fill(eaten.length));
       });
       ${READY}`,
      { maxHeapMib: 64 },
    );
    expect(String(await failureOf(renderer))).toContain('ran out of memory');
  });

  it('is ended when it is closed, whatever it does', async () => {
    const renderer = await open(`process.on('message', () => {}); ${READY}`);
    const failure = failureOf(renderer);
    await new Promise((resolve) => setTimeout(resolve, 300));
    renderer.close();
    expect(String(await failure)).toContain('was stopped');
    await expect(render(renderer)).rejects.toThrow('was stopped');
    await isGone(renderer.pid ?? 0);
  });

  it('ends when the process dies that opened it', async () => {
    const program = path.join(folder, 'program.mjs');
    writeFileSync(program, answering('null'));
    const parent = spawn(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `import { createRendererOpener } from ${JSON.stringify(path.join(import.meta.dirname, 'renderer.ts'))};
         const open = createRendererOpener({ program: ${JSON.stringify(program)}, timeoutMs: 20_000 });
         const renderer = await open(${JSON.stringify(settings())});
         await renderer.renderAll({ snapshotFile: '', outDir: '' });
         console.log(renderer.pid);`,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    const pid = Number(line.toString());
    expect(isAlive(pid)).toBe(true);
    parent.kill('SIGKILL');
    await isGone(pid);
  });
});

describe('the time limit', () => {
  const PROGRAM = answering(`new Promise((resolve) => {
    globalThis.last = (globalThis.last ?? Promise.resolve()).then(() => new Promise((done) => {
      setTimeout(() => { resolve(request.type); done(); }, request.type === 'preview' ? 50 : 1_000);
    }));
  })`);

  it('of a preview counts from when its turn comes, so that it ends no render before it', async () => {
    const renderer = await open(PROGRAM, { previewTimeoutMs: 500 });
    const site = render(renderer);
    const preview = renderer.preview({ documents: [], path: '/' });
    expect(await site).toBe('render-all');
    expect(await preview).toBe('preview');
    expect(renderer.isUsable).toBe(true);
  });

  it('of a preview that hangs ends the renderer', async () => {
    const renderer = await open(`process.on('message', () => {}); ${READY}`, {
      previewTimeoutMs: 500,
    });
    await expect(renderer.preview({ documents: [], path: '/' })).rejects.toThrow(
      'did not end within 0.5 s',
    );
    expect(renderer.isUsable).toBe(false);
  });
});
