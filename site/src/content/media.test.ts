import { describe, expect, it } from 'vitest';
import type { Image } from '../contract/index.ts';
import { mediaFiles, withoutMissingMedia } from './media.ts';
import { sampleListing, sampleSnapshot, sampleStory } from './sample-content.ts';

const picture = (...files: string[]): Image => ({
  alt: '',
  credit: null,
  renditions: files.map((file, index) => ({ width: 100 * (index + 1), height: 100, file })),
});

const snapshot = sampleSnapshot({
  listings: [sampleListing('lift', { images: [picture('a', 'b'), picture('c')] })],
  stories: [sampleStory('story', { cover: picture('b') })],
});

describe('pictures', () => {
  it('are named once each', () => {
    expect(mediaFiles(snapshot)).toEqual(['a', 'b', 'c']);
  });

  it('stay as long as one width is there, and leave with the last', () => {
    const { snapshot: kept, missingMedia } = withoutMissingMedia(snapshot, (file) => file === 'a');
    expect(kept.listings[0]?.images).toEqual([picture('a')]);
    expect(kept.stories[0]?.cover).toBeNull();
    expect(missingMedia).toEqual([
      { file: 'b', usedBy: 'listing lift “Titel lift”' },
      { file: 'c', usedBy: 'listing lift “Titel lift”' },
      { file: 'b', usedBy: 'success-story story “Geschichte story”' },
    ]);
  });

  it('all stay when nothing is missing', () => {
    const { snapshot: kept, missingMedia } = withoutMissingMedia(snapshot, () => true);
    expect(kept).toEqual(snapshot);
    expect(missingMedia).toEqual([]);
  });
});
