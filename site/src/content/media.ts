import type { Image, MissingMedia, PortalDocument } from '../contract/index.ts';

/** Renditions that a document shows, each once. */
export function mediaFilesOf(document: PortalDocument | undefined): Set<string> {
  const files = new Set<string>();
  mapImages(document, (image) => {
    for (const { file } of image.renditions) files.add(file);
    return image;
  });
  return files;
}

/**
 * Takes out of a document what has no file, so that its page shows its illustration instead of a
 * hole. A picture stays as long as one of its widths is there.
 *
 * @param document - Stays as it is.
 * @param hasFile - Whether a rendition's file is there.
 */
export function withoutMissingMedia<T extends PortalDocument>(
  document: T,
  hasFile: (file: string) => boolean,
): { document: T; missing: MissingMedia[] } {
  const { type, documentId } = document;
  const missing: MissingMedia[] = [];
  const kept = mapImages(document, (image) => {
    const renditions = image.renditions.filter(({ file }) => hasFile(file));
    for (const { file } of image.renditions) {
      if (!hasFile(file)) missing.push({ file, type, documentId, title: titleOf(document) });
    }
    return renditions.length === 0 ? null : { ...image, renditions };
  });
  return { document: missing.length === 0 ? document : kept, missing };
}

/** Puts something in the place of every image, wherever it stands; null takes it out. */
function mapImages<T>(value: T, change: (image: Image) => Image | null): T {
  const map = (item: unknown): unknown => {
    if (Array.isArray(item)) {
      return item.map(map).filter((entry, index) => entry !== null || item[index] === null);
    }
    if (typeof item !== 'object' || item === null) return item;
    if ('renditions' in item) return change(item as Image);
    return Object.fromEntries(Object.entries(item).map(([key, entry]) => [key, map(entry)]));
  };
  return map(value) as T;
}

function titleOf(document: PortalDocument): string {
  if ('title' in document) return document.title;
  if (document.type === 'region-summary') return document.region.name;
  return typeof document.name === 'string' ? document.name : document.name.de;
}
