import { formatNumber } from './numbers.ts';

/** A place on the earth, WGS84, in degrees. */
export interface Coordinates {
  latitude: number;
  longitude: number;
}

/** Mean radius of the earth (IUGG), in kilometres. */
const EARTH_RADIUS_KM = 6371.0088;

/** Distance as the crow flies in kilometres (haversine). */
export function distanceKm(a: Coordinates, b: Coordinates): number {
  const halfLatitude = Math.sin(radians(b.latitude - a.latitude) / 2);
  const halfLongitude = Math.sin(radians(b.longitude - a.longitude) / 2);
  const chord =
    halfLatitude ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * halfLongitude ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** A distance between two municipalities in words, in whole kilometres. */
export function formatDistance(kilometres: number): string {
  return kilometres < 1 ? 'im selben Ort' : `${formatNumber(Math.round(kilometres))} km`;
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
