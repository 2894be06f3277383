import { person, potPlant } from '../motifs.ts';
import { type Scenes } from '../scene.ts';
import { box, disc, dots, fill, line, poly } from '../shapes.ts';
import { type Tones } from '../tones.ts';

const bubble = (x: number, y: number, w: number, h: number, tailX: number, tailY: number) =>
  box(x, y, w, h, 14) + poly(tailX, tailY, x + w * 0.4, y + h - 6, x + w * 0.62, y + h - 6);

const table = (t: Tones, x: number, w: number) =>
  fill(t.woodDeep, box(x + 14, 222, 14, 40), box(x + w - 28, 222, 14, 40)) +
  fill(t.wood, box(x, 208, w, 16, 5));

export const KNOWLEDGE: Scenes = {
  knowledge: {
    backdrop: 'forest',
    draw: (t) =>
      line(t.accent, 6, 'M240 30V18M180 52l-10-10M300 52l10-10M156 104h-16M324 104h16') +
      fill(t.accent, 'M240 46a58 58 0 0 1 32 106q-6 6-6 18h-52q0-12-6-18a58 58 0 0 1 32-106z') +
      fill(t.glow, 'M226 66a38 38 0 0 0-24 40q4-24 30-32z') +
      line(t.accentDeep, 5, 'M228 170v-44l12 10 12-10v44') +
      fill(t.metalDeep, box(216, 172, 48, 10, 5), box(220, 185, 40, 10, 5)) +
      fill(t.primary, 'M92 212q74-16 148 8q74-24 148-8v50q-74-14-148 6q-74-20-148-6z') +
      fill(
        t.paper,
        'M104 202q70-14 136 10v44q-66-20-136-8zM376 202q-70-14-136 10v44q66-20 136-8z',
      ) +
      fill(t.shade, 'M240 212q14-8 30-11v44q-16 4-30 11z') +
      line(t.mid, 4, 'M126 216q42-4 88 8M126 230q42-4 88 8M284 218q36-8 70-4M284 232q36-8 70-4'),
  },
  'knowledge/training': {
    backdrop: 'wall',
    draw: (t) =>
      line(t.woodDeep, 8, 'M196 180l-24 82M316 180l24 82') +
      fill(t.paper, box(160, 44, 192, 142, 5)) +
      fill(t.deep, box(154, 38, 204, 14, 5)) +
      line(t.primary, 8, 'M190 154v-26M216 154v-46M242 154V94') +
      line(t.accent, 7, 'M272 142l24-24 14 12 24-38') +
      person(t, 106, 262, {
        top: t.primary,
        long: true,
        hair: t.woodDeep,
        right: [30, 4, 54, -22],
      }) +
      line(t.ink, 4, 'M176 136l20-22') +
      dots(t.ink, 17, 236, 232, 388, 234) +
      dots(t.woodDeep, 17, 312, 230) +
      fill(t.accent, 'M204 300v-22q0-24 24-24h16q24 0 24 24v22z') +
      fill(t.soft, 'M280 300v-24q0-24 24-24h16q24 0 24 24v24z') +
      fill(t.brick, 'M356 300v-20q0-24 24-24h16q24 0 24 24v20z'),
  },
  'knowledge/mentoring': {
    backdrop: 'hills',
    draw: (t) =>
      fill(t.deep, box(94, 234, 98, 28), box(192, 206, 98, 56), box(290, 178, 98, 84)) +
      fill(t.primary, box(94, 234, 98, 8), box(192, 206, 98, 8), box(290, 178, 98, 8)) +
      person(t, 322, 178, { top: t.accent, hair: t.metal, left: [-22, 20, -50, 40] }) +
      person(t, 226, 206, {
        top: t.soft,
        skin: t.skinDeep,
        long: true,
        legs: t.ink,
        right: [16, -4, 30, -16],
        left: [-10, 26, -12, 48],
      }) +
      line(t.ink, 5, 'M404 178V92') +
      fill(t.brick, poly(406, 90, 448, 104, 406, 120)),
  },
  'knowledge/advice': {
    backdrop: 'window',
    scale: 1.12,
    draw: (t) =>
      person(t, 160, 282, {
        top: t.primary,
        bust: true,
        hair: t.woodDeep,
        right: [14, 26, 42, 24],
      }) +
      person(t, 330, 282, {
        top: t.accent,
        bust: true,
        skin: t.skinDeep,
        long: true,
        left: [-14, 26, -36, 22],
      }) +
      fill(t.paper, bubble(196, 42, 96, 62, 186, 126)) +
      line(t.primary, 8, 'M232 62q4-10 14-8t10 12q0 8-10 12v4') +
      dots(t.primary, 5, 246, 92) +
      fill(t.paper, poly(214, 208, 222, 196, 280, 196, 274, 208)) +
      line(t.mid, 3, 'M230 202h36') +
      table(t, 90, 316) +
      fill(t.brick, box(122, 186, 24, 22, 4)) +
      fill(t.deep, box(360, 180, 20, 28, 4)),
  },
  'knowledge/exchange': {
    backdrop: 'lake',
    draw: (t) =>
      fill(t.primary, bubble(84, 46, 132, 70, 132, 136)) +
      fill(t.accent, bubble(256, 60, 136, 66, 352, 146)) +
      dots(t.haze, 8, 122, 81, 150, 81, 178, 81) +
      line(t.ink, 7, 'M284 84h80M284 102h50') +
      person(t, 116, 282, { top: t.brick, skin: t.skinDeep, bust: true }) +
      person(t, 240, 288, { top: t.soft, bust: true, long: true, hair: t.woodDeep }) +
      person(t, 364, 282, { top: t.deep, bust: true, hair: t.metal }) +
      table(t, 64, 352) +
      fill(t.paper, box(176, 190, 20, 18, 4), box(292, 190, 20, 18, 4)),
  },
  'knowledge/school': {
    backdrop: 'wall',
    draw: (t) =>
      fill(t.woodDeep, box(178, 44, 220, 140, 6)) +
      fill(t.deep, box(188, 54, 200, 120, 2)) +
      line(
        t.haze,
        5,
        'M210 150l26-64 26 64zM290 84h76M290 104h54',
        disc(318, 142, 18),
        'M346 124h34v34h-34z',
      ) +
      fill(t.brick, 'M92 166q0-52 50-52t50 52v96H92z') +
      line(t.brickDeep, 8, 'M122 116q0-18 20-18t20 18') +
      fill(t.accent, box(104, 196, 76, 66, 10)) +
      fill(t.accentDeep, box(104, 196, 76, 16, 6)) +
      fill(t.paper, box(134, 204, 16, 20, 4)) +
      fill(t.primary, box(220, 246, 130, 16, 4)) +
      fill(t.paper, box(232, 232, 112, 14, 3)) +
      fill(t.accent, box(226, 216, 120, 16, 4)) +
      fill(t.brick, disc(286, 200, 17), disc(296, 200, 15)) +
      line(t.woodDeep, 4, 'M290 188l4-12'),
  },
  'knowledge/research': {
    backdrop: 'window',
    scale: 1.06,
    draw: (t) =>
      fill(t.deep, box(196, 226, 140, 16, 5)) +
      line(t.primary, 22, 'M304 228q44-70-34-112') +
      line(t.deep, 10, 'M212 196h92') +
      `<g transform="rotate(28 250 120)">${fill(t.primary, box(230, 52, 40, 96, 8))}${fill(t.metal, box(238, 30, 24, 26, 4), box(238, 146, 24, 22))}${fill(t.accent, box(230, 100, 40, 10))}</g>` +
      dots(t.ink, 12, 312, 168) +
      fill(t.haze, 'M112 132h28v34l30 54q6 22-14 22H96q-20 0-14-22l30-54z') +
      fill(t.accent, 'M100 188h52l18 32q6 22-14 22H96q-20 0-14-22z') +
      fill(t.glow, disc(118, 212, 7), disc(138, 224, 5), disc(130, 198, 4)) +
      line(t.metalDeep, 6, 'M108 132h36') +
      fill(t.wood, box(60, 242, 360, 20, 5)) +
      potPlant(t, 388, 242),
  },
};
