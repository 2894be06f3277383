import { bolt, crate, gear, parcel, wheel } from '../motifs.ts';
import { type Scenes } from '../scene.ts';
import { box, disc, dots, fill, line, poly } from '../shapes.ts';

export const MACHINES: Scenes = {
  machines: {
    backdrop: 'wall',
    draw: (t) =>
      gear(t.mid, t.haze, 112, 128, 40) +
      gear(t.accentLight, t.haze, 388, 214, 34) +
      fill(t.deep, box(150, 246, 180, 16, 4)) +
      fill(t.metalDeep, box(284, 70, 24, 178)) +
      fill(t.metal, box(284, 70, 9, 178)) +
      fill(t.deep, box(270, 34, 62, 96, 10)) +
      fill(t.primary, box(172, 58, 150, 68, 14)) +
      fill(t.soft, box(186, 68, 84, 8, 4)) +
      fill(t.metalDeep, box(206, 126, 30, 26)) +
      fill(t.ink, poly(215, 152, 227, 152, 224, 180, 221, 186, 218, 180)) +
      fill(t.metalDeep, box(152, 206, 160, 14, 3)) +
      fill(t.accent, box(186, 186, 70, 20, 2)) +
      line(t.ink, 6, 'M206 96l-50-28M206 96l-44 36') +
      dots(t.accent, 10, 154, 66, 160, 134) +
      dots(t.ink, 13, 206, 96),
  },
  'machines/machinery': {
    backdrop: 'wall',
    draw: (t) =>
      fill(t.ink, box(122, 250, 36, 12), box(322, 250, 36, 12)) +
      fill(t.paper, box(100, 78, 280, 174, 12)) +
      fill(t.primary, 'M100 196h280v44q0 12-12 12H112q-12 0-12-12z', box(100, 78, 280, 24, 12)) +
      fill(t.ink, box(122, 116, 156, 102, 8)) +
      dots(t.metal, 30, 156, 168) +
      dots(t.metalDeep, 13, 156, 168) +
      fill(t.accent, box(166, 158, 56, 20)) +
      fill(t.metalDeep, poly(222, 196, 278, 206, 278, 218, 214, 218, 214, 180)) +
      line(t.glow, 3, 'M214 170l16-12M216 164l6-18M222 174l18-2') +
      fill(t.deep, box(296, 116, 64, 100, 6)) +
      fill(t.glow, box(304, 124, 48, 36, 3)) +
      dots(t.accent, 6, 312, 176, 312, 196) +
      dots(t.brick, 10, 344, 186) +
      fill(t.accent, box(348, 52, 12, 26, 3)),
  },
  'machines/production': {
    backdrop: 'wall',
    draw: (t) =>
      parcel(t, 96, 164, 46, 42) +
      parcel(t, 336, 164, 46, 42) +
      fill(t.ink, box(192, 186, 76, 22, 6)) +
      line(t.accent, 28, 'M230 184v-58') +
      line(t.accent, 22, 'M230 126l66-50') +
      line(t.accentDeep, 14, 'M296 76v38') +
      fill(t.ink, disc(230, 126, 13), disc(296, 76, 11)) +
      line(t.ink, 6, 'M276 146v-22h40v22') +
      fill(t.primary, box(280, 132, 32, 34, 3)) +
      line(t.metalDeep, 10, 'M118 222v36M362 222v36M240 222v36') +
      fill(t.deep, box(70, 206, 340, 22, 11)) +
      dots(
        t.metal,
        6,
        ...[84, 118, 152, 186, 220, 260, 294, 328, 362, 396].flatMap((x) => [x, 217]),
      ),
  },
  'machines/tools': {
    backdrop: 'window',
    draw: (t) =>
      line(t.deep, 12, 'M190 184v-34h100v34') +
      line(t.wood, 13, 'M176 190L150 96') +
      fill(t.metalDeep, poly(112, 98, 170, 76, 192, 84, 178, 102, 120, 120)) +
      line(t.metal, 8, 'M240 190v-76') +
      fill(t.accent, box(227, 48, 26, 72, 10)) +
      line(t.metal, 17, 'M300 190l20-88') +
      line(t.metal, 13, 'M306 66a20 20 0 1 0 38 8') +
      fill(t.primary, box(108, 178, 264, 84, 12)) +
      fill(t.deep, box(108, 178, 264, 24, 10)) +
      fill(t.accent, box(156, 192, 26, 24, 4), box(298, 192, 26, 24, 4)) +
      fill(t.soft, box(206, 222, 68, 10, 5)),
  },
  'machines/lifting': {
    backdrop: 'village',
    draw: (t) =>
      fill(t.primary, 'M196 196v-40q0-18 16-18h14q16 0 16 18v40z') +
      dots(t.skin, 15, 220, 118) +
      fill(t.brick, 'M203 116a17 18 0 0 1 34 0h8v5h-42z') +
      line(t.primary, 11, 'M226 152l26 22h14') +
      fill(t.accent, 'M112 236v-52q0-14 16-17l44-8 24 30h86v47z') +
      fill(t.accentDeep, 'M112 236v-52q0-14 16-17l18-3v72z') +
      line(t.ink, 8, 'M172 164l14-92h72l24 118') +
      fill(t.metalDeep, box(290, 52, 11, 204), box(308, 52, 11, 204)) +
      fill(t.ink, box(286, 80, 36, 8), box(286, 140, 36, 8), box(306, 206, 112, 8, 2)) +
      fill(t.woodDeep, box(326, 196, 90, 10, 2)) +
      crate(t, 328, 148, 42, 48) +
      crate(t, 374, 148, 42, 48) +
      crate(t, 348, 98, 46, 50) +
      wheel(t, 152, 238, 24) +
      wheel(t, 258, 236, 28),
  },
  'machines/agriculture': {
    backdrop: 'fields',
    draw: (t) =>
      fill(t.haze, 'M146 148l10-66h86l14 72v40H146z') +
      line(t.deep, 9, 'M150 154l10-74M236 80l18 92') +
      fill(t.accent, box(140, 66, 118, 16, 7)) +
      fill(t.primary, 'M232 152h104q28 0 32 26l4 42H214z') +
      fill(t.deep, box(346, 168, 26, 44, 4)) +
      line(t.soft, 5, 'M262 172h66M262 188h66') +
      fill(t.ink, box(296, 92, 10, 62, 4), box(290, 88, 22, 10, 4)) +
      fill(t.deep, 'M100 196a72 72 0 0 1 140-22l-4 50H140z') +
      wheel(t, 172, 204, 60) +
      dots(t.accent, 32, 172, 204) +
      dots(t.ink, 9, 172, 204) +
      wheel(t, 346, 230, 34) +
      dots(t.accent, 18, 346, 230) +
      dots(t.ink, 6, 346, 230),
  },
  'machines/generators': {
    backdrop: 'forest',
    draw: (t) =>
      line(t.ink, 6, 'M340 214q70-6 56 22t44 22') +
      line(t.ink, 10, 'M110 248V108q0-14 14-14h224q14 0 14 14v140') +
      fill(t.primary, box(136, 108, 200, 42, 14)) +
      fill(t.ink, box(216, 98, 36, 12, 5)) +
      fill(t.accent, box(132, 142, 122, 92, 8)) +
      fill(t.ink, bolt(192, 188, 1.15)) +
      fill(t.metal, box(254, 156, 88, 78, 6)) +
      line(t.metalDeep, 6, 'M270 168v20M286 168v20') +
      dots(t.ink, 13, 316, 180, 316, 212) +
      dots(t.paper, 3, 312, 180, 320, 180, 312, 212, 320, 212) +
      fill(t.deep, box(104, 234, 264, 14, 4)) +
      wheel(t, 136, 244, 20) +
      fill(t.ink, box(322, 246, 30, 16, 4)),
  },
};
