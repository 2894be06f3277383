import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { RendererRequest } from '@portal/site/contract';
import { createFakeRenderers } from './fake-renderer.ts';

/**
 * A renderer as a process, as the publisher starts it, that misbehaves as a file says: it is
 * `misbehaviour` in its cache folder, and holds one of the words below; without it, it behaves.
 */
export const MISBEHAVIOURS = [
  'hang',
  'hang-with-child',
  'hang-before-ready',
  'out-of-memory',
  'exit-0',
  'exit-1',
  'kill-itself',
  'throw',
  'answer-nothing',
  'answer-text',
  'answer-half',
  'answer-of-another-region',
  'answer-old-revision',
  'name-files-that-are-not-there',
  'answer-another-question',
  'talk-without-end',
] as const;
export type Misbehaviour = (typeof MISBEHAVIOURS)[number];

const cacheDir = process.env['SITE_CACHE_DIR'] ?? '';
const region = process.env['REGION'] ?? '';
const settings = {
  region,
  mediaDir: process.env['MEDIA_DIR'] ?? '',
  cacheDir,
  siteOrigin: process.env['SITE_ORIGIN'] ?? '',
  umbrellaOrigin: process.env['UMBRELLA_ORIGIN'] ?? '',
};
const renderer = await createFakeRenderers().open(settings);

process.on('message', ({ id, request }: { id: number; request: RendererRequest }) => {
  void answer(id, request);
});
// Requests keep it alive, as they do the real one.
process.channel?.ref();
if ((await wish()) !== 'hang-before-ready') process.send?.({ ready: true });

async function answer(id: number, request: RendererRequest): Promise<void> {
  const wanted = request.type === 'search-index' ? null : await wish();
  const give = (result: unknown) => process.send?.({ id, result });
  switch (wanted) {
    case 'hang':
    case 'hang-before-ready':
      return;
    case 'hang-with-child': {
      const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
        stdio: 'inherit',
      });
      writeFileSync(path.join(cacheDir, 'grandchild'), String(child.pid));
      return;
    }
    case 'out-of-memory': {
      const kept: string[][] = [];
      for (;;) kept.push(Array.from({ length: 100_000 }, (_unused, index) => `${index} x`));
    }
    case 'exit-0':
      return process.exit(0);
    case 'exit-1':
      console.error('Error: the renderer could not go on');
      return process.exit(1);
    case 'kill-itself':
      process.kill(process.pid, 'SIGKILL');
      return;
    case 'throw':
      process.send?.({ id, error: 'TypeError: page is not a function\n    at somewhere' });
      return;
    case 'answer-nothing':
      give({});
      return;
    case 'answer-text':
      give('<!doctype html>');
      return;
    case 'answer-another-question':
      process.send?.({ id: id + 1_000, result: await ask(request) });
      return;
    case 'talk-without-end':
      for (let line = 0; line < 100_000; line += 1) console.log(`line ${line} `.repeat(20));
      process.exit(3);
  }
  const result = await ask(request);
  if (typeof result === 'object' && 'header' in result) {
    if (wanted === 'answer-half') Reflect.deleteProperty(result, 'counts');
    if (wanted === 'answer-of-another-region') result.header.region = 'another';
    if (wanted === 'answer-old-revision') result.header.revision = 0;
    if (wanted === 'name-files-that-are-not-there') {
      result.written['nirgends/index.html'] = { hash: 'a'.repeat(64), size: 1, encodings: [] };
    }
  }
  give(result);
}

function ask(request: RendererRequest) {
  switch (request.type) {
    case 'render-all':
      return renderer.renderAll(request);
    case 'render-change':
      return renderer.renderChange(request);
    case 'search-index':
      return renderer.searchIndex(request);
    case 'search-records':
      return renderer.searchRecords(request);
    case 'preview':
      return renderer.preview(request);
  }
}

async function wish(): Promise<string | null> {
  const { readFile } = await import('node:fs/promises');
  return readFile(path.join(cacheDir, 'misbehaviour'), 'utf8').catch(() => null);
}
