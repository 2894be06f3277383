import { mix } from './colour.ts';
import { type Palette } from './tones.ts';

/**
 * The mark of starkeRegion: two hands' width of a ring, one giving, one taking, that hold each
 * other. Square, viewBox 0 0 64 64, readable from 16 pixels on.
 *
 * @param palette - `primary` paints the tile, `accent` the second half of the ring.
 */
export function markSvg(palette: Palette): string {
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64">' +
    `<rect width="64" height="64" rx="15" fill="${palette.primary}"/>${markShapes(palette)}</svg>`
  );
}

/** The shapes of the mark without its tile, for a 64 × 64 field of the primary colour. */
export function markShapes({ primary, accent }: Palette): string {
  const light = mix(primary, '#ffffff', 0.96);
  return (
    `<path fill="${light}" d="M12 30a16 16 0 0 1 16-16h6v9h-6a7 7 0 0 0 0 14h10v9H28a16 16 0 0 1-16-16z"/>` +
    `<path fill="${accent}" d="M52 34a16 16 0 0 1-16 16h-6v-9h6a7 7 0 0 0 0-14H26v-9h10a16 16 0 0 1 16 16z"/>`
  );
}
