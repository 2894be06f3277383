import type { Municipality } from '../contract/index.ts';
import { distanceKm } from '../lib/distance.ts';
import { need, uniqueBy } from './index-of.ts';

/** A municipality and how far away it is. */
export interface NearbyPlace {
  municipality: Municipality;
  /** As the crow flies, in kilometres. */
  distanceKm: number;
}

/** The municipalities of a region, and how they lie to each other. */
export class Places {
  /** By name, in German order. */
  readonly all: readonly Municipality[];
  readonly #byId: ReadonlyMap<string, Municipality>;
  readonly #bySlug: ReadonlyMap<string, Municipality>;
  readonly #nearby = new Map<string, readonly NearbyPlace[]>();

  constructor(municipalities: readonly Municipality[]) {
    this.all = municipalities.toSorted((a, b) => a.name.localeCompare(b.name, 'de'));
    this.#byId = uniqueBy(this.all, ({ documentId }) => documentId, 'document id');
    this.#bySlug = uniqueBy(this.all, ({ slug }) => slug, 'address of a place');
  }

  /** The municipality with a document id. */
  get(id: string): Municipality {
    return need(this.#byId.get(id), `the municipality ${id}`);
  }

  /** The municipality with an address. */
  bySlug(slug: string): Municipality {
    return need(this.#bySlug.get(slug), `a municipality with the address ${slug}`);
  }

  /** All municipalities by distance from one of them, which comes first. */
  nearby(id: string): readonly NearbyPlace[] {
    let places = this.#nearby.get(id);
    if (places === undefined) {
      const here = this.get(id);
      places = this.all
        .map((municipality) => ({ municipality, distanceKm: distanceKm(here, municipality) }))
        .sort((a, b) => a.distanceKm - b.distanceKm);
      this.#nearby.set(id, places);
    }
    return places;
  }

  /** Distance between two municipalities as the crow flies, in kilometres. */
  distance(fromId: string, toId: string): number {
    return distanceKm(this.get(fromId), this.get(toId));
  }
}
