import { illustrationShapes, markShapes, mix, type Palette } from '../illustrations/index.ts';
import { createMeasure, OG_FONTS } from './og-fonts.ts';
import { fitText } from './og-text.ts';

/** Size of every preview picture in pixels, as social networks want it. */
export const OG_SIZE = { width: 1200, height: 630 } as const;

/** What a preview picture says and shows. */
export interface OgCard {
  palette: Palette;
  /** Whose site it is, beside the mark. */
  siteName: string;
  /** Kind of page, above the title. */
  kicker: string;
  title: string;
  /** One line below the title, or null. */
  subtitle: string | null;
  /** Category whose illustration fills the right side. */
  categoryKey: string;
}

const TEXT_LEFT = 72;
const TEXT_WIDTH = 572;
const TITLE_SIZES = [72, 66, 60, 54, 49, 44, 40] as const;
const PAPER = '#fffaf1';

const measureBold = createMeasure(OG_FONTS.bold.file);
const measureMedium = createMeasure(OG_FONTS.medium.file);

/** Lays out a preview picture as SVG, its text set in Figtree so that it never leaves its field. */
export function ogSvg(card: OgCard): string {
  const { palette } = card;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${OG_SIZE.width}" height="${OG_SIZE.height}" viewBox="0 0 ${OG_SIZE.width} ${OG_SIZE.height}">` +
    `<rect width="1200" height="630" fill="${palette.primary}"/>` +
    '<clipPath id="picture"><path d="M720 0H1200V630H660Q790 330 720 0z"/></clipPath>' +
    `<g clip-path="url(#picture)"><g transform="translate(612 201) scale(1.43)">${illustrationShapes(card.categoryKey, palette)}</g></g>` +
    `<path d="M720 0Q790 330 660 630" fill="none" stroke="${palette.accent}" stroke-width="12"/>` +
    `<g transform="translate(${TEXT_LEFT - 10} 46)">${markShapes(palette)}</g>` +
    siteName(card) +
    titleBlock(card) +
    '</svg>'
  );
}

function siteName({ siteName }: OgCard): string {
  const { lines, fontSize } = fitText(siteName, measureBold, TEXT_WIDTH - 74, 1, [30, 27, 24]);
  return text(lines[0] ?? '', TEXT_LEFT + 66, 78 + fontSize * 0.36, fontSize, 700, PAPER);
}

function titleBlock(card: OgCard): string {
  const title = fitText(card.title, measureBold, TEXT_WIDTH, 4, TITLE_SIZES);
  const subtitle =
    card.subtitle === null
      ? { lines: [], fontSize: 0 }
      : fitText(card.subtitle, measureMedium, TEXT_WIDTH, 2, [34, 31, 28]);
  const lineHeight = title.fontSize * 1.12;
  const pillHeight = 50;
  const gap = 28;
  const titleHeight = title.lines.length * lineHeight;
  const height =
    pillHeight + gap + titleHeight + subtitle.lines.length * subtitle.fontSize * 1.3 + gap / 2;
  const top = 366 - height / 2;
  const titleTop = top + pillHeight + gap;
  const pillWidth = measureBold(card.kicker) * 26 + 44;
  return (
    `<rect x="${TEXT_LEFT}" y="${Math.round(top)}" width="${Math.round(pillWidth)}" height="${pillHeight}" rx="25" fill="${card.palette.accent}"/>` +
    text(
      card.kicker,
      TEXT_LEFT + 22,
      top + 34,
      26,
      700,
      mix(card.palette.primary, '#05090c', 0.8),
    ) +
    title.lines
      .map((line, i) =>
        text(
          line,
          TEXT_LEFT,
          titleTop + title.fontSize * 0.84 + i * lineHeight,
          title.fontSize,
          700,
          PAPER,
        ),
      )
      .join('') +
    subtitle.lines
      .map((line, i) =>
        text(
          line,
          TEXT_LEFT,
          titleTop + titleHeight + gap / 2 + subtitle.fontSize * (0.9 + i * 1.3),
          subtitle.fontSize,
          500,
          PAPER,
        ),
      )
      .join('')
  );
}

function text(
  content: string,
  x: number,
  y: number,
  size: number,
  weight: number,
  colour: string,
): string {
  // `]]>` may not stand in the text of an XML element, so `>` is escaped as well.
  const escaped = content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<text x="${x}" y="${Math.round(y)}" font-family="Figtree" font-size="${size}" font-weight="${weight}" fill="${colour}">${escaped}</text>`;
}
