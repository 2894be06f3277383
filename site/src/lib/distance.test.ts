import { describe, expect, it } from 'vitest';
import { distanceKm, formatDistance } from './distance.ts';

const badBelzig = { latitude: 52.1422, longitude: 12.5956 };
const beelitz = { latitude: 52.2381, longitude: 12.9714 };

describe('distanceKm', () => {
  it('agrees with the map', () => {
    expect(distanceKm(badBelzig, beelitz)).toBeCloseTo(27.7, 0);
  });

  it('is the same in both directions and zero at home', () => {
    expect(distanceKm(badBelzig, beelitz)).toBe(distanceKm(beelitz, badBelzig));
    expect(distanceKm(beelitz, beelitz)).toBe(0);
  });

  it('survives the far side of the earth', () => {
    expect(distanceKm({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 })).toBeCloseTo(
      20015.1,
      0,
    );
  });
});

it('says distances in whole kilometres', () => {
  expect(formatDistance(0)).toBe('im selben Ort');
  expect(formatDistance(27.77)).toBe('28 km');
});
