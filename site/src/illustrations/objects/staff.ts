import { gear, leaf, parcel, person } from '../motifs.ts';
import { type Scenes } from '../scene.ts';
import { box, disc, dots, fill, line, poly } from '../shapes.ts';
import { type Tones } from '../tones.ts';

const house = (t: Tones, wall: string, x: number) =>
  fill(wall, box(x, 150, 92, 112)) +
  fill(t.deep, poly(x - 10, 152, x + 46, 106, x + 102, 152)) +
  fill(t.haze, box(x + 14, 168, 24, 24), box(x + 54, 168, 24, 24)) +
  fill(t.ink, box(x + 34, 212, 26, 50, 2));

export const STAFF: Scenes = {
  staff: {
    backdrop: 'village',
    scale: 1.2,
    draw: (t) =>
      person(t, 148, 262, { top: t.accent, skin: t.skinDeep, long: true, legs: t.deep }) +
      fill(t.paper, box(134, 170, 28, 62)) +
      person(t, 332, 262, {
        top: t.paper,
        legs: t.metalDeep,
        hair: t.woodDeep,
        left: [-12, 24, 14, 36],
      }) +
      fill(t.wood, box(312, 170, 34, 44)) +
      fill(t.paper, box(317, 178, 24, 32)) +
      person(t, 240, 262, {
        top: t.primary,
        helmet: t.accent,
        left: [-22, 14, -12, 40],
        right: [22, 14, 12, 40],
      }) +
      line(t.glow, 6, 'M222 186h36'),
  },
  'staff/skilled': {
    backdrop: 'wall',
    scale: 1.25,
    draw: (t) =>
      gear(t.mid, t.haze, 338, 116, 46) +
      gear(t.accentLight, t.haze, 398, 178, 28) +
      person(t, 200, 262, {
        top: t.primary,
        helmet: t.accent,
        right: [30, 8, 44, -28],
        left: [-20, 18, -6, 44],
      }) +
      line(t.metal, 12, 'M262 130l-10 56') +
      line(t.metal, 10, 'M252 104a14 14 0 1 0 27 5') +
      fill(t.deep, box(178, 196, 44, 16, 4)) +
      fill(t.accent, box(188, 192, 8, 16), box(204, 190, 6, 18)),
  },
  'staff/apprentices': {
    backdrop: 'window',
    scale: 1.2,
    draw: (t) =>
      person(t, 300, 262, { top: t.primary, hair: t.metal, left: [-10, 30, -50, 44] }) +
      person(t, 180, 262, { top: t.accent, skin: t.skinDeep, right: [14, 26, 44, 42] }) +
      fill(t.woodDeep, box(150, 210, 34, 52), box(298, 210, 34, 52)) +
      fill(t.wood, box(122, 200, 238, 16, 4)) +
      fill(t.metalDeep, box(216, 180, 56, 20, 3)) +
      gear(t.metal, t.ink, 244, 162, 22),
  },
  'staff/temporary': {
    backdrop: 'village',
    scale: 1.15,
    draw: (t) =>
      parcel(t, 316, 210, 62, 52) +
      parcel(t, 324, 166, 48, 44) +
      person(t, 214, 262, {
        top: t.accent,
        legs: t.primary,
        hair: t.woodDeep,
        left: [-4, 34, 30, 40],
        right: [14, 32, 26, 40],
      }) +
      parcel(t, 206, 152, 66, 50) +
      dots(t.skin, 8, 226, 204, 256, 204) +
      dots(t.paper, 44, 118, 112) +
      line(t.primary, 8, disc(118, 112, 44)) +
      line(t.ink, 7, 'M118 84v28l20 14'),
  },
  'staff/seasonal': {
    backdrop: 'fields',
    scale: 1.15,
    draw: (t) =>
      line(t.woodDeep, 18, 'M360 262v-92') +
      fill(t.leaf, disc(360, 116, 58), disc(318, 142, 40), disc(404, 138, 42)) +
      dots(t.brick, 10, 334, 112, 372, 92, 390, 134, 344, 154, 306, 140) +
      person(t, 204, 262, {
        top: t.paper,
        legs: t.deep,
        skin: t.skinDeep,
        right: [30, -2, 66, -26],
        left: [-16, 26, 2, 48],
      }) +
      fill(t.accent, disc(204, 114, 38, 8), 'M184 114q0-22 20-22t20 22z') +
      fill(
        t.brick,
        disc(288, 128, 10),
        disc(130, 208, 11),
        disc(152, 204, 11),
        disc(174, 208, 11),
      ) +
      fill(t.wood, poly(112, 212, 192, 212, 180, 262, 124, 262)) +
      line(t.woodDeep, 4, 'M118 228h68M120 244h62'),
  },
  'staff/shared': {
    backdrop: 'hills',
    scale: 1.12,
    draw: (t) =>
      house(t, t.brick, 66) +
      house(t, t.accentLight, 322) +
      line(
        t.paper,
        6,
        'M170 128q70-70 140 0M170 128l2-20M170 128l20-2M310 128l-2-20M310 128l-20-2',
      ) +
      person(t, 240, 262, {
        top: t.primary,
        legs: t.ink,
        hair: t.woodDeep,
        right: [12, 26, 8, 48],
      }) +
      fill(t.accent, 'M240 208v-62h8q16 0 16 16v46z') +
      fill(t.woodDeep, box(244, 206, 44, 32, 4)) +
      line(t.ink, 4, 'M258 206v-8h16v8'),
  },
  'staff/volunteering': {
    backdrop: 'hills',
    scale: 1.12,
    draw: (t) =>
      person(t, 152, 262, {
        top: t.accent,
        legs: t.deep,
        long: true,
        hair: t.woodDeep,
        right: [18, 22, 42, 20],
      }) +
      person(t, 330, 262, {
        top: t.primary,
        skin: t.skinDeep,
        left: [-18, 22, -50, 34],
        right: [12, 24, -4, 50],
      }) +
      line(t.woodDeep, 6, 'M206 120l-6 142') +
      fill(t.metalDeep, 'M188 240h26v20q-13 14-26 0z') +
      line(t.woodDeep, 7, 'M260 250v-80') +
      fill(t.leaf, leaf(260, 190, -40, -30), leaf(260, 190, 42, -32), leaf(260, 176, -8, -62)) +
      fill(t.wood, 'M226 262q34-30 68 0z') +
      fill(t.brick, 'M240 72c-10-22-40-10-30 12q8 16 30 28q22-12 30-28c10-22-20-34-30-12z'),
  },
};
