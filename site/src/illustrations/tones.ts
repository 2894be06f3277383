import { lightnessOf, mix, withLightness } from './colour.ts';

/** The two colours of a region, `#rrggbb`. */
export interface Palette {
  primary: string;
  accent: string;
}

/** The colours of a drawing, named by what they paint. All but a few come from the palette. */
export interface Tones {
  sky: string;
  /** Clouds, far glow. */
  haze: string;
  /** Far landscape. */
  far: string;
  /** Near landscape. */
  mid: string;
  /** What the object stands on. */
  ground: string;
  /** Shadow of the object on the ground. */
  shadow: string;
  primary: string;
  deep: string;
  ink: string;
  /** A light tint of the primary for faces turned to the light. */
  soft: string;
  leaf: string;
  leafLight: string;
  gold: string;
  goldDeep: string;
  accent: string;
  accentDeep: string;
  accentLight: string;
  /** The sun or the moon behind the scene. */
  glow: string;
  paper: string;
  shade: string;
  brick: string;
  brickDeep: string;
  wood: string;
  woodDeep: string;
  metal: string;
  metalDeep: string;
  skin: string;
  skinDeep: string;
}

const WHITE = '#ffffff';
const NIGHT = '#0d141a';
const WARM_WHITE = '#fffaf1';
const LAMPLIGHT = '#ffd796';

/** The light of a scene, so that neighbours in a list differ: cool, warm, or a deeper sky. */
export const MOODS = ['clear', 'warm', 'deep'] as const;
export type Mood = (typeof MOODS)[number];

/** The colours of a drawing by day: a light sky, the object in full colour. */
export function dayTones({ primary, accent }: Palette, mood: Mood): Tones {
  const tint = (lightness: number, strength: number) => withLightness(primary, lightness, strength);
  const sun = (lightness: number, strength: number) => withLightness(accent, lightness, strength);
  const warmed = (colour: string) => mix(colour, LAMPLIGHT, 0.5);
  const sky = {
    clear: { sky: tint(0.935, 0.34), haze: tint(0.985, 0.1), glow: warmed(sun(0.9, 0.55)) },
    warm: { sky: sun(0.945, 0.3), haze: sun(0.985, 0.1), glow: warmed(sun(0.875, 0.7)) },
    deep: { sky: tint(0.87, 0.5), haze: tint(0.95, 0.22), glow: warmed(sun(0.93, 0.4)) },
  }[mood];
  return {
    ...sky,
    far: tint(mood === 'deep' ? 0.78 : 0.84, 0.6),
    mid: tint(mood === 'deep' ? 0.68 : 0.72, 0.75),
    ground: mix(tint(0.87, 0.5), sun(0.9, 0.45), 0.35),
    shadow: mix(tint(0.75, 0.5), sun(0.75, 0.4), 0.3),
    primary,
    deep: mix(primary, NIGHT, 0.38),
    ink: mix(primary, NIGHT, 0.74),
    soft: tint(Math.max(0.62, lightnessOf(primary) + 0.2), 0.95),
    leaf: mix('#2f8455', primary, 0.2),
    leafLight: mix('#74b275', primary, 0.08),
    gold: mix('#f3b833', accent, 0.15),
    goldDeep: mix('#c4831f', accent, 0.15),
    accent,
    accentDeep: mix(accent, mix(primary, NIGHT, 0.5), 0.28),
    accentLight: sun(Math.max(0.86, lightnessOf(accent)), 0.65),
    paper: WARM_WHITE,
    shade: mix(WARM_WHITE, primary, 0.14),
    brick: mix('#c05a38', accent, 0.12),
    brickDeep: mix('#8f3f2a', primary, 0.14),
    wood: mix('#dda564', accent, 0.1),
    woodDeep: mix('#a96d3b', primary, 0.1),
    metal: mix('#aeb9bf', primary, 0.1),
    metalDeep: mix('#77858d', primary, 0.2),
    skin: '#efb891',
    skinDeep: '#a9673f',
  };
}

/** The same by night: the landscape dark, the object a little muted, the brand colour lifted. */
export function nightTones(palette: Palette, mood: Mood): Tones {
  const day = dayTones(palette, mood);
  const { primary, accent } = palette;
  const lifted = withLightness(primary, Math.max(0.6, lightnessOf(primary)), 1.05);
  const dark = (lightness: number, strength: number) => withLightness(primary, lightness, strength);
  const dimmed = (colour: string) => mix(colour, NIGHT, 0.1);
  return {
    ...day,
    sky: dark(mood === 'deep' ? 0.24 : 0.28, 0.5),
    haze: dark(0.36, 0.55),
    far: dark(0.36, 0.55),
    mid: dark(0.43, 0.6),
    ground: dark(0.33, 0.35),
    shadow: dark(0.26, 0.3),
    primary: lifted,
    deep: mix(lifted, NIGHT, 0.3),
    ink: dark(0.14, 0.3),
    soft: mix(lifted, WHITE, 0.36),
    leaf: mix('#46a06c', primary, 0.12),
    glow: mix(mix(accent, LAMPLIGHT, 0.55), WARM_WHITE, 0.2),
    paper: dimmed(day.paper),
    shade: dimmed(day.shade),
    accentLight: dimmed(day.accentLight),
    metal: dimmed(day.metal),
    skin: dimmed(day.skin),
  };
}
