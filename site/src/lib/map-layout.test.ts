import { describe, expect, it } from 'vitest';
import { circleRadius, layOutLabels, layOutMap } from './map-layout.ts';

const at = (latitude: number, longitude: number) => ({ latitude, longitude });

const COUNTY = [
  at(52.1422, 12.5956),
  at(52.2381, 12.9714),
  at(52.4079, 13.2251),
  at(52.3922, 13.2167),
  at(52.4022, 13.264),
  at(52.2661, 12.2889),
];

const distance = (a: { x: number; y: number }, b: { x: number; y: number }) =>
  Math.hypot(a.x - b.x, a.y - b.y);

describe('layOutMap', () => {
  it('puts north up and east to the right', () => {
    const { places } = layOutMap(COUNTY);
    const [belzig, , kleinmachnow, , , ziesar] = places;
    expect(kleinmachnow?.y).toBeLessThan(belzig?.y ?? 0);
    expect(ziesar?.x).toBeLessThan(belzig?.x ?? 0);
  });

  it('parts places that lie close together, and stays inside', () => {
    const { places, width, height } = layOutMap(COUNTY);
    for (const [index, place] of places.entries()) {
      for (const other of places.slice(index + 1)) {
        expect(distance(place, other)).toBeGreaterThan(30);
      }
      expect(place.x).toBeGreaterThan(0);
      expect(place.x).toBeLessThan(width);
      expect(place.y).toBeGreaterThan(0);
      expect(place.y).toBeLessThan(height);
    }
  });

  it('gives each place the land that is nearer to it than to any other', () => {
    const { places } = layOutMap(COUNTY);
    for (const place of places) {
      expect(place.cell.length).toBeGreaterThan(2);
      for (const corner of place.cell) {
        const nearest = Math.min(...places.map((other) => distance(corner, other)));
        expect(distance(corner, place)).toBeLessThan(nearest + 0.01);
      }
    }
  });

  it.each([
    ['no place', []],
    ['one place', [at(52, 13)]],
    ['places on one spot', [at(52, 13), at(52, 13), at(52, 13)]],
    ['places on a line', [at(52, 13), at(52, 14), at(52, 15)]],
    [
      'a hundred places',
      Array.from({ length: 100 }, (_, n) => at(52 + (n % 10) / 20, 12 + n / 80)),
    ],
  ])('draws %s', (_, places) => {
    const layout = layOutMap(places);
    expect(layout.places).toHaveLength(places.length);
    for (const { x, y, cell } of layout.places) {
      expect([x, y, ...cell.flatMap((corner) => [corner.x, corner.y])].every(Number.isFinite)).toBe(
        true,
      );
    }
    const spots = new Set(layout.places.map(({ x, y }) => `${x} ${y}`));
    expect(spots.size).toBe(places.length);
  });

  it('is the same for the same places', () => {
    expect(layOutMap(COUNTY)).toEqual(layOutMap(COUNTY));
  });
});

describe('circleRadius', () => {
  it('grows with the hits, and less so for many', () => {
    expect(circleRadius(4, 16) - circleRadius(0, 16)).toBeCloseTo(
      circleRadius(16, 16) - circleRadius(4, 16),
    );
    expect(circleRadius(0, 0)).toBeGreaterThan(0);
  });
});

describe('layOutLabels', () => {
  const layout = layOutMap(COUNTY);
  const names = ['Bad Belzig', 'Beelitz', 'Kleinmachnow', 'Stahnsdorf', 'Teltow', 'Ziesar'];
  const radii = names.map(() => 12);
  const order = names.map((_, index) => index);

  it('shortens names', () => {
    const labels = layOutLabels(layout, ['Werder (Havel)', 'Wiesenburg/Mark'], radii, []);
    expect(labels.slice(0, 2).map(({ text }) => text)).toEqual(['Werder', 'Wiesenburg']);
  });

  it('gives the first of the order the choice, and none to what is left out', () => {
    const labels = layOutLabels(layout, names, radii, [4, 3, 2, 1, 0]);
    expect(labels[4]?.isCrowded).toBe(false);
    expect(labels[5]?.isCrowded).toBe(true);
  });

  it('hides a name that would cover others', () => {
    const crowded = {
      width: 100,
      height: 60,
      places: [1, 2, 3].map((n) => ({ x: 40 + n, y: 30, cell: [] })),
    };
    const labels = layOutLabels(crowded, ['Eins', 'Zwei', 'Drei'], [9, 9, 9], [0, 1, 2]);
    const shown = labels.filter(({ isCrowded }) => !isCrowded);
    const spots = new Set(shown.map(({ x, y }) => `${x} ${y}`));
    expect(shown.length).toBeGreaterThan(0);
    expect(spots.size).toBe(shown.length);
    expect(layOutLabels(layout, names, radii, order)).toHaveLength(names.length);
  });
});
