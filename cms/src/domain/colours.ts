const HEX_PATTERN = /^#[0-9a-f]{6}$/i;

/** Least contrast of normal text by WCAG 2.2, criterion 1.4.3, level AA. */
export const MIN_TEXT_CONTRAST = 4.5;

/** Whether a text is a colour in the form `#rrggbb`. */
export function isHexColour(text: string): boolean {
  return HEX_PATTERN.test(text);
}

/**
 * Contrast of two colours by WCAG 2.2, from 1 (equal) to 21 (black and white).
 *
 * @param first - Colour in the form `#rrggbb`.
 * @param second - Colour in the form `#rrggbb`.
 * @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
 */
export function contrastRatio(first: string, second: string): number {
  const [lighter = 0, darker = 0] = [luminance(first), luminance(second)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return channel <= 0.040_45 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
