/** The part of a Vite plugin that this one has. */
interface SourcePlugin {
  name: string;
  transform: (code: string, id: string) => { code: string; map: null } | undefined;
}

const DOWNSHIFT = /\/downshift\/dist\/downshift\.esm\.mjs$/;
const UNUSED = /^(?:useSelect|useMultipleSelection|_useTagGroup)\.stateChangeTypes = .*;$/gm;

/**
 * Lets the bundler leave out what nobody calls in Downshift, 4 kB of gzip. Otherwise it keeps those
 * functions, because the module sets a property on them. Without a match nothing but the size changes.
 */
export function smallerClient(): SourcePlugin {
  return {
    name: 'smaller-client',
    transform: (code, id) =>
      DOWNSHIFT.test(id) ? { code: code.replace(UNUSED, ''), map: null } : undefined,
  };
}
