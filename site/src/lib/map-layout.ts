import type { Coordinates } from './distance.ts';
import { labelsFor, type MapLabel } from './map-labels.ts';
import { cellsOf, type Point } from './map-cells.ts';

/** A place on the map, in the units of its drawing. */
export interface MapPlace extends Point {
  /** Outline of the land that is nearer to it than to any other place. */
  cell: readonly Point[];
}

/** A drawing of places as they lie to each other. */
export interface MapLayout {
  width: number;
  height: number;
  places: readonly MapPlace[];
}

/** Units are CSS pixels where the map is as wide as a phone. */
const WIDTH = 320;
const TALLEST = 420;
const SHORTEST = 180;
/** Radius of the land around a place that has no neighbour there, and so the margin. */
const REACH = 37;
/** Wanted distance of two places: a fingertip hits the land around one and not the next. */
const GAP = 38;
const ROUNDS = 240;
/** Share of the way back to where it belongs that a place goes in each round. */
const PULL = 0.02;
const SMALLEST_RADIUS = 9;
const LARGEST_RADIUS = 17;

/**
 * Draws places without tiles and borders: each where it lies, but far enough from the next one to
 * be touched, and around it its share of the land.
 */
export function layOutMap(places: readonly Coordinates[]): MapLayout {
  const { points, width, height } = project(places);
  const gap = Math.min(GAP, 0.8 * Math.sqrt((width * height) / Math.max(1, points.length)));
  const apart = pushApart(points, gap, width, height);
  const cells = cellsOf(apart, REACH);
  return {
    width,
    height,
    places: apart.map((point, index) => ({ ...point, cell: cells[index] ?? [] })),
  };
}

/** Radius of the circle that stands for a number of hits; its area grows with them. */
export function circleRadius(count: number, most: number): number {
  const share = Math.sqrt(count / Math.max(1, most));
  return SMALLEST_RADIUS + (LARGEST_RADIUS - SMALLEST_RADIUS) * share;
}

/** Where names can stand so that none covers another one or a circle, see {@link labelsFor}. */
export function layOutLabels(
  layout: MapLayout,
  names: readonly string[],
  radii: readonly number[],
  order: readonly number[],
): MapLabel[] {
  return labelsFor(layout, names.map(shortName), radii, order);
}

/** `Werder (Havel)` is `Werder` on a map. */
function shortName(name: string): string {
  return name.replace(/\s*[(/].*$/, '');
}

/** Degrees to units, north up, as large as fits. */
function project(places: readonly Coordinates[]) {
  const middle = average(places.map(({ latitude }) => latitude));
  const shrink = Math.cos((middle * Math.PI) / 180);
  const flat = places.map(({ latitude, longitude }) => ({ x: longitude * shrink, y: -latitude }));
  const [left, right] = range(flat.map(({ x }) => x));
  const [top, bottom] = range(flat.map(({ y }) => y));
  const scale = Math.min(
    (WIDTH - 2 * REACH) / Math.max(right - left, 1e-6),
    (TALLEST - 2 * REACH) / Math.max(bottom - top, 1e-6),
  );
  const drawnHeight = (bottom - top) * scale + 2 * REACH;
  const height = Math.round(Math.max(SHORTEST, drawnHeight));
  const points = flat.map(({ x, y }) => ({
    x: WIDTH / 2 + (x - (left + right) / 2) * scale,
    y: height / 2 + (y - (top + bottom) / 2) * scale,
  }));
  return { points, width: WIDTH, height };
}

function pushApart(points: readonly Point[], gap: number, width: number, height: number): Point[] {
  const moved = points.map(({ x, y }) => ({ x, y }));
  for (let round = 0; round < ROUNDS; round += 1) {
    // The last rounds only part what is too near.
    const pull = round < ROUNDS / 2 ? PULL : 0;
    for (const [index, point] of moved.entries()) {
      const home = points[index] ?? point;
      for (const other of moved.slice(index + 1)) part(point, other, gap, index);
      point.x = within(point.x + (home.x - point.x) * pull, width);
      point.y = within(point.y + (home.y - point.y) * pull, height);
    }
  }
  return moved;
}

/** Moves two points away from each other until there is a gap. */
function part(a: { x: number; y: number }, b: { x: number; y: number }, gap: number, turn: number) {
  const distance = Math.hypot(b.x - a.x, b.y - a.y);
  if (distance >= gap) return;
  // Two that lie on one another part in some direction, always the same.
  const [x, y] =
    distance < 1e-3
      ? [Math.cos(turn), Math.sin(turn)]
      : [(b.x - a.x) / distance, (b.y - a.y) / distance];
  const step = (gap - distance) / 2;
  a.x -= x * step;
  a.y -= y * step;
  b.x += x * step;
  b.y += y * step;
}

function within(value: number, size: number): number {
  return Math.min(Math.max(value, REACH), size - REACH);
}

function range(numbers: readonly number[]): [number, number] {
  return numbers.length === 0 ? [0, 0] : [Math.min(...numbers), Math.max(...numbers)];
}

function average(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
}
