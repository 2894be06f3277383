import { crate, parcel, snowflake } from '../motifs.ts';
import { type Scenes } from '../scene.ts';
import { box, disc, dots, fill, line, poly } from '../shapes.ts';
import { type Tones } from '../tones.ts';

const container = (t: Tones, colour: string, dark: string, x: number, y: number) =>
  fill(colour, box(x, y, 176, 70, 3)) +
  line(dark, 4, ...[18, 36, 54, 72, 90, 108].map((dx) => `M${x + dx} ${y + 12}v46`)) +
  fill(dark, box(x, y, 176, 6), box(x, y + 64, 176, 6)) +
  line(t.paper, 3, `M${x + 134} ${y + 14}v42M${x + 154} ${y + 14}v42`);

export const STORAGE: Scenes = {
  storage: {
    backdrop: 'hills',
    draw: (t) =>
      fill(t.primary, poly(86, 262, 86, 136, 240, 78, 394, 136, 394, 262)) +
      line(t.deep, 4, 'M112 140v118M136 140v118M344 140v118M368 140v118') +
      line(t.deep, 15, 'M76 140L240 78 404 140') +
      fill(t.ink, box(158, 152, 164, 110)) +
      fill(t.metal, box(152, 142, 176, 18, 3)) +
      fill(t.glow, poly(220, 116, 240, 108, 260, 116, 260, 126, 220, 126)) +
      crate(t, 170, 204, 58, 58) +
      parcel(t, 236, 218, 52, 44) +
      parcel(t, 184, 166, 40, 38) +
      fill(t.accent, box(292, 196, 22, 66, 3)),
  },
  'storage/warehouse': {
    backdrop: 'wall',
    draw: (t) =>
      parcel(t, 104, 62, 52, 52) +
      parcel(t, 164, 76, 48, 38) +
      crate(t, 258, 66, 54, 48) +
      fill(t.soft, box(322, 58, 44, 56, 4)) +
      fill(t.primary, box(108, 140, 60, 46, 4)) +
      parcel(t, 176, 146, 44, 40) +
      parcel(t, 262, 132, 50, 54) +
      parcel(t, 318, 150, 44, 36) +
      crate(t, 106, 206, 56, 54) +
      crate(t, 170, 206, 56, 54) +
      fill(t.paper, box(264, 194, 48, 66, 18), box(318, 202, 46, 58, 18)) +
      fill(t.accent, box(88, 114, 304, 10), box(88, 186, 304, 10)) +
      fill(t.deep, box(84, 44, 12, 218), box(234, 44, 12, 218), box(384, 44, 12, 218)),
  },
  'storage/cold': {
    backdrop: 'wall',
    draw: (t) =>
      fill(t.primary, box(96, 60, 240, 202, 10)) +
      fill(t.ink, box(120, 86, 142, 176, 4)) +
      fill(t.soft, box(120, 162, 142, 8)) +
      crate(t, 130, 206, 58, 54) +
      crate(t, 194, 206, 58, 54) +
      dots(t.accent, 12, 146, 198, 170, 196, 212, 197, 236, 198) +
      fill(t.paper, box(132, 122, 26, 40, 9), box(164, 122, 26, 40, 9), box(200, 132, 50, 30, 3)) +
      fill(
        t.haze,
        'M120 86h142v14q-8 22-14 2q-8 12-14 0q-8 30-16 0q-10 12-16-2q-10 24-20 2q-8 14-16 0q-8 22-16-2q-12 12-14 0q-8 14-16-2z',
      ) +
      fill(t.paper, poly(262, 86, 372, 68, 372, 284, 262, 262)) +
      fill(t.shade, poly(358, 70, 372, 68, 372, 284, 358, 281)) +
      snowflake(t.primary, 312, 144, 34) +
      line(t.metalDeep, 8, 'M280 196v36'),
  },
  'storage/halls': {
    backdrop: 'fields',
    draw: (t) =>
      fill(t.brick, poly(108, 262, 108, 150, 152, 94, 240, 58, 328, 94, 372, 150, 372, 262)) +
      line(t.deep, 14, 'M94 166l56-74 90-36 90 36 56 74') +
      fill(t.ink, box(212, 92, 56, 50, 3)) +
      fill(t.accent, 'M212 142v-16q12-16 28-8q16-8 28 8v16z') +
      fill(t.brickDeep, box(176, 164, 128, 98)) +
      line(
        t.paper,
        6,
        'M176 262v-98h128v98M240 164v98M180 260l58-92M242 168l58 92M180 168l58 92M242 260l58-92',
      ) +
      fill(t.brickDeep, box(126, 190, 26, 30), box(328, 190, 26, 30)) +
      fill(t.accent, disc(68, 244, 20), disc(410, 236, 28)) +
      line(t.accentDeep, 3, 'M410 236a10 10 0 1 1 10 9a18 18 0 0 1-26-14M68 244a8 8 0 1 1 8 6'),
  },
  'storage/yards': {
    backdrop: 'village',
    draw: (t) =>
      line(t.paper, 5, 'M36 294l26-34M452 294l-34-34M346 294l-14-24M110 294l16-24M230 294v-24') +
      container(t, t.primary, t.deep, 70, 190) +
      container(t, t.brick, t.brickDeep, 252, 190) +
      container(t, t.accent, t.accentDeep, 134, 118) +
      line(t.ink, 5, 'M380 190V72h44') +
      fill(t.glow, box(408, 72, 30, 9, 4)),
  },
  'storage/cellars': {
    backdrop: 'wall',
    draw: (t) => {
      const barrel = (x: number, y: number) =>
        fill(t.wood, disc(x, y, 34)) +
        line(t.woodDeep, 5, disc(x, y, 31), `M${x - 10} ${y - 28}v56M${x + 10} ${y - 28}v56`) +
        fill(t.ink, disc(x, y + 14, 5));
      return (
        fill(t.brick, 'M64 262V160a176 128 0 0 1 352 0v102z') +
        line(
          t.brickDeep,
          4,
          'M84 150l-16-6M110 98l-12-13M156 60l-8-17M210 44l-2-12M270 44l2-12M324 60l8-17M370 98l12-13M396 150l16-6M66 200h22M392 200h22',
        ) +
        fill(t.ink, 'M92 262V168a148 106 0 0 1 296 0v94z') +
        dots(t.accentDeep, 34, 240, 112) +
        line(t.metal, 3, 'M240 64v34') +
        dots(t.glow, 13, 240, 110) +
        fill(t.woodDeep, box(292, 176, 82, 7), box(292, 226, 82, 7)) +
        fill(t.paper, box(298, 138, 14, 38), box(330, 138, 14, 38), box(306, 190, 14, 36)) +
        fill(t.accent, box(314, 138, 14, 38), box(322, 190, 14, 36), box(350, 190, 14, 36)) +
        fill(t.soft, box(346, 144, 20, 32), box(338, 190, 10, 36)) +
        parcel(t, 298, 236, 34, 26) +
        barrel(140, 228) +
        barrel(210, 228) +
        barrel(175, 170)
      );
    },
  },
};
