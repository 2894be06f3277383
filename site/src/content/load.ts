import { readdirSync, readFileSync } from 'node:fs';
import { parseSnapshot } from '../contract/index.ts';
import { Content } from './content.ts';
import { withoutMissingMedia, type SnapshotWithMedia } from './media.ts';
import { readSettings, type Settings } from './settings.ts';

let loaded: { settings: Settings; content: Content } | undefined;

/**
 * The content of the region that is being built, read once per process.
 *
 * @throws SettingsError if the variables of the build are wrong.
 * @throws SnapshotError if the snapshot cannot be used.
 */
export function loadContent(): Content {
  return load().content;
}

/** The variables of this build. */
export function loadSettings(): Settings {
  return load().settings;
}

function load() {
  if (loaded === undefined) {
    const settings = readSettings(process.env);
    const { snapshot } = readSnapshotFile(settings);
    loaded = { settings, content: new Content(snapshot, settings) };
  }
  return loaded;
}

/** Reads the snapshot of a build without the pictures that `MEDIA_DIR` does not hold. */
export function readSnapshotFile({
  SNAPSHOT,
  MEDIA_DIR,
}: Pick<Settings, 'SNAPSHOT' | 'MEDIA_DIR'>): SnapshotWithMedia {
  const snapshot = parseSnapshot(readFileSync(SNAPSHOT, 'utf8'));
  const files = new Set(readdirSync(MEDIA_DIR));
  return withoutMissingMedia(snapshot, (file) => files.has(file));
}
