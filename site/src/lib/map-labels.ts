import type { Point } from './map-cells.ts';

/** A name on a map: where its text is anchored. */
export interface MapLabel extends Point {
  text: string;
  anchor: 'start' | 'middle' | 'end';
  /** Whether there is no room for it among the others. */
  isCrowded: boolean;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Size of the text, in units of the map; `search-map.css` says the same. */
const LINE = 13;
/** Mean width of a letter; rather too wide than too narrow. */
const LETTER = 6.2;
const SPACE = 3;

/**
 * Places names beside their circles without covering another one or a circle.
 * The first in the order has the first choice; what is not in it gets no room.
 */
export function labelsFor(
  { width, height, places }: { width: number; height: number; places: readonly Point[] },
  names: readonly string[],
  radii: readonly number[],
  order: readonly number[],
): MapLabel[] {
  const taken: Box[] = places.map((place, index) => around(place, radii[index] ?? 0));
  const labels = places.map((place, index): MapLabel => {
    const [below] = positions(place, radii[index] ?? 0);
    return {
      x: place.x,
      y: place.y,
      anchor: 'middle',
      ...below,
      text: names[index] ?? '',
      isCrowded: true,
    };
  });
  const isFree = (box: Box) =>
    box.left >= 0 &&
    box.right <= width &&
    box.top >= 0 &&
    box.bottom <= height &&
    !taken.some((other) => overlaps(box, other));
  for (const index of order) {
    const [place, label] = [places[index], labels[index]];
    if (place === undefined || label === undefined) continue;
    const position = positions(place, radii[index] ?? 0).find((one) =>
      isFree(boxOf({ ...label, ...one })),
    );
    if (position === undefined) continue;
    labels[index] = { ...label, ...position, isCrowded: false };
    taken.push(boxOf({ ...label, ...position }));
  }
  return labels;
}

/** Below, above, right and left of the circle, the best first. `y` is the middle of the text. */
function positions({ x, y }: Point, radius: number): Pick<MapLabel, 'x' | 'y' | 'anchor'>[] {
  const away = radius + SPACE;
  return [
    { x, y: y + away + LINE / 2, anchor: 'middle' },
    { x, y: y - away - LINE / 2, anchor: 'middle' },
    { x: x + away, y, anchor: 'start' },
    { x: x - away, y, anchor: 'end' },
  ];
}

function boxOf({ text, x, y, anchor }: Omit<MapLabel, 'isCrowded'>): Box {
  const width = text.length * LETTER;
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - LINE / 2, bottom: y + LINE / 2 };
}

function around({ x, y }: Point, radius: number): Box {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
