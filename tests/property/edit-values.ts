import { createHash } from 'node:crypto';
import type { Block, Image } from '@portal/site/contract';

/** Content of the pictures' files by name; the names are made from it, as the CMS does. */
export const MEDIA_FILES: ReadonlyMap<string, string> = new Map(
  ['a', 'b', 'c', 'd', 'e'].map((text) => {
    const content = `picture ${text}`;
    return [`${createHash('sha256').update(content).digest('hex').slice(0, 32)}.webp`, content];
  }),
);

const FILES = [...MEDIA_FILES.keys()];
/** Files that are there from the start; the others have to be delivered. */
export const FIRST_FILES = FILES.slice(0, 3);
/** Files that are missing until they are delivered. */
export const LATE_FILES = FILES.slice(3);

/** Files of the pictures; some are shared, some are missing at first. */
const PICTURES = [[0], [0, 1], [1, 2], [2, 3], [4]];
export const PICTURE_COUNT = PICTURES.length;

/** A picture by its number. */
export function picture(number: number): Image {
  const files = PICTURES[number] ?? [];
  return {
    alt: `Bild ${number}`,
    credit: null,
    renditions: files.map((file, index) => ({
      width: 400 * (index + 1),
      height: 300 * (index + 1),
      file: FILES[file] ?? '',
    })),
  };
}

/** A text, with a link if there is an address. */
export function blocks(text: string, url?: string): Block[] {
  const link = {
    type: 'link' as const,
    url: url ?? '',
    children: [{ type: 'text' as const, text }],
  };
  return [
    {
      type: 'paragraph',
      children: [{ type: 'text', text }, ...(url === undefined ? [] : [link])],
    },
  ];
}
