import type { Image, Snapshot } from '../contract/index.ts';

/** A picture of the snapshot whose file is not there. */
export interface MissingMedia {
  file: string;
  /** Type, document id and title of the document that shows it. */
  usedBy: string;
}

/** A snapshot that names only pictures which exist. */
export interface SnapshotWithMedia {
  snapshot: Snapshot;
  missingMedia: MissingMedia[];
}

/**
 * Takes out of a snapshot what has no file, so that a page shows its illustration instead of a hole.
 * A picture stays as long as one of its widths is there.
 *
 * @param snapshot - Stays as it is.
 * @param hasFile - Whether a rendition's file is there.
 */
export function withoutMissingMedia(
  snapshot: Snapshot,
  hasFile: (file: string) => boolean,
): SnapshotWithMedia {
  const missingMedia: MissingMedia[] = [];
  const keep = (image: Image | null, usedBy: string): Image | null => {
    if (image === null) return null;
    const [kept, missing] = partition(image.renditions, ({ file }) => hasFile(file));
    missingMedia.push(...missing.map(({ file }) => ({ file, usedBy })));
    return kept.length === 0 ? null : { ...image, renditions: kept };
  };
  const { region } = snapshot;
  const kept: Snapshot = {
    ...snapshot,
    region: region && {
      ...region,
      brand: {
        ...region.brand,
        logo: keep(region.brand.logo, nameOf(region, region.name)),
        cover: keep(region.brand.cover, nameOf(region, region.name)),
      },
      partners: region.partners.map((partner) => ({
        ...partner,
        logo: keep(partner.logo, nameOf(region, partner.name)),
      })),
    },
    organisations: snapshot.organisations.map((organisation) => ({
      ...organisation,
      logo: keep(organisation.logo, nameOf(organisation, organisation.name)),
    })),
    listings: snapshot.listings.map((listing) => ({
      ...listing,
      images: listing.images.flatMap((image) => keep(image, nameOf(listing, listing.title)) ?? []),
    })),
    stories: snapshot.stories.map((story) => ({
      ...story,
      cover: keep(story.cover, nameOf(story, story.title)),
    })),
    regionSummaries: snapshot.regionSummaries.map((summary) => ({
      ...summary,
      cover: keep(summary.cover, nameOf(summary, summary.region.name)),
    })),
  };
  return { snapshot: kept, missingMedia };
}

/** Every rendition that a snapshot names, each once, sorted. */
export function mediaFiles(snapshot: Snapshot): string[] {
  const images = [
    snapshot.region?.brand.logo,
    snapshot.region?.brand.cover,
    ...(snapshot.region?.partners.map(({ logo }) => logo) ?? []),
    ...snapshot.organisations.map(({ logo }) => logo),
    ...snapshot.listings.flatMap((listing) => listing.images),
    ...snapshot.stories.map(({ cover }) => cover),
    ...snapshot.regionSummaries.map(({ cover }) => cover),
  ];
  const files = images.flatMap((image) => image?.renditions.map(({ file }) => file) ?? []);
  return [...new Set(files)].sort();
}

function nameOf(document: { type: string; documentId: string }, title: string): string {
  return `${document.type} ${document.documentId} “${title}”`;
}

function partition<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}
