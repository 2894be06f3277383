import { clouds, pine } from './motifs.ts';
import { box, dots, fill, line, poly } from './shapes.ts';
import { type Tones } from './tones.ts';

/** The place of a scene. Brandenburg outside; a wall and a floor inside. */
export type Backdrop = 'fields' | 'forest' | 'lake' | 'village' | 'hills' | 'window' | 'wall';

const GROUND_Y = 232;

/** Draws the place, varied by `seed`: where the sun stands, where clouds hang, which way it faces. */
export function drawBackdrop(t: Tones, backdrop: Backdrop, seed: number): string {
  const inside = backdrop === 'window' || backdrop === 'wall';
  const place = PLACES[backdrop](t, seed);
  const flipped = (seed & 1) === 1 ? `<g transform="matrix(-1 0 0 1 480 0)">${place}</g>` : place;
  const ground = inside
    ? fill(t.ground, box(0, GROUND_Y, 480, 68)) + fill(t.far, box(0, GROUND_Y - 5, 480, 6))
    : fill(t.ground, `M0 ${GROUND_Y + 4}q120-12 240-4t240-2v70H0z`);
  // The sky reaches above the field, for pictures that show more of it.
  return fill(t.sky, box(0, -150, 480, 450)) + flipped + ground;
}

function sunAndClouds(t: Tones, seed: number): string {
  const x = [92, 150, 366, 410][(seed >> 1) & 3] ?? 92;
  const y = 62 + ((seed >> 3) & 3) * 12;
  return (
    dots(t.glow, 36 + ((seed >> 5) & 1) * 10, x, y) +
    clouds(
      t.haze,
      24 + ((seed >> 6) & 3) * 24,
      92 - ((seed >> 4) & 1) * 30,
      330 + ((seed >> 8) & 3) * 16,
      56 + ((seed >> 7) & 1) * 30,
    )
  );
}

const PLACES: Record<Backdrop, (t: Tones, seed: number) => string> = {
  fields: (t, seed) =>
    sunAndClouds(t, seed) +
    fill(t.far, 'M0 204q110-40 250-18t230-16v70H0z') +
    fill(t.mid, pine(34, 206, 44) + pine(56, 208, 58) + pine(78, 207, 38)) +
    line(t.haze, 3, 'M300 232q60-26 180-34M250 232q80-40 230-52'),
  forest: (t, seed) =>
    sunAndClouds(t, seed) +
    fill(t.far, 'M0 196q140-30 280-10t200-10v60H0z') +
    fill(
      t.far,
      ...[18, 52, 96, 148, 330, 372, 402].map((x, i) => pine(x, 214, 74 + ((i * 37) % 40))),
    ) +
    fill(t.mid, ...[2, 34, 74, 420, 448, 474].map((x, i) => pine(x, 242, 92 + ((i * 29) % 46)))),
  lake: (t, seed) =>
    sunAndClouds(t, seed) +
    fill(t.far, 'M0 176q90-34 190-10t290-14v50H0z', pine(400, 182, 50), pine(424, 184, 66)) +
    fill(t.haze, box(0, 188, 480, 60)) +
    line(t.far, 3, 'M40 206h60M130 218h34M350 204h74M396 218h50') +
    line(t.mid, 4, 'M26 244v-52M40 246v-68M54 244v-44') +
    fill(t.mid, box(23, 184, 6, 20, 3), box(37, 170, 6, 20, 3)),
  village: (t, seed) =>
    sunAndClouds(t, seed) +
    fill(
      t.far,
      'M0 214q120-22 240-10t240-8v40H0z',
      box(62, 132, 26, 90),
      poly(58, 134, 75, 86, 92, 134),
    ) +
    fill(t.far, poly(98, 180, 136, 150, 174, 180), box(104, 178, 64, 50)) +
    fill(t.mid, poly(352, 178, 394, 142, 436, 178), box(360, 176, 68, 60), pine(460, 238, 84)) +
    fill(t.far, box(372, 190, 14, 16), box(402, 190, 14, 16)),
  hills: (t, seed) =>
    sunAndClouds(t, seed) +
    fill(t.far, 'M0 210q80-78 190-54t290-20v110H0z') +
    fill(t.mid, 'M200 240q120-76 280-56v60H200z', pine(440, 200, 56), pine(462, 204, 40)) +
    fill(t.mid, box(96, 128, 20, 42), poly(92, 130, 106, 108, 120, 130)),
  window: (t, seed) =>
    fill(t.haze, box(40, 34, 172, 134, 6)) +
    dots(t.glow, 24, 86 + ((seed >> 2) & 3) * 24, 78) +
    fill(
      t.far,
      'M40 136q60-28 110-12t62-8v46q0 6-6 6H46q-6 0-6-6z',
      pine(184, 148, 60),
      pine(66, 150, 46),
    ) +
    line(t.paper, 6, box(40, 34, 172, 134, 6), 'M126 34v134'),
  wall: (t, seed) =>
    dots(t.haze, 128, 240 + (((seed >> 2) & 3) - 1) * 24, 150) +
    fill(
      t.far,
      box(22, 58, 34, 13, 2),
      box(62, 58, 34, 13, 2),
      box(42, 76, 34, 13, 2),
      box(412, 164, 34, 13, 2),
      box(392, 182, 34, 13, 2),
      box(432, 182, 34, 13, 2),
    ),
};
