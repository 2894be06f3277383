import path from 'node:path';
import {
  parseSnapshot,
  SnapshotError,
  type QuarantineEntry,
  type Snapshot,
} from '@portal/site/contract';
import { describeError, PortalError } from '../errors.ts';
import type { FeedClient } from '../feed-client.ts';
import { forEachLimited, pathExists, sha256Hex, writeFileAtomically } from '../files.ts';

const PARALLEL_DOWNLOADS = 8;

/** Where a snapshot goes. */
export interface FetchTarget {
  region: string;
  snapshotFile: string;
  /** Cache of renditions, shared by all regions; a file's name is its content. */
  mediaDir: string;
}

/** A snapshot that lies on the disk together with its images. */
export interface FetchedSnapshot {
  text: string;
  snapshot: Snapshot;
  /** Documents whose images could not be fetched; their pages are built without them. */
  missingImages: QuarantineEntry[];
}

/**
 * Fetches a region's snapshot and the renditions that it names. The file on the disk is replaced
 * only by a snapshot that has been checked, so a broken answer leaves the last good one.
 *
 * @throws PortalError if the CMS fails or the snapshot cannot be used.
 */
export async function fetchSnapshot(
  feed: FeedClient,
  { region, snapshotFile, mediaDir }: FetchTarget,
): Promise<FetchedSnapshot> {
  const text = await feed.snapshot(region);
  const snapshot = readSnapshot(text, region);
  const missingImages = await fetchImages(feed, snapshot, mediaDir);
  await writeFileAtomically(snapshotFile, text);
  return { text, snapshot, missingImages };
}

/**
 * Parses a snapshot and makes sure that it is the region's own.
 *
 * @throws PortalError if the snapshot cannot be used.
 */
export function readSnapshot(text: string, region: string): Snapshot {
  let snapshot: Snapshot;
  try {
    snapshot = parseSnapshot(text);
  } catch (error) {
    if (!(error instanceof SnapshotError)) throw error;
    throw new PortalError(`The snapshot of ${region} cannot be used: ${error.message}`, {
      hint: 'The live site stays as it is.',
      forEditors:
        'Die Daten aus dem Redaktionssystem waren unvollständig oder fehlerhaft. Die Website bleibt, wie sie ist. ' +
        `Meldung für die Technik: ${error.message}`,
      cause: error,
    });
  }
  if (snapshot.header.region !== region) {
    throw new PortalError(
      `The CMS answered the snapshot of ${snapshot.header.region} when asked for ${region}.`,
      {
        hint: 'The live site stays as it is.',
        forEditors: `Das Redaktionssystem hat die Daten der Region „${snapshot.header.region}“ statt „${region}“ geliefert. Bitte die Technik, CMS_URL zu prüfen.`,
      },
    );
  }
  return snapshot;
}

interface ImageUse {
  type: string;
  documentId: string;
  title: string;
}

async function fetchImages(
  feed: FeedClient,
  snapshot: Snapshot,
  mediaDir: string,
): Promise<QuarantineEntry[]> {
  const missing = new Map<string, QuarantineEntry>();
  await forEachLimited(imagesOf(snapshot), PARALLEL_DOWNLOADS, async ([file, use]) => {
    const problem = await fetchImage(feed, file, path.join(mediaDir, file));
    if (problem === null) return;
    const key = `${use.type}:${use.documentId}`;
    const entry = missing.get(key) ?? { ...use, problems: [] };
    entry.problems.push(problem);
    missing.set(key, entry);
  });
  return [...missing.values()];
}

async function fetchImage(feed: FeedClient, file: string, target: string): Promise<string | null> {
  if (await pathExists(target)) return null;
  let bytes: Uint8Array | null;
  try {
    bytes = await feed.media(file);
  } catch (error) {
    return `Das Bild ${file} ließ sich nicht laden: ${describeError(error)}`;
  }
  if (bytes === null) {
    return `Das Bild ${file} fehlt im Redaktionssystem. Bitte das Bild neu hochladen.`;
  }
  if (sha256Hex(bytes).slice(0, 32) !== path.parse(file).name) {
    return `Das Bild ${file} kam beschädigt an. Bitte das Bild neu hochladen.`;
  }
  await writeFileAtomically(target, bytes);
  return null;
}

/** Every rendition that a snapshot names, with the first document that uses it. */
function imagesOf(snapshot: Snapshot): Map<string, ImageUse> {
  const images = new Map<string, ImageUse>();
  const collect = (value: unknown, use: ImageUse): void => {
    if (Array.isArray(value)) {
      for (const item of value) collect(item, use);
    } else if (typeof value === 'object' && value !== null) {
      if ('renditions' in value && Array.isArray(value.renditions)) {
        for (const rendition of value.renditions as { file: string }[]) {
          if (!images.has(rendition.file)) images.set(rendition.file, use);
        }
      }
      for (const item of Object.values(value)) collect(item, use);
    }
  };
  const documents = [
    ...(snapshot.region === null ? [] : [snapshot.region]),
    ...snapshot.organisations,
    ...snapshot.listings,
    ...snapshot.stories,
    ...snapshot.regionSummaries,
  ];
  for (const document of documents) {
    const title =
      'title' in document
        ? document.title
        : 'name' in document
          ? document.name
          : document.region.name;
    collect(document, { type: document.type, documentId: document.documentId, title });
  }
  return images;
}
