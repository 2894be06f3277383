import { lightnessOf, mix, withLightness } from '../illustrations/colour.ts';
import type { BrandColours } from './brand.ts';
import { fnv1a } from './hash.ts';
import { CONTROL_CONTRAST, legible, readableOn } from './contrast.ts';

/** Values of the colour tokens, by name without the leading hyphens. */
export type ColourTokens = Record<(typeof TOKEN_NAMES)[number], string>;

const TOKEN_NAMES = [
  'surface',
  'surface-raised',
  'surface-sunken',
  'text',
  'text-muted',
  'border',
  'border-strong',
  'link',
  'link-hover',
  'focus',
  'brand',
  'brand-hover',
  'on-brand',
  'brand-soft',
  'on-brand-soft',
  'hero',
  'hero-deep',
  'on-hero',
  'on-hero-muted',
  'accent',
  'accent-hover',
  'on-accent',
  'accent-soft',
  'on-accent-soft',
  'offer',
  'on-offer',
  'request',
  'on-request',
  'reserved',
  'on-reserved',
  'brokered',
  'on-brokered',
] as const;

const WHITE = '#ffffff';
const INK = '#10181c';

/** Colours for a light surrounding, derived from a region's two. */
export function lightTokens({ primary, accent }: BrandColours): ColourTokens {
  const tint = (lightness: number, strength: number) => withLightness(primary, lightness, strength);
  const surface = mix(tint(0.985, 0.08), '#fdfbf7', 0.6);
  const sunken = tint(0.955, 0.2);
  const raised = WHITE;
  const grounds = [surface, sunken, raised];
  const text = mix(primary, INK, 0.86);
  const brand = legible(primary, [...grounds, WHITE], 'darker');
  const hero = legible(mix(primary, INK, 0.12), [WHITE], 'darker', 7);
  const accentSoft = withLightness(accent, 0.94, 0.45);
  const brandSoft = tint(0.93, 0.42);
  return {
    surface,
    'surface-raised': raised,
    'surface-sunken': sunken,
    text,
    'text-muted': legible(mix(text, surface, 0.32), [...grounds, brandSoft], 'darker', 5),
    border: tint(0.89, 0.22),
    'border-strong': legible(tint(0.66, 0.35), grounds, 'darker', CONTROL_CONTRAST),
    link: legible(primary, [...grounds, brandSoft], 'darker', 5),
    'link-hover': mix(brand, INK, 0.45),
    focus: legible(mix(primary, INK, 0.2), grounds, 'darker'),
    brand,
    'brand-hover': mix(brand, INK, 0.28),
    'on-brand': WHITE,
    'brand-soft': brandSoft,
    'on-brand-soft': legible(mix(primary, INK, 0.3), [brandSoft], 'darker', 7),
    hero,
    'hero-deep': mix(hero, INK, 0.38),
    'on-hero': WHITE,
    'on-hero-muted': legible(mix(WHITE, hero, 0.16), [hero], 'lighter', 6),
    accent,
    'accent-hover': mix(accent, INK, 0.14),
    'on-accent': readableOn(accent, WHITE, mix(primary, INK, 0.9)),
    'accent-soft': accentSoft,
    'on-accent-soft': legible(mix(accent, INK, 0.55), [accentSoft], 'darker', 7),
    offer: brandSoft,
    'on-offer': legible(mix(primary, INK, 0.3), [brandSoft], 'darker', 7),
    request: accentSoft,
    'on-request': legible(mix(accent, INK, 0.55), [accentSoft], 'darker', 7),
    reserved: '#fdf0c8',
    'on-reserved': '#5c4300',
    brokered: '#e4e7ea',
    'on-brokered': '#39424a',
  };
}

/** Colours for a dark surrounding, derived from a region's two. */
export function darkTokens({ primary, accent }: BrandColours): ColourTokens {
  const shade = (lightness: number, strength: number) =>
    withLightness(primary, lightness, strength);
  const surface = shade(0.205, 0.2);
  const raised = shade(0.255, 0.24);
  const sunken = shade(0.175, 0.2);
  const grounds = [surface, raised, sunken];
  const text = shade(0.945, 0.06);
  const brandSoft = shade(0.31, 0.5);
  const accentSoft = withLightness(accent, 0.32, 0.4);
  const brand = legible(shade(Math.max(0.74, lightnessOf(primary)), 0.9), grounds, 'lighter', 6);
  const hero = shade(0.285, 0.7);
  const brightAccent = legible(accent, grounds, 'lighter');
  return {
    surface,
    'surface-raised': raised,
    'surface-sunken': sunken,
    text,
    'text-muted': legible(shade(0.76, 0.12), [...grounds, brandSoft], 'lighter', 5),
    border: shade(0.34, 0.24),
    'border-strong': legible(shade(0.5, 0.25), grounds, 'lighter', CONTROL_CONTRAST),
    link: legible(shade(0.78, 0.85), [...grounds, brandSoft], 'lighter', 5),
    'link-hover': shade(0.9, 0.5),
    focus: legible(shade(0.82, 0.7), grounds, 'lighter', 6),
    brand,
    'brand-hover': mix(brand, WHITE, 0.25),
    'on-brand': readableOn(brand, WHITE, shade(0.15, 0.3)),
    'brand-soft': brandSoft,
    'on-brand-soft': legible(shade(0.9, 0.4), [brandSoft], 'lighter', 7),
    hero,
    'hero-deep': shade(0.215, 0.5),
    'on-hero': WHITE,
    'on-hero-muted': legible(shade(0.86, 0.2), [hero], 'lighter', 6),
    accent: brightAccent,
    'accent-hover': mix(brightAccent, WHITE, 0.2),
    'on-accent': readableOn(brightAccent, WHITE, shade(0.15, 0.3)),
    'accent-soft': accentSoft,
    'on-accent-soft': legible(withLightness(accent, 0.9, 0.5), [accentSoft], 'lighter', 7),
    offer: brandSoft,
    'on-offer': legible(shade(0.9, 0.4), [brandSoft], 'lighter', 7),
    request: accentSoft,
    'on-request': legible(withLightness(accent, 0.9, 0.5), [accentSoft], 'lighter', 7),
    reserved: '#4a3a0c',
    'on-reserved': '#fbe6a6',
    brokered: '#3a4147',
    'on-brokered': '#e2e6ea',
  };
}

/** The style sheet of a region: nothing but values of colour tokens, for light and for dark. */
export function brandCss(colours: BrandColours): string {
  const rules = (tokens: ColourTokens) =>
    TOKEN_NAMES.map((name) => `--${name}:${tokens[name]}`).join(';');
  return (
    `@layer tokens{:root{${rules(lightTokens(colours))}}` +
    `@media(prefers-color-scheme:dark){:root{${rules(darkTokens(colours))}}}` +
    `@media print{:root{${rules(lightTokens(colours))};--surface:#fff}}}`
  );
}

/** What every page's head says about the colours. */
export interface BrandHead {
  /** Path of the region's style sheet; changes with its content. */
  cssPath: string;
  /** Colours of the browser's own frame. */
  lightFrame: string;
  darkFrame: string;
}

const heads = new WeakMap<BrandColours, BrandHead>();

/** Works out what every page's head says about the colours, once for each brand. */
export function brandHead(colours: BrandColours): BrandHead {
  let head = heads.get(colours);
  if (head === undefined) {
    head = {
      cssPath: `/brand/${fnv1a(brandCss(colours)).toString(16).padStart(8, '0')}.css`,
      lightFrame: lightTokens(colours)['surface-raised'],
      darkFrame: darkTokens(colours)['surface-raised'],
    };
    heads.set(colours, head);
  }
  return head;
}
