import { bolt, crate, gear, leaf, parcel, person, wheel } from '../motifs.ts';
import { type Scenes } from '../scene.ts';
import { box, disc, dots, fill, line, poly } from '../shapes.ts';
import { type Tones } from '../tones.ts';

/** Piles of coins from the ground up: `[x, number of coins]`. */
const piles = (t: Tones, ...of: [number, number][]) => {
  const every = (parity: number) =>
    of.flatMap(([x, count]) =>
      Array.from({ length: count }, (_, i) =>
        i % 2 === parity ? `M${x - 28 + parity * 4} ${254 - i * 16}h56` : '',
      ),
    );
  return line(t.goldDeep, 16, ...every(0)) + line(t.gold, 16, ...every(1));
};

const coin = (t: Tones, x: number, y: number, r: number) =>
  fill(t.goldDeep, disc(x + r * 0.1, y + r * 0.1, r)) +
  fill(t.gold, disc(x, y, r)) +
  line(
    t.goldDeep,
    r * 0.16,
    `M${x + r * 0.42} ${y - r * 0.4}a${r * 0.52} ${r * 0.52} 0 1 0 0 ${r * 0.8}M${x - r * 0.62} ${y - r * 0.13}h${r * 0.72}M${x - r * 0.62} ${y + r * 0.13}h${r * 0.72}`,
  );

export const INVESTMENT: Scenes = {
  investment: {
    backdrop: 'fields',
    scale: 1.05,
    draw: (t) =>
      piles(t, [132, 3], [224, 5], [316, 7]) +
      line(t.leaf, 7, 'M316 150V92M132 214v-26M224 182v-40') +
      fill(
        t.leaf,
        leaf(316, 112, -46, -34),
        leaf(316, 108, 46, -40),
        leaf(316, 94, 2, -54),
        leaf(224, 156, -34, -26),
        leaf(224, 152, 34, -30),
        leaf(132, 196, -24, -20),
        leaf(132, 196, 24, -22),
      ) +
      coin(t, 398, 232, 30),
  },
  'investment/purchase': {
    backdrop: 'village',
    draw: (t) =>
      fill(t.primary, box(150, 150, 180, 112)) +
      fill(t.ink, box(166, 174, 54, 46)) +
      gear(t.metal, t.ink, 193, 197, 13) +
      fill(t.accentLight, box(274, 168, 38, 24, 3)) +
      fill(t.accent, box(144, 142, 192, 16), box(230, 142, 20, 120)) +
      fill(t.accent, 'M240 142q-60-6-50-40q24-14 50 40zM240 142q60-6 50-40q-24-14-50 40z') +
      person(t, 104, 262, { top: t.brick, right: [18, 22, 42, 20], hair: t.woodDeep }) +
      person(t, 376, 262, {
        top: t.soft,
        skin: t.skinDeep,
        long: true,
        legs: t.deep,
        left: [-18, 22, -42, 20],
      }),
  },
  'investment/equity': {
    backdrop: 'hills',
    scale: 1.1,
    draw: (t) =>
      fill(t.primary, 'M216 162V66a96 96 0 1 0 83 144z') +
      fill(t.soft, 'M216 162l83 48a96 96 0 0 0 0-96z') +
      fill(t.accent, 'M232 140V44a96 96 0 0 1 83 48z') +
      coin(t, 364, 220, 40) +
      coin(t, 400, 160, 24),
  },
  'investment/cofinancing': {
    backdrop: 'lake',
    draw: (t) =>
      coin(t, 236, 66, 32) +
      fill(t.deep, box(160, 226, 30, 36, 6), box(276, 226, 30, 36, 6)) +
      fill(t.primary, disc(236, 182, 106, 66), box(318, 158, 46, 46, 12)) +
      fill(t.primary, poly(284, 138, 322, 104, 328, 150)) +
      fill(t.deep, disc(352, 182, 6), box(206, 118, 62, 9, 4)) +
      fill(t.soft, 'M160 158q20-34 60-36q-36 12-48 42q-10 8-12-6z') +
      dots(t.ink, 6, 308, 160) +
      line(t.primary, 8, 'M132 176q-24-4-20-26q16-10 20 8'),
  },
  'investment/pools': {
    backdrop: 'wall',
    draw: (t) =>
      parcel(t, 176, 106, 56, 50) +
      crate(t, 238, 96, 60, 60) +
      fill(t.accent, box(304, 116, 48, 40, 4)) +
      fill(t.brick, box(200, 64, 46, 42, 4)) +
      line(t.ink, 9, 'M92 88h38l40 128h182') +
      fill(t.primary, poly(148, 146, 380, 146, 352, 206, 166, 206)) +
      line(t.haze, 5, 'M196 150l8 52M240 150l2 52M286 150l-4 52M330 150l-10 52') +
      wheel(t, 196, 242, 19) +
      wheel(t, 328, 242, 19) +
      dots(t.accent, 10, 90, 88),
  },
  'investment/facilities': {
    backdrop: 'fields',
    scale: 1.1,
    draw: (t) =>
      line(t.accent, 10, 'M330 262V52M180 66h236M330 32L196 62M330 32l80 30M330 32v20') +
      line(
        t.accentDeep,
        4,
        'M326 96l8 26M334 96l-8 26M326 150l8 26M334 150l-8 26M326 204l8 26M334 204l-8 26',
      ) +
      line(t.ink, 4, 'M214 70v36') +
      fill(t.ink, box(390, 66, 30, 26, 3)) +
      fill(t.brick, box(186, 106, 56, 24, 2)) +
      fill(t.brick, box(96, 182, 190, 80)) +
      fill(t.brickDeep, box(96, 250, 190, 12)) +
      fill(t.haze, box(114, 200, 32, 34), box(164, 200, 32, 34), box(236, 200, 32, 34)) +
      fill(t.metalDeep, box(96, 172, 190, 12)) +
      line(t.metalDeep, 7, 'M106 176v-34M166 176v-34M226 176v-34M276 176v-34') +
      fill(t.accentDeep, box(314, 248, 34, 14, 2)),
  },
  'investment/energy': {
    backdrop: 'hills',
    draw: (t) =>
      fill(
        t.soft,
        'M192 236v-34q0-14 18-18l36-8 32-38q8-10 22-10h60q16 0 25 11l28 36q28 6 28 26v35z',
      ) +
      fill(t.haze, 'M264 176l24-30q5-6 14-6h18v36zM332 140h28q9 0 14 6l22 30h-64z') +
      wheel(t, 254, 236, 27) +
      wheel(t, 390, 236, 27) +
      line(t.ink, 6, 'M150 128q38 0 34 50t24 28') +
      fill(t.deep, box(66, 250, 104, 12, 4)) +
      fill(t.primary, box(78, 74, 80, 178, 12)) +
      fill(t.haze, box(92, 92, 52, 42, 5)) +
      fill(t.accent, bolt(118, 186, 1.2)) +
      line(t.primary, 5, 'M104 114l8 8 18-18'),
  },
};
