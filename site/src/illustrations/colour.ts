type Lab = [lightness: number, a: number, b: number];

/**
 * Mixes two colours in OKLab, where equal steps look equal, so that tints of any brand colour stay
 * clean instead of turning grey.
 *
 * @param from - `#rrggbb`.
 * @param to - `#rrggbb`.
 * @param share - How much of `to`, from 0 to 1.
 * @throws {@link RangeError} if a colour is not written as `#rrggbb`.
 */
export function mix(from: string, to: string, share: number): string {
  const a = toLab(from);
  const b = toLab(to);
  return toHex([
    a[0] + (b[0] - a[0]) * share,
    a[1] + (b[1] - a[1]) * share,
    a[2] + (b[2] - a[2]) * share,
  ]);
}

/** Perceived lightness of a colour (OKLab), from 0 (black) to 1 (white). */
export function lightnessOf(colour: string): number {
  return toLab(colour)[0];
}

/**
 * The same hue at another lightness; very light and very dark colours lose some of their strength,
 * as tints and shades of paint do.
 *
 * @param lightness - OKLab lightness from 0 to 1.
 * @param strength - Factor on the colourfulness.
 */
export function withLightness(colour: string, lightness: number, strength = 1): string {
  const [, a, b] = toLab(colour);
  return toHex([lightness, a * strength, b * strength]);
}

// The matrices are those of https://bottosson.github.io/posts/oklab/
function toLab(colour: string): Lab {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) {
    throw new RangeError(`“${colour}” is not a colour of the form #rrggbb.`);
  }
  const channel = (start: number) => {
    const value = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  const [r, g, b] = [channel(1), channel(3), channel(5)];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function toHex([lightness, a, b]: Lab): string {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  const bytes = linear.map((value) => {
    const clamped = Math.min(1, Math.max(0, value));
    const encoded = clamped <= 0.0031308 ? 12.92 * clamped : 1.055 * clamped ** (1 / 2.4) - 0.055;
    return Math.round(encoded * 255)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${bytes.join('')}`;
}
