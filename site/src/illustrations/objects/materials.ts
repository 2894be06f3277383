import { crate, parcel } from '../motifs.ts';
import { type Scenes } from '../scene.ts';
import { box, disc, dots, fill, line, poly } from '../shapes.ts';

export const MATERIALS: Scenes = {
  materials: {
    backdrop: 'wall',
    scale: 1.1,
    draw: (t) =>
      crate(t, 104, 174, 92, 88) +
      parcel(t, 202, 196, 80, 66) +
      parcel(t, 118, 112, 66, 62) +
      line(t.woodDeep, 9, 'M304 262V96M384 262v-72M304 196h80v4M304 132h2') +
      fill(t.primary, box(298, 176, 94, 16, 6), box(298, 96, 16, 66, 6)) +
      fill(t.accent, poly(216, 134, 268, 134, 256, 98, 228, 98)) +
      line(t.ink, 6, 'M242 134v52M224 192h36'),
  },
  'materials/office': {
    backdrop: 'window',
    draw: (t) =>
      fill(t.primary, box(258, 84, 40, 150, 4)) +
      fill(t.brick, box(300, 84, 40, 150, 4)) +
      fill(t.accent, box(342, 84, 40, 150, 4)) +
      fill(t.paper, box(266, 104, 24, 42, 3), box(308, 104, 24, 42, 3), box(350, 104, 24, 42, 3)) +
      dots(t.ink, 8, 278, 206, 320, 206, 362, 206) +
      line(t.accent, 10, 'M184 176l-16-66') +
      line(t.primary, 10, 'M200 176v-76') +
      line(t.brick, 10, 'M216 176l18-56') +
      fill(t.deep, box(172, 158, 56, 76, 6)) +
      fill(t.paper, box(92, 190, 72, 44, 3)) +
      line(t.mid, 3, 'M94 201h68M94 212h68M94 223h68') +
      fill(t.shade, poly(92, 190, 108, 178, 176, 178, 164, 190)) +
      fill(t.wood, box(64, 234, 352, 28, 5)) +
      fill(t.woodDeep, box(64, 252, 352, 10, 4)),
  },
  'materials/furniture': {
    backdrop: 'wall',
    scale: 1.1,
    draw: (t) =>
      fill(t.accent, poly(336, 112, 402, 112, 388, 64, 350, 64)) +
      line(t.ink, 6, 'M369 112v146M344 260h50') +
      fill(
        t.ink,
        poly(134, 240, 150, 240, 144, 264, 136, 264),
        poly(290, 240, 306, 240, 304, 264, 296, 264),
      ) +
      fill(t.deep, box(132, 94, 176, 130, 34)) +
      fill(t.primary, box(150, 108, 140, 110, 26)) +
      fill(t.accent, 'M164 142l54-12 12 54-54 12z') +
      fill(t.soft, box(140, 190, 160, 30, 12)) +
      fill(
        t.primary,
        box(108, 160, 46, 84, 20),
        box(286, 160, 46, 84, 20),
        box(130, 214, 180, 30, 8),
      ),
  },
  'materials/it': {
    backdrop: 'window',
    draw: (t) =>
      fill(t.ink, box(112, 62, 190, 130, 10)) +
      fill(t.primary, box(122, 72, 170, 104, 4)) +
      fill(t.soft, box(136, 86, 60, 40, 3)) +
      line(t.haze, 6, 'M212 92h64M212 108h44M136 142h140M136 158h92') +
      fill(t.metalDeep, poly(190, 192, 224, 192, 232, 226, 182, 226)) +
      fill(t.deep, box(316, 96, 76, 130, 6)) +
      dots(t.accent, 8, 354, 202) +
      line(t.soft, 5, 'M332 116h44M332 132h44') +
      fill(t.wood, box(72, 226, 336, 14, 4)) +
      fill(t.woodDeep, box(92, 240, 14, 22), box(374, 240, 14, 22)) +
      fill(t.paper, poly(136, 226, 144, 216, 272, 216, 280, 226)) +
      fill(t.ink, disc(298, 222, 12, 6)),
  },
  'materials/building': {
    backdrop: 'fields',
    draw: (t) =>
      fill(t.woodDeep, box(84, 250, 166, 12, 2)) +
      fill(t.brickDeep, box(92, 130, 150, 120)) +
      fill(
        t.brick,
        ...[130, 161, 192, 223].flatMap((y, row) =>
          [0, 1, 2].map((i) => box(94 + i * 50 + (row % 2) * 4, y + 2, 42, 25, 2)),
        ),
      ) +
      fill(t.wood, poly(226, 262, 372, 66, 388, 78, 246, 262)) +
      fill(t.woodDeep, poly(256, 262, 398, 84, 412, 96, 274, 262)) +
      fill(t.paper, 'M286 262q-10-26 0-56l6-8h88l6 8q10 30 0 56z') +
      fill(t.accent, box(288, 218, 96, 24)) +
      fill(t.metal, poly(116, 130, 130, 108, 172, 108, 158, 130)) +
      line(t.woodDeep, 10, 'M162 118h22q10 0 14 8'),
  },
  'materials/equipment': {
    backdrop: 'lake',
    draw: (t) =>
      line(t.metalDeep, 7, 'M106 262V130M374 262V130') +
      fill(t.paper, poly(84, 138, 240, 60, 396, 138)) +
      fill(t.primary, poly(84, 138, 240, 60, 188, 138), poly(240, 60, 292, 138, 240, 138)) +
      fill(
        t.accent,
        ...[84, 136, 188, 240, 292, 344].map((x) => `M${x} 136h52a26 20 0 0 1-52 0z`),
      ) +
      line(t.ink, 4, 'M240 60V40') +
      fill(t.accent, poly(242, 38, 272, 46, 242, 56)) +
      line(t.woodDeep, 7, 'M172 206l-10 54M308 206l10 54M138 232v28M342 232v28') +
      fill(t.wood, box(140, 198, 200, 12, 4), box(112, 228, 66, 9, 3), box(302, 228, 66, 9, 3)) +
      fill(t.deep, box(206, 172, 20, 26, 5)) +
      fill(t.brick, box(252, 178, 34, 20, 5)),
  },
  'materials/surplus': {
    backdrop: 'wall',
    scale: 1.1,
    draw: (t) => {
      const roll = (x: number, y: number, colour: string, dark: string) =>
        fill(colour, box(x, y - 22, 150, 44, 8)) +
        fill(dark, disc(x + 150, y, 16, 22)) +
        fill(t.paper, disc(x + 150, y, 6, 9));
      return (
        roll(84, 240, t.primary, t.deep) +
        roll(120, 196, t.accent, t.accentDeep) +
        roll(94, 152, t.soft, t.primary) +
        fill(t.wood, poly(292, 262, 312, 70, 334, 70, 320, 262)) +
        fill(t.woodDeep, poly(330, 262, 352, 104, 372, 108, 354, 262)) +
        line(t.metal, 14, 'M384 256l-6-132') +
        dots(t.brick, 28, 298, 236) +
        line(t.brickDeep, 4, 'M274 226q24-16 46 0M272 240q26-18 52 0M282 256q18-14 34 0')
      );
    },
  },
};
