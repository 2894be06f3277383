import { describe, expect, it } from 'vitest';
import type { Image } from '../contract/index.ts';
import { mediaFilesOf, withoutMissingMedia } from './media.ts';
import { sampleListing, sampleStory } from './sample-content.ts';

const picture = (...files: string[]): Image => ({
  alt: '',
  credit: null,
  renditions: files.map((file, index) => ({ width: 100 * (index + 1), height: 100, file })),
});

const lift = sampleListing('lift', { images: [picture('a', 'b'), picture('c')] });
const story = sampleStory('story', { cover: picture('b') });

describe('pictures', () => {
  it('are named once each', () => {
    expect([...mediaFilesOf(lift)]).toEqual(['a', 'b', 'c']);
    expect([...mediaFilesOf(undefined)]).toEqual([]);
  });

  it('stay as long as one width is there, and leave with the last', () => {
    const named = { type: 'listing', documentId: 'lift', title: 'Titel lift' };
    const onlyA = withoutMissingMedia(lift, (file) => file === 'a');
    expect(onlyA.document.images).toEqual([picture('a')]);
    expect(onlyA.missing).toEqual([
      { file: 'b', ...named },
      { file: 'c', ...named },
    ]);
    expect(withoutMissingMedia(story, () => false).document.cover).toBeNull();
  });

  it('all stay when nothing is missing', () => {
    expect(withoutMissingMedia(lift, () => true)).toEqual({ document: lift, missing: [] });
  });
});
