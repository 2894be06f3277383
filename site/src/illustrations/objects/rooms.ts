import { parcel, person, potPlant } from '../motifs.ts';
import { type Scenes } from '../scene.ts';
import { box, disc, dots, fill, line, poly } from '../shapes.ts';

const awning = (x: number) => `M${x} 124h34v36a17 14 0 0 1-34 0z`;

export const ROOMS: Scenes = {
  rooms: {
    backdrop: 'wall',
    draw: (t) =>
      fill(t.glow, poly(186, 262, 300, 262, 352, 300, 148, 300)) +
      fill(t.deep, box(176, 46, 134, 216, 4)) +
      fill(t.glow, box(188, 58, 110, 204)) +
      fill(t.accentLight, poly(188, 262, 188, 190, 298, 150, 298, 262)) +
      fill(t.primary, poly(188, 58, 252, 78, 252, 282, 188, 262)) +
      fill(
        t.deep,
        poly(202, 88, 238, 98, 238, 158, 202, 150),
        poly(202, 174, 238, 180, 238, 252, 202, 240),
      ) +
      dots(t.accent, 6, 242, 172) +
      potPlant(t, 126, 262) +
      fill(t.paper, box(346, 84, 64, 78, 4)) +
      line(t.primary, 5, 'M360 104h36M360 122h36M360 140h22'),
  },
  'rooms/meeting': {
    backdrop: 'window',
    scale: 1.12,
    draw: (t) =>
      fill(t.ink, box(250, 44, 180, 108, 6)) +
      fill(t.haze, box(258, 52, 164, 92, 3)) +
      line(t.primary, 7, 'M280 124v-22M304 124V88M328 124v-30') +
      line(t.accent, 6, 'M352 112l18-22 16 12 20-28') +
      person(t, 150, 286, { top: t.accent, bust: true, long: true, hair: t.woodDeep }) +
      person(t, 240, 284, { top: t.primary, bust: true, skin: t.skinDeep }) +
      person(t, 330, 286, { top: t.brick, bust: true, hair: t.metalDeep }) +
      fill(t.wood, box(82, 208, 316, 20, 8)) +
      fill(
        t.woodDeep,
        poly(120, 228, 144, 228, 136, 262, 126, 262),
        poly(336, 228, 360, 228, 354, 262, 344, 262),
      ) +
      fill(
        t.paper,
        poly(180, 206, 186, 198, 222, 198, 216, 206),
        poly(272, 206, 276, 198, 312, 198, 308, 206),
      ) +
      fill(t.deep, box(110, 190, 16, 18, 3), box(364, 190, 16, 18, 3)),
  },
  'rooms/commercial': {
    backdrop: 'village',
    draw: (t) =>
      fill(t.brick, box(92, 46, 296, 216, 4)) +
      fill(t.brickDeep, box(92, 46, 296, 14)) +
      fill(t.haze, box(124, 74, 44, 38, 2), box(218, 74, 44, 38, 2), box(312, 74, 44, 38, 2)) +
      fill(t.ink, box(110, 166, 154, 80), box(286, 166, 74, 96)) +
      fill(t.glow, box(116, 172, 142, 68)) +
      fill(t.haze, box(294, 174, 58, 56)) +
      fill(t.primary, box(132, 204, 34, 36, 3)) +
      fill(t.accentDeep, disc(198, 222, 18), box(222, 196, 22, 44, 9)) +
      dots(t.accent, 4, 344, 240) +
      fill(t.paper, ...[138, 206, 274, 342].map(awning)) +
      fill(t.primary, ...[104, 172, 240, 308].map(awning)) +
      fill(t.deep, box(100, 120, 280, 8, 3)),
  },
  'rooms/production': {
    backdrop: 'fields',
    draw: (t) =>
      fill(t.brick, box(330, 58, 28, 130)) +
      fill(t.haze, disc(344, 40, 14), disc(364, 26, 18), disc(390, 20, 14)) +
      fill(t.primary, 'M88 262V166l78-50v50l78-50v50l78-50v50h70v96z') +
      fill(
        t.soft,
        poly(166, 116, 166, 166, 154, 166, 154, 124),
        poly(244, 116, 244, 166, 232, 166, 232, 124),
        poly(322, 116, 322, 166, 310, 166, 310, 124),
      ) +
      fill(t.deep, box(88, 240, 304, 22)) +
      fill(t.glow, box(108, 186, 38, 34, 2), box(158, 186, 38, 34, 2), box(332, 186, 38, 34, 2)) +
      fill(t.ink, box(216, 184, 92, 78, 2)) +
      fill(t.metal, box(216, 184, 92, 26)) +
      line(t.metalDeep, 3, 'M218 193h88M218 202h88') +
      parcel(t, 226, 224, 42, 38),
  },
  'rooms/workshops': {
    backdrop: 'wall',
    draw: (t) =>
      fill(t.woodDeep, box(104, 42, 272, 106, 6)) +
      line(t.wood, 8, 'M140 120V84') +
      fill(t.metal, box(118, 66, 44, 18, 3)) +
      line(t.metal, 9, 'M196 122V88') +
      line(t.metal, 8, 'M186 64a12 12 0 1 0 20 0') +
      fill(t.accent, box(234, 62, 14, 34, 5), box(266, 62, 14, 34, 5)) +
      line(t.metal, 5, 'M241 96v28M273 96v28') +
      fill(t.metal, poly(304, 74, 360, 74, 360, 112, 350, 96)) +
      fill(t.accent, box(296, 66, 20, 32, 7)) +
      fill(t.deep, box(112, 206, 24, 56), box(344, 206, 24, 56)) +
      fill(t.primary, box(228, 206, 116, 44, 2)) +
      fill(t.accent, box(264, 222, 44, 8, 4)) +
      fill(t.wood, box(88, 190, 304, 18, 4)) +
      fill(t.ink, box(150, 172, 70, 18, 4), box(156, 154, 18, 22), box(200, 154, 18, 22)) +
      fill(t.metal, box(174, 160, 26, 8)) +
      fill(t.paper, poly(262, 190, 268, 182, 344, 182, 338, 190)),
  },
  'rooms/offices': {
    backdrop: 'window',
    scale: 1.08,
    draw: (t) =>
      line(t.deep, 9, 'M360 196V130l-44-34') +
      fill(t.accent, poly(296, 72, 342, 96, 318, 130, 284, 106)) +
      dots(t.glow, 10, 300, 118) +
      fill(t.ink, box(178, 116, 112, 76, 6)) +
      fill(t.haze, box(186, 124, 96, 58, 2)) +
      line(t.primary, 5, 'M198 140h44M198 154h66M198 168h30') +
      fill(t.metal, poly(164, 192, 304, 192, 314, 200, 154, 200)) +
      fill(t.deep, box(340, 190, 40, 10, 4)) +
      fill(t.accent, box(116, 174, 24, 26, 4)) +
      line(t.accent, 4, 'M116 180h-8v12h8') +
      fill(t.wood, box(84, 200, 312, 16, 4)) +
      fill(t.woodDeep, box(100, 216, 16, 46), box(364, 216, 16, 46)) +
      fill(t.primary, 'M194 262v-22q0-14 14-14h56q14 0 14 14v22z') +
      fill(t.deep, box(194, 254, 84, 8)) +
      potPlant(t, 424, 262),
  },
  'rooms/courses': {
    backdrop: 'wall',
    scale: 1.1,
    draw: (t) =>
      fill(t.paper, box(282, 40, 124, 86, 5)) +
      line(t.primary, 6, box(316, 66, 56, 40)) +
      line(t.brick, 7, 'M312 126h64') +
      line(t.metal, 3, 'M316 130l10 40M372 130l-10 40M336 130l4 40M354 130l-4 40M320 148h48') +
      person(t, 170, 262, {
        top: t.primary,
        skin: t.skinDeep,
        left: [-24, -14, -30, -54],
        right: [24, -14, 30, -54],
      }) +
      dots(t.accent, 28, 170, 90) +
      line(t.accentDeep, 4, 'M142 90h56M170 62v56M150 71q18 19 0 38M190 71q-18 19 0 38') +
      fill(t.deep, box(256, 238, 150, 24, 6)) +
      fill(t.accent, box(268, 222, 126, 16, 8)) +
      line(t.accentDeep, 4, disc(394, 230, 8)),
  },
};
