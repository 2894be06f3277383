import { contrast, TEXT_CONTRAST } from './contrast.ts';
import type { BrandColours } from './brand.ts';

const WHITE = '#ffffff';

/**
 * What is wrong with a region's colours, in the editors' language: white text must read on the
 * first one; everything else is derived so that it reads.
 *
 * @see https://www.w3.org/TR/WCAG22/#contrast-minimum
 */
export function brandProblems({ primary }: BrandColours): string[] {
  const ratio = contrast(primary, WHITE);
  if (ratio >= TEXT_CONTRAST) return [];
  const found = ratio.toLocaleString('de-DE', { maximumFractionDigits: 1 });
  return [
    `Die Hauptfarbe ${primary} hat mit weißer Schrift nur einen Kontrast von ${found} : 1, nötig sind 4,5 : 1. Bitte bei der Region eine dunklere Farbe wählen.`,
  ];
}
