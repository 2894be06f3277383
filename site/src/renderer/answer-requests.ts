import type { RendererRequest } from '../contract/index.ts';
import { readState, writeSearchIndex } from './search-index.ts';
import { writeSearchRecords } from './search-records.ts';
import type { SiteRenderer } from './site-renderer.ts';

/**
 * Answers the publisher, whose child process this is: one request after the other, each with its
 * number, and either its result or what went wrong.
 */
export function answerRequests(renderer: SiteRenderer): void {
  let last: Promise<void> = Promise.resolve();
  process.on('message', (message: { id: number; request: RendererRequest }) => {
    const { id, request } = message;
    last = last.then(async () => {
      try {
        process.send?.({ id, result: await answer(renderer, request) });
      } catch (error) {
        const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
        process.send?.({ id, error: text });
      }
    });
  });
  // Whoever waits for questions is not done.
  process.channel?.ref();
  process.send?.({ ready: true });
}

async function answer(renderer: SiteRenderer, request: RendererRequest): Promise<unknown> {
  switch (request.type) {
    case 'render-all':
      return renderer.renderAll(request.snapshotFile, request.outDir, request.knownFiles);
    case 'render-change':
      return renderer.renderChange(request.source, request.file, request.outDir);
    case 'search-index':
      return writeSearchIndex(
        request.snapshotFiles,
        request.excluded,
        (file) => renderer.hasMedia(file),
        request.outDir,
        request.knownFiles,
      );
    case 'search-records': {
      const { snapshotFiles, excluded, knownFile, outDir } = request;
      const state =
        snapshotFiles === null
          ? renderer.state
          : await readState(snapshotFiles, excluded, (file) => renderer.hasMedia(file));
      return writeSearchRecords(state, knownFile, outDir);
    }
    case 'preview':
      return renderer.preview(request.documents, request.path);
  }
}
