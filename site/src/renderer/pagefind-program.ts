import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { FORM_VERSION, type IndexFile } from './pagefind-index.ts';

/** What of Pagefind a site takes; it also brings interfaces, and words of other languages. */
const PROGRAM_FILE = /^(?:pagefind(?:-worker)?\.js|wasm\.de\.pagefind)$/;
const ENTRY_FILE = 'pagefind-entry.json';

/** What searches an index in the browser. */
export interface PagefindProgram {
  files: IndexFile[];
  /** What its `pagefind-entry.json` says beside the languages of an index. */
  entry: object;
}

let program: Promise<PagefindProgram> | undefined;

/**
 * Takes Pagefind's program for the browser out of an index that it makes for this; it comes no other way.
 *
 * @throws Error if Pagefind does not start, or is of a version whose files are not known here.
 */
export function pagefindProgram(): Promise<PagefindProgram> {
  program ??= readProgram().catch((error: unknown) => {
    program = undefined;
    throw error;
  });
  return program;
}

async function readProgram(): Promise<PagefindProgram> {
  try {
    const { index, errors } = await createIndex({ forceLanguage: 'de' });
    if (index === undefined) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
    await index.addCustomRecord({ url: '/', content: 'x', language: 'de' });
    const answer = await index.getFiles();
    if (answer.errors.length > 0) throw new Error(`Pagefind failed: ${answer.errors.join('; ')}`);
    return programOf(answer.files);
  } finally {
    await close();
  }
}

function programOf(files: readonly IndexFile[]): PagefindProgram {
  const entryFile = files.find(({ path }) => path === ENTRY_FILE);
  const entry = JSON.parse(Buffer.from(entryFile?.content ?? []).toString()) as {
    version?: unknown;
  };
  if (entry.version !== FORM_VERSION) {
    throw new Error(
      `Pagefind is of version ${String(entry.version)}, but indexes are written for ${FORM_VERSION}: compare their form, see pagefind-index.test.ts.`,
    );
  }
  return {
    entry,
    files: files
      .filter(({ path }) => PROGRAM_FILE.test(path))
      // Pagefind reads them as well without its own compression; that of the server is better.
      .map(({ path, content }) => ({
        path,
        content: path.endsWith('.pagefind') ? gunzipSync(content) : content,
      })),
  };
}
