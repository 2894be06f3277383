import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { settings } from '../src/settings';

const MEBIBYTE = 1024 * 1024;

const plugins = () => {
  // The upload plugin refuses to load without this folder, before any code of ours has run.
  mkdirSync(path.join(settings.publicDir, 'uploads'), { recursive: true });
  return {
    upload: {
      config: {
        sizeLimit: 8 * MEBIBYTE,
        // No SVG (may hold scripts) and no AVIF or HEIC (decoders with a record of memory faults).
        security: { allowedTypes: ['image/jpeg', 'image/png', 'image/webp'] },
      },
    },
  };
};

export default plugins;
