import path from 'node:path';

/** Folder of the whole project. */
export const ROOT_DIR = path.join(import.meta.dirname, '../..');
/** Workspace of the sites. */
export const SITE_DIR = path.join(ROOT_DIR, 'site');
/** Workspace of the CMS. */
export const CMS_DIR = path.join(ROOT_DIR, 'cms');

/** Where the state of the portal lies; docs/architecture.md describes every folder. */
export interface DataPaths {
  dataDir: string;
  snapshotsDir: string;
  mediaDir: string;
  releasesDir: string;
  siteCacheDir: string;
  searchServerDir: string;
  logsDir: string;
  demoLoginsFile: string;
  publisherLockFile: string;
}

/** Names all files and folders in a data folder. */
export function dataPaths(dataDir: string): DataPaths {
  return {
    dataDir,
    snapshotsDir: path.join(dataDir, 'snapshots'),
    mediaDir: path.join(dataDir, 'media'),
    releasesDir: path.join(dataDir, 'releases'),
    siteCacheDir: path.join(dataDir, 'cache/site'),
    searchServerDir: path.join(dataDir, 'cache/search-server'),
    logsDir: path.join(dataDir, 'logs'),
    demoLoginsFile: path.join(dataDir, 'demo-logins.json'),
    publisherLockFile: path.join(dataDir, 'publisher.lock'),
  };
}
