import { crate, parcel, potPlant, snowflake, wheel } from '../motifs.ts';
import { type Scenes } from '../scene.ts';
import { box, disc, fill, line, poly } from '../shapes.ts';
import { type Tones } from '../tones.ts';

const lorry = (t: Tones, cab: string, body: string) =>
  fill(t.ink, box(70, 222, 344, 14, 4)) +
  fill(body, box(66, 92, 226, 132, 8)) +
  fill(cab, 'M302 230v-98q0-10 10-10h44q14 0 20 12l32 46q6 8 6 18v32z') +
  fill(t.haze, 'M322 140h32q8 0 12 7l22 35h-66z') +
  fill(t.glow, box(398, 200, 16, 12, 3)) +
  wheel(t, 128, 236, 26) +
  wheel(t, 188, 236, 26) +
  wheel(t, 358, 236, 26);

export const TRANSPORT: Scenes = {
  transport: {
    backdrop: 'hills',
    draw: (t) =>
      lorry(t, t.accent, t.primary) +
      line(t.soft, 8, 'M96 126h96M96 150h60') +
      fill(t.accent, poly(214, 138, 244, 138, 244, 124, 272, 150, 244, 176, 244, 162, 214, 162)),
  },
  'transport/cargo': {
    backdrop: 'village',
    draw: (t) =>
      wheel(t, 178, 240, 22) +
      wheel(t, 302, 240, 22) +
      fill(t.primary, box(144, 56, 192, 182, 20)) +
      fill(t.ink, box(164, 76, 152, 134, 6)) +
      crate(t, 174, 152, 62, 58) +
      parcel(t, 242, 164, 62, 46) +
      parcel(t, 188, 110, 44, 42) +
      fill(t.accent, box(248, 138, 46, 26, 3)) +
      fill(
        t.deep,
        poly(144, 70, 92, 84, 92, 226, 144, 214),
        poly(336, 70, 388, 84, 388, 226, 336, 214),
      ) +
      fill(
        t.haze,
        poly(134, 88, 104, 96, 104, 138, 134, 132),
        poly(346, 88, 376, 96, 376, 138, 346, 132),
      ) +
      fill(t.ink, box(136, 214, 208, 14, 5)) +
      fill(t.brick, box(142, 188, 14, 22, 3), box(324, 188, 14, 22, 3)),
  },
  'transport/refrigerated': {
    backdrop: 'lake',
    draw: (t) =>
      `<g transform="matrix(-1 0 0 1 480 0)">${lorry(t, t.primary, t.paper)}</g>` +
      fill(t.shade, box(188, 196, 226, 28)) +
      fill(t.metalDeep, box(140, 100, 42, 34, 5)) +
      snowflake(t.primary, 262, 146, 36) +
      snowflake(t.soft, 346, 152, 22),
  },
  'transport/vehicles': {
    backdrop: 'forest',
    draw: (t) =>
      fill(
        t.accent,
        'M66 234v-40q0-16 20-20l48-10 40-50q9-11 24-11h96q16 0 25 11l36 48 44 9q20 4 20 24v39z',
      ) +
      fill(t.accentDeep, box(66, 218, 353, 18, 6)) +
      fill(t.haze, 'M154 164l32-40q5-6 14-6h34v46zM246 118h44q9 0 14 6l30 40h-88z') +
      line(t.accentDeep, 4, 'M240 170v48M256 182h16') +
      fill(t.glow, box(400, 186, 19, 14, 5)) +
      fill(t.brick, box(66, 186, 14, 16, 4)) +
      wheel(t, 142, 232, 32) +
      wheel(t, 338, 232, 32),
  },
  'transport/trailers': {
    backdrop: 'fields',
    scale: 1.1,
    draw: (t) =>
      crate(t, 116, 124, 70, 66) +
      crate(t, 192, 124, 70, 66) +
      parcel(t, 268, 138, 64, 52) +
      parcel(t, 156, 78, 58, 46) +
      line(t.accent, 7, 'M152 192V120l12-44h42l20 44v72') +
      line(t.metalDeep, 9, 'M340 206h56l30 26') +
      line(t.ink, 6, 'M404 212v46') +
      fill(t.ink, disc(426, 234, 8), disc(404, 256, 7)) +
      fill(t.primary, box(92, 182, 256, 36, 5)) +
      line(t.deep, 4, 'M152 186v28M214 186v28M276 186v28') +
      fill(t.ink, box(92, 214, 256, 8)) +
      fill(t.deep, 'M150 228a48 48 0 0 1 136 0z') +
      wheel(t, 190, 234, 28) +
      wheel(t, 248, 234, 28) +
      fill(t.brick, box(92, 192, 12, 16, 3)),
  },
  'transport/passengers': {
    backdrop: 'lake',
    draw: (t) =>
      fill(t.primary, 'M62 236V114q0-22 22-22h246q24 0 36 22l36 56q14 6 14 22v44z') +
      fill(
        t.haze,
        box(82, 110, 68, 58, 6),
        box(162, 110, 68, 58, 6),
        'M314 110h14q12 0 19 12l30 46h-63z',
      ) +
      fill(t.deep, box(242, 104, 62, 126, 6)) +
      fill(t.haze, box(250, 112, 46, 56, 5)) +
      fill(t.skin, disc(116, 142, 13), disc(272, 144, 12)) +
      fill(t.skinDeep, disc(196, 144, 13), disc(336, 148, 11)) +
      fill(t.ink, 'M102 140a14 14 0 0 1 28 0q-14-8-28 0zM182 142a14 14 0 0 1 28 0q-14-8-28 0z') +
      fill(t.accent, 'M98 168q0-14 18-14t18 14zM178 168q0-14 18-14t18 14z', box(62, 188, 180, 12)) +
      fill(t.glow, box(400, 192, 16, 16, 5)) +
      fill(t.ink, box(58, 228, 362, 10, 4)) +
      wheel(t, 134, 236, 28) +
      wheel(t, 346, 236, 28),
  },
  'transport/bikes': {
    backdrop: 'village',
    scale: 1.1,
    draw: (t) =>
      line(t.ink, 7, disc(130, 218, 42), disc(378, 230, 30)) +
      line(t.metal, 2, 'M130 178v80M90 218h80M102 190l56 56M158 190l-56 56M378 202v56M350 230h56') +
      potPlant(t, 306, 172) +
      parcel(t, 248, 136, 40, 36) +
      fill(t.wood, poly(226, 158, 350, 158, 336, 226, 244, 226)) +
      line(t.woodDeep, 4, 'M230 178h116M236 202h104') +
      line(t.accent, 9, 'M130 218l40-70 36 76h110l62 6M206 224l-14-104M170 148l38-2') +
      line(t.ink, 7, 'M192 120l-20-10M160 134h-22M164 136l6 14') +
      fill(t.ink, box(134, 126, 44, 11, 5), disc(206, 224, 13)) +
      fill(t.accent, disc(206, 224, 5), disc(130, 218, 7), disc(378, 230, 6)),
  },
};
