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

/** The colours of a drawing by day: a light sky, the object in full colour. */
export function dayTones({ primary, accent }: Palette): Tones {
  return {
    sky: mix(primary, WHITE, 0.87),
    haze: mix(primary, WHITE, 0.96),
    far: mix(primary, WHITE, 0.7),
    mid: mix(primary, WHITE, 0.52),
    ground: mix(mix(primary, WHITE, 0.76), accent, 0.16),
    shadow: mix(mix(primary, WHITE, 0.52), accent, 0.12),
    primary,
    deep: mix(primary, NIGHT, 0.38),
    ink: mix(primary, NIGHT, 0.74),
    soft: mix(primary, WHITE, 0.32),
    accent,
    accentDeep: mix(accent, mix(primary, NIGHT, 0.5), 0.3),
    accentLight: mix(accent, WHITE, 0.48),
    glow: mix(accent, WHITE, 0.62),
    paper: WARM_WHITE,
    shade: mix(WARM_WHITE, primary, 0.14),
    brick: mix('#b5573a', accent, 0.14),
    brickDeep: mix('#8a3d2b', primary, 0.16),
    wood: mix('#d9a066', accent, 0.1),
    woodDeep: mix('#a86f3f', primary, 0.12),
    metal: mix('#aeb9bf', primary, 0.1),
    metalDeep: mix('#77858d', primary, 0.2),
    skin: '#efb891',
    skinDeep: '#a9673f',
  };
}

/** The same by night: the landscape dark, the object a little muted, the brand colour lifted. */
export function nightTones(palette: Palette): Tones {
  const day = dayTones(palette);
  const { primary, accent } = palette;
  const lifted = withLightness(primary, Math.max(0.62, lightnessOf(primary)), 1);
  const dimmed = (colour: string) => mix(colour, NIGHT, 0.1);
  return {
    ...day,
    sky: mix(primary, NIGHT, 0.66),
    haze: mix(primary, NIGHT, 0.5),
    far: mix(primary, NIGHT, 0.48),
    mid: mix(primary, NIGHT, 0.28),
    ground: mix(mix(primary, NIGHT, 0.72), accent, 0.05),
    shadow: mix(primary, NIGHT, 0.88),
    primary: lifted,
    deep: mix(lifted, NIGHT, 0.3),
    ink: mix(primary, NIGHT, 0.84),
    soft: mix(lifted, WHITE, 0.36),
    glow: mix(accent, NIGHT, 0.3),
    paper: dimmed(day.paper),
    shade: dimmed(day.shade),
    accentLight: dimmed(day.accentLight),
    metal: dimmed(day.metal),
    skin: dimmed(day.skin),
  };
}
