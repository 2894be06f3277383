import { fnv1a } from '../lib/hash.ts';
import { drawBackdrop } from './backdrops.ts';
import { SCENES } from './objects/index.ts';
import { NEUTRAL } from './objects/neutral.ts';
import { type Scene } from './scene.ts';
import { at, disc, fill } from './shapes.ts';
import { dayTones, MOODS, nightTones, type Mood, type Palette, type Tones } from './tones.ts';

/** Size of every illustration, in units of its drawing. */
export const ILLUSTRATION_SIZE = { width: 480, height: 300 } as const;

/** Inherited by every shape, so that each one stays short. */
const LINES = 'fill="none" stroke-linecap="round" stroke-linejoin="round"';

/**
 * The picture of a category in a region's colours, 16:10, as an SVG document. Where the reader
 * prefers dark colours it turns to night by itself, also as `<img>`. Decoration: it has no text.
 *
 * @param categoryKey - `machines` or `machines/lifting`. An unknown key shows its parent, an
 * unknown parent a neutral picture.
 * @throws {@link RangeError} if a colour of the palette is not written as `#rrggbb`.
 */
export function illustrationSvg(categoryKey: string, palette: Palette): string {
  const { width, height } = ILLUSTRATION_SIZE;
  const drawing = drawScene(categoryKey, palette);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" ` +
    `width="${width}" height="${height}" ${LINES}>` +
    `${nightStyle(drawing, palette, moodOf(categoryKey))}${drawing}</svg>`
  );
}

/** The same picture by day, without the document around it, to be set into another drawing. */
export function illustrationShapes(categoryKey: string, palette: Palette): string {
  return `<g ${LINES}>${drawScene(categoryKey, palette)}</g>`;
}

function drawScene(categoryKey: string, palette: Palette): string {
  const t = dayTones(palette, moodOf(categoryKey));
  const scene = sceneOf(categoryKey);
  const object = fill(t.shadow, disc(240, 264, 162, 9)) + scene.draw(t);
  return (
    drawBackdrop(t, scene.backdrop, fnv1a(categoryKey)) +
    (scene.scale === undefined
      ? object
      : at(240 * (1 - scene.scale), 262 * (1 - scene.scale), object, scene.scale))
  );
}

function moodOf(categoryKey: string): Mood {
  return MOODS[fnv1a(categoryKey) % MOODS.length] ?? 'clear';
}

function sceneOf(categoryKey: string): Scene {
  const parent = categoryKey.split('/', 1)[0] ?? '';
  return SCENES.get(categoryKey) ?? SCENES.get(parent) ?? NEUTRAL;
}

/**
 * Repaints the drawing for dark surroundings. Selecting by colour keeps the drawing itself free of
 * classes, so that it is small and can be set into any page.
 */
function nightStyle(drawing: string, palette: Palette, mood: Mood): string {
  const day = dayTones(palette, mood);
  const night = nightTones(palette, mood);
  const rules = (Object.keys(day) as (keyof Tones)[]).flatMap((name) =>
    (['fill', 'stroke'] as const)
      .filter(
        (property) => day[name] !== night[name] && drawing.includes(`${property}="${day[name]}"`),
      )
      .map((property) => `[${property}="${day[name]}"]{${property}:${night[name]}}`),
  );
  return `<style>@media(prefers-color-scheme:dark){${rules.join('')}}</style>`;
}
