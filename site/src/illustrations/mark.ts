import { mix } from './colour.ts';
import { type Palette } from './tones.ts';

/**
 * The mark of starkeRegion: two open hands, one giving and one taking, that hold each other and
 * together write an S. Square, viewBox 0 0 64 64, readable from 16 pixels on.
 *
 * @param palette - `primary` paints the tile, `accent` the second hand.
 */
export function markSvg(palette: Palette): string {
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64">' +
    `<rect width="64" height="64" rx="15" fill="${palette.primary}"/>${markShapes(palette)}</svg>`
  );
}

/** The shapes of the mark without its tile, for a 64 × 64 field of the primary colour. */
export function markShapes({ primary, accent }: Palette): string {
  const light = mix(primary, '#ffffff', 0.97);
  const hand = (colour: string, path: string) => `<path stroke="${colour}" d="${path}"/>`;
  return (
    '<g fill="none" stroke-width="8.5" stroke-linecap="round">' +
    hand(light, 'M42 14H26a12 12 0 0 0 0 24h12') +
    hand(accent, 'M22 50h16a12 12 0 0 0 0-24H26') +
    '</g>'
  );
}
