import { bolt, leaf, pine, rotor } from '../motifs.ts';
import { type Scenes } from '../scene.ts';
import { box, disc, dots, fill, line, poly } from '../shapes.ts';
import { type Tones } from '../tones.ts';

const turbine = (t: Tones, x: number, y: number, h: number, degrees: number) =>
  fill(
    t.paper,
    poly(x - 3, y - h, x + 3, y - h, x + 7, y, x - 7, y),
    rotor(x, y - h, h * 0.62, degrees),
  ) + dots(t.accent, h * 0.045, x, y - h);

const panel = (t: Tones, x: number, y: number, w: number, h: number, slant: number) =>
  fill(t.deep, poly(x + slant, y, x + slant + w, y, x + w, y + h, x, y + h)) +
  line(
    t.soft,
    3,
    `M${x + slant / 2} ${y + h / 2}h${w}`,
    ...[1, 2, 3].map((i) => `M${x + slant + (w * i) / 4} ${y}l${-slant} ${h}`),
  );

/** Where the ends of a pile of logs lie. */
const LOGS = [
  [124, 232],
  [184, 232],
  [244, 232],
  [304, 232],
  [154, 181],
  [214, 181],
  [274, 181],
  [184, 130],
  [244, 130],
] as const;

export const ENERGY: Scenes = {
  energy: {
    backdrop: 'fields',
    draw: (t) =>
      turbine(t, 338, 258, 148, 12) +
      turbine(t, 424, 254, 98, 70) +
      panel(t, 84, 178, 180, 66, 34) +
      line(t.metalDeep, 7, 'M112 246v14M240 246v14') +
      fill(t.accent, bolt(196, 108, 1.7)),
  },
  'energy/heat': {
    backdrop: 'hills',
    scale: 1.1,
    draw: (t) =>
      fill(t.brick, box(96, 70, 30, 130)) +
      fill(t.brickDeep, box(92, 64, 38, 12, 3)) +
      fill(t.primary, 'M74 262v-84l58-36v36l58-36v120z') +
      fill(t.glow, box(92, 198, 30, 28, 2), box(140, 198, 30, 28, 2)) +
      fill(t.paper, box(312, 176, 96, 86)) +
      fill(t.deep, poly(298, 180, 360, 126, 422, 180)) +
      fill(t.glow, box(328, 194, 28, 28, 2)) +
      fill(t.brick, box(368, 206, 26, 56, 2)) +
      line(t.accentDeep, 22, 'M190 240h122') +
      line(t.accent, 14, 'M190 240h122') +
      line(
        t.brick,
        7,
        'M220 206q-12-14 0-28t0-28M250 206q-12-14 0-28t0-28M280 206q-12-14 0-28t0-28',
      ),
  },
  'energy/roofs': {
    backdrop: 'village',
    draw: (t) =>
      fill(t.paper, box(120, 168, 252, 94)) +
      fill(t.shade, box(120, 168, 60, 94)) +
      fill(t.brick, poly(92, 180, 164, 70, 348, 70, 400, 180)) +
      fill(t.brickDeep, box(300, 44, 30, 50)) +
      panel(t, 140, 88, 178, 72, 40) +
      fill(t.primary, box(204, 196, 40, 66, 2)) +
      fill(t.glow, box(138, 200, 40, 34, 2), box(270, 200, 36, 34, 2), box(318, 200, 36, 34, 2)) +
      fill(t.leaf, pine(56, 262, 128)),
  },
  'energy/wood': {
    backdrop: 'forest',
    draw: (t) =>
      fill(t.woodDeep, ...LOGS.map(([x, y]) => disc(x, y, 30))) +
      fill(t.wood, ...LOGS.map(([x, y]) => disc(x, y, 25))) +
      line(t.woodDeep, 3, ...LOGS.map(([x, y]) => disc(x, y, 12))) +
      fill(t.wood, 'M318 262q18-52 58-60q40 8 58 60z') +
      line(t.woodDeep, 5, 'M344 244l14-6M370 222l12 8M388 246l14-8M356 256l12-2M404 254l10-6') +
      fill(t.leaf, leaf(84, 262, -26, -26), leaf(84, 262, 4, -40)),
  },
  'energy/green': {
    backdrop: 'lake',
    scale: 1.12,
    draw: (t) =>
      fill(t.leaf, 'M156 184q-6-50 44-62q30-36 74-10q54 4 52 54l-8 18z') +
      fill(
        t.leafLight,
        leaf(196, 160, -50, -34),
        leaf(220, 146, -8, -60),
        leaf(262, 146, 28, -56),
        leaf(300, 164, 54, -34),
        leaf(246, 176, 34, -30),
      ) +
      line(t.wood, 5, 'M204 178l-30-44M284 178l24-48') +
      line(t.woodDeep, 9, 'M172 216l-104-18M188 250l-22 8') +
      fill(t.accent, poly(138, 174, 350, 174, 306, 228, 180, 228)) +
      fill(t.accentDeep, poly(138, 174, 350, 174, 344, 184, 146, 184)) +
      line(t.ink, 8, 'M186 226l-14 34M300 226l32 8') +
      dots(t.ink, 28, 336, 234) +
      dots(t.metal, 13, 336, 234) +
      fill(t.leaf, leaf(96, 264, -22, -16), leaf(400, 266, 24, -14)),
  },
  'energy/organic': {
    backdrop: 'hills',
    scale: 1.08,
    draw: (t) =>
      fill(t.leaf, leaf(240, 98, -44, -30), leaf(240, 98, 44, -36)) +
      line(t.leaf, 7, 'M240 142V92') +
      fill(t.woodDeep, 'M136 160q24-34 56-30q48-30 96 0q36-4 56 30z') +
      fill(t.brick, disc(186, 142, 17), disc(308, 146, 15)) +
      fill(t.accent, 'M262 124q26-4 34 22q-30 8-34-22z', disc(218, 146, 12)) +
      fill(t.paper, disc(276, 152, 12, 9)) +
      fill(
        t.wood,
        box(122, 158, 236, 24, 3),
        box(122, 188, 236, 22, 3),
        box(122, 216, 236, 22, 3),
        box(122, 244, 236, 18, 3),
      ) +
      fill(
        t.woodDeep,
        box(134, 150, 18, 112, 2),
        box(328, 150, 18, 112, 2),
        box(231, 158, 18, 104, 2),
      ),
  },
  'energy/electricity': {
    backdrop: 'fields',
    scale: 1.1,
    draw: (t) =>
      line(
        t.deep,
        5,
        'M352 262l32-200 32 200M362 200h44M342 96h84M350 132h68M366 172l38 28M402 172l-38 28M342 96v10M426 96v10',
      ) +
      line(t.mid, 3, 'M342 106q-110 50-342 26M426 106q30 8 54 6') +
      fill(t.accent, 'M198 54a66 66 0 0 1 36 121q-8 7-8 21h-56q0-14-8-21a66 66 0 0 1 36-121z') +
      fill(t.glow, 'M184 74a44 44 0 0 0-28 46q6-28 36-38z') +
      fill(t.ink, bolt(198, 126, 1.25)) +
      fill(t.metalDeep, box(172, 200, 52, 12, 6), box(176, 216, 44, 12, 6)) +
      line(t.leaf, 8, 'M198 230q0 26-34 26H76') +
      fill(t.leaf, leaf(110, 256, -6, -40), leaf(140, 256, 22, -34)),
  },
};
