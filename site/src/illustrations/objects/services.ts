import { gear, leaf, person } from '../motifs.ts';
import { type Scenes } from '../scene.ts';
import { box, disc, dots, fill, line, poly } from '../shapes.ts';

export const SERVICES: Scenes = {
  services: {
    backdrop: 'village',
    scale: 1.25,
    draw: (t) =>
      person(t, 190, 262, {
        top: t.primary,
        helmet: t.accent,
        legs: t.deep,
        right: [12, 26, 6, 52],
        left: [-22, 16, -4, 36],
      }) +
      fill(t.accent, box(178, 170, 24, 44, 3)) +
      fill(t.brick, box(186, 208, 66, 46, 6)) +
      line(t.ink, 5, 'M206 208v-10h26v10') +
      fill(t.brickDeep, box(186, 224, 66, 6)) +
      person(t, 322, 262, {
        top: t.accentLight,
        long: true,
        hair: t.woodDeep,
        legs: t.primary,
        left: [-14, 24, -44, 12],
      }) +
      fill(t.paper, box(252, 92, 34, 26, 8), poly(272, 114, 284, 114, 286, 126)) +
      line(t.primary, 5, 'M261 105l6 6 10-12'),
  },
  'services/print': {
    backdrop: 'wall',
    scale: 1.05,
    draw: (t) =>
      fill(t.paper, poly(158, 112, 322, 112, 316, 50, 164, 50)) +
      line(t.mid, 4, 'M184 70h70M184 84h100M184 98h50') +
      fill(t.deep, box(108, 106, 264, 70, 14)) +
      fill(t.primary, box(96, 146, 288, 84, 12)) +
      dots(t.accent, 8, 346, 168) +
      dots(t.soft, 8, 322, 168) +
      fill(t.ink, box(136, 196, 208, 14, 6)) +
      fill(t.paper, poly(150, 204, 330, 204, 346, 270, 134, 270)) +
      fill(t.accentLight, poly(166, 216, 238, 216, 238, 256, 158, 256)) +
      dots(t.accent, 11, 212, 232) +
      fill(t.primary, poly(162, 256, 186, 228, 206, 256), poly(190, 256, 222, 240, 238, 256)) +
      line(t.mid, 5, 'M256 222h58M256 236h62M258 250h40'),
  },
  'services/it': {
    backdrop: 'wall',
    draw: (t) =>
      fill(t.ink, box(106, 50, 128, 212, 8)) +
      fill(t.primary, ...[64, 102, 140, 178, 216].map((y) => box(118, y, 104, 30, 4))) +
      dots(t.accent, 5, ...[79, 117, 155, 193, 231].flatMap((y) => [134, y])) +
      line(t.soft, 5, ...[79, 117, 155, 193, 231].map((y) => `M172 ${y}h36`)) +
      line(t.accentDeep, 5, 'M222 117h40q16 0 16 16v30M222 193h60M222 231h90q14 0 14-14') +
      fill(t.paper, disc(330, 90, 34), disc(366, 100, 26), box(290, 96, 106, 32, 16)) +
      line(t.primary, 6, 'M340 112V84M328 96l12-12 12 12') +
      fill(t.ink, box(276, 146, 112, 76, 7)) +
      fill(t.haze, box(284, 154, 96, 60, 3)) +
      gear(t.primary, t.haze, 332, 184, 17) +
      fill(t.metal, poly(262, 222, 402, 222, 412, 234, 252, 234)) +
      fill(t.woodDeep, box(264, 234, 136, 28, 4)),
  },
  'services/grounds': {
    backdrop: 'hills',
    draw: (t) =>
      fill(
        t.leaf,
        box(252, 136, 168, 126, 30),
        disc(292, 142, 36),
        disc(350, 132, 42),
        disc(396, 150, 30),
      ) +
      dots(t.leafLight, 8, 300, 150, 344, 118, 380, 158, 326, 186, 392, 206) +
      line(t.ink, 7, 'M70 126h26l82 104') +
      fill(t.deep, 'M144 240v-26q0-20 22-20h76q30 0 36 46z') +
      fill(t.accent, box(176, 172, 60, 28, 8)) +
      fill(t.ink, box(192, 160, 26, 14, 4)) +
      fill(t.accentDeep, poly(144, 236, 112, 254, 90, 190, 122, 178)) +
      fill(t.ink, disc(166, 244, 20), disc(258, 246, 18)) +
      fill(t.metal, disc(166, 244, 9), disc(258, 246, 8)) +
      fill(
        t.leaf,
        leaf(52, 262, -10, -30),
        leaf(52, 262, 8, -36),
        leaf(52, 262, 22, -20),
        leaf(438, 264, -12, -30),
        leaf(438, 264, 10, -34),
      ),
  },
  'services/repair': {
    backdrop: 'wall',
    draw: (t) =>
      fill(t.accent, 'M72 50h108v86h-30v30H72z') +
      line(t.metalDeep, 9, 'M296 262l34-186M366 262L342 76') +
      line(t.metal, 8, 'M326 104h22M320 140h36M312 178h48M306 216h56') +
      fill(t.metalDeep, box(318, 62, 36, 16, 4)) +
      line(t.ink, 6, 'M262 74h24v46h-50v26') +
      fill(t.paper, box(176, 52, 88, 42, 9)) +
      fill(t.brick, box(228, 142, 16, 50, 6)) +
      line(t.ink, 4, 'M128 200a36 32 0 0 1 72 0') +
      fill(t.primary, poly(122, 200, 206, 200, 198, 262, 130, 262)) +
      fill(t.accentDeep, disc(164, 200, 42, 9)) +
      fill(t.accent, disc(164, 198, 36, 6), box(184, 198, 12, 34, 6)),
  },
  'services/inspection': {
    backdrop: 'window',
    draw: (t) =>
      fill(t.wood, box(112, 66, 160, 196, 10)) +
      fill(t.paper, box(126, 86, 132, 164, 3)) +
      fill(t.metalDeep, box(160, 56, 64, 26, 8)) +
      line(t.primary, 7, 'M142 116l8 8 14-16M142 154l8 8 14-16M142 192l8 8 14-16') +
      line(t.mid, 6, 'M178 116h62M178 154h42M178 192h30M142 228h56') +
      line(t.woodDeep, 20, 'M350 224l42 34') +
      dots(t.haze, 62, 300, 180) +
      gear(t.accent, t.haze, 300, 180, 28) +
      line(t.deep, 13, disc(300, 180, 62)) +
      line(t.paper, 6, 'M262 162a42 42 0 0 1 22-22'),
  },
  'services/processing': {
    backdrop: 'wall',
    draw: (t) => {
      const bottle = (x: number) => box(x, 148, 30, 58, 9) + box(x + 9, 124, 12, 30, 4);
      return (
        fill(t.deep, box(176, 40, 128, 56, 10)) +
        fill(t.metal, box(228, 96, 24, 22)) +
        dots(t.accent, 9, 204, 68) +
        line(t.soft, 6, 'M232 60h52M232 76h36') +
        fill(t.soft, ...[92, 158].map(bottle)) +
        fill(t.accentLight, ...[226, 292, 352].map(bottle)) +
        fill(
          t.accent,
          box(227, 168, 28, 37, 8),
          box(293, 158, 28, 47, 8),
          box(353, 158, 28, 47, 8),
        ) +
        fill(t.brick, box(300, 118, 14, 10, 2), box(360, 118, 14, 10, 2)) +
        fill(t.paper, box(292, 172, 30, 20), box(352, 172, 30, 20)) +
        fill(t.primary, box(66, 206, 348, 26, 13)) +
        dots(t.soft, 7, ...[82, 122, 162, 202, 242, 282, 322, 362, 398].flatMap((x) => [x, 219])) +
        line(t.metalDeep, 10, 'M116 236v22M240 236v22M364 236v22')
      );
    },
  },
};
