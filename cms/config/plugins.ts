import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { ALLOWED_FORMATS, MAX_UPLOAD_BYTES } from '../src/media/upload-limits';
import { settings } from '../src/settings';

const plugins = () => {
  // The upload plugin refuses to load without this folder, before any code of ours has run.
  mkdirSync(path.join(settings.publicDir, 'uploads'), { recursive: true });
  return {
    upload: {
      config: {
        sizeLimit: MAX_UPLOAD_BYTES,
        security: { allowedTypes: ALLOWED_FORMATS.map((format) => `image/${format}`) },
      },
    },
  };
};

export default plugins;
