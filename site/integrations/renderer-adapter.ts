import type { AstroAdapter, AstroIntegration } from 'astro';

const ADAPTER: AstroAdapter = {
  name: 'renderer',
  entrypointResolution: 'auto',
  serverEntrypoint: new URL('../src/renderer/entry.ts', import.meta.url),
  adapterFeatures: { buildOutput: 'server' },
  supportedAstroFeatures: {
    staticOutput: 'unsupported',
    serverOutput: 'stable',
    sharpImageService: 'stable',
  },
};

/**
 * Compiles the pages into a program that renders them on demand, whatever the content: a child
 * process of the publisher, see `src/renderer`.
 */
export function rendererAdapter(): AstroIntegration {
  return {
    name: 'renderer-adapter',
    hooks: {
      'astro:config:done': ({ setAdapter }) => {
        setAdapter(ADAPTER);
      },
    },
  };
}
