import { lightnessOf, withLightness } from '../illustrations/colour.ts';

/** Least contrast of normal text by WCAG 2.2, criterion 1.4.3. */
export const TEXT_CONTRAST = 4.5;
/** Least contrast of controls and large text by WCAG 2.2, criteria 1.4.11 and 1.4.3. */
export const CONTROL_CONTRAST = 3;

const STEP = 0.01;

/**
 * Contrast of two colours by WCAG 2.2, from 1 (none) to 21.
 *
 * @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
 */
export function contrast(first: string, second: string): number {
  const [a, b] = [luminance(first), luminance(second)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** The colour of two that reads better on a background. */
export function readableOn(background: string, light: string, dark: string): string {
  return contrast(light, background) >= contrast(dark, background) ? light : dark;
}

/**
 * Makes a colour darker or lighter, just as much as it takes to read on all of some backgrounds.
 *
 * @param colour - The colour to begin with, `#rrggbb`.
 * @param backgrounds - All of them, `#rrggbb`.
 * @param direction - Whether to go towards black or towards white.
 * @param minimum - Contrast to reach.
 */
export function legible(
  colour: string,
  backgrounds: readonly string[],
  direction: 'darker' | 'lighter',
  minimum: number = TEXT_CONTRAST,
): string {
  let result = colour;
  let lightness = lightnessOf(colour);
  const isLegible = () => backgrounds.every((other) => contrast(result, other) >= minimum);
  while (!isLegible() && lightness > 0 && lightness < 1) {
    lightness += direction === 'darker' ? -STEP : STEP;
    result = withLightness(colour, Math.min(1, Math.max(0, lightness)));
  }
  return result;
}

function luminance(colour: string): number {
  const channel = (start: number) => {
    const value = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
