import { createHash } from 'node:crypto';
import { type Category, type Listing, type Region, type SuccessStory } from '../contract/index.ts';
import { OG_SIZE, ogSvg, type OgCard } from './og-layout.ts';

/** What a preview picture is about. There is none per listing: a listing shows its category's. */
export type OgSubject =
  | { type: 'home' }
  | {
      type: 'category';
      kind: Listing['kind'];
      /** A category of the first level. */
      category: Pick<Category, 'key' | 'slug' | 'name'>;
    }
  | {
      type: 'story';
      story: Pick<SuccessStory, 'slug' | 'title'>;
      /** Key of the category that the story is mostly about, if known. */
      categoryKey: string | null;
    };

/** A preview picture as pages refer to it. */
export interface OgImage {
  /** Path on the site; changes with the picture. */
  url: string;
  /** In pixels. */
  width: number;
  height: number;
  alt: string;
}

type OgRegion = Pick<Region, 'name' | 'tagline' | 'brand'>;

const UMBRELLA_PALETTE = { primary: '#124e66', accent: '#f2a900' };
const KINDS = { offer: 'Angebote', request: 'Gesuche' } as const;

/**
 * The preview picture that social networks and messengers show for a page.
 *
 * @param region - The region of the site; null on the umbrella site.
 */
export function ogImage(region: OgRegion | null, subject: OgSubject): OgImage {
  const card = cardOf(region, subject);
  const hash = createHash('sha256').update(ogSvg(card)).digest('hex').slice(0, 8);
  return {
    url: `/og/${baseName(subject)}.${hash}.png`,
    width: OG_SIZE.width,
    height: OG_SIZE.height,
    alt: `${card.kicker}: ${card.title} – ${card.siteName}`,
  };
}

/** The SVG that {@link ogImage} is rendered from. */
export function ogImageSvg(region: OgRegion | null, subject: OgSubject): string {
  return ogSvg(cardOf(region, subject));
}

/** The route parameter of a subject's picture: its file name without `.png`. */
export function ogName(region: OgRegion | null, subject: OgSubject): string {
  return ogImage(region, subject).url.slice('/og/'.length, -'.png'.length);
}

function baseName(subject: OgSubject): string {
  if (subject.type === 'home') return 'start';
  if (subject.type === 'story') return `erfolge-${subject.story.slug}`;
  return `${subject.kind === 'offer' ? 'angebote' : 'gesuche'}-${subject.category.slug}`;
}

function cardOf(region: OgRegion | null, subject: OgSubject): OgCard {
  const palette = region?.brand ?? UMBRELLA_PALETTE;
  const site = {
    palette: { primary: palette.primary, accent: palette.accent },
    siteName: region === null ? 'starkeRegion' : `starkeRegion ${region.name}`,
  };
  switch (subject.type) {
    case 'home':
      return {
        ...site,
        siteName: 'starkeRegion',
        kicker: region === null ? 'Das Netzwerk der Regionen' : 'Teilen, leihen, weitergeben',
        title: region === null ? 'Nutzen, was da ist' : region.name,
        subtitle: region?.tagline.de ?? null,
        categoryKey: 'home',
      };
    case 'category':
      return {
        ...site,
        kicker: KINDS[subject.kind],
        title: subject.category.name.de,
        subtitle: null,
        categoryKey: subject.category.key,
      };
    case 'story':
      return {
        ...site,
        kicker: 'Erfolgsgeschichte',
        title: subject.story.title,
        subtitle: null,
        categoryKey: subject.categoryKey ?? 'story',
      };
  }
}
