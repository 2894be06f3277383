import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const SOURCE = fileURLToPath(new URL('../src/embed/listing-list.ts', import.meta.url));

/**
 * Compiles the element that other websites embed into one file with a name that stays, because it
 * is written down on pages that we cannot change.
 */
export function embedScript(): Plugin {
  return {
    name: 'embed-script',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    buildStart() {
      this.emitFile({ type: 'chunk', id: SOURCE, fileName: 'einbetten/liste.js' });
    },
  };
}
