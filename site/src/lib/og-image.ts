import { createHash } from 'node:crypto';
import { type Palette } from '../illustrations/index.ts';
import { type Category, type Listing, type Region, type SuccessStory } from '../contract/index.ts';
import { OG_SIZE, ogSvg, type OgCard } from './og-layout.ts';

/** What a preview picture is about. There is none per listing: a listing shows its category's. */
export type OgSubject =
  | { type: 'home' }
  | { type: 'category'; kind: Listing['kind']; category: Category }
  | { type: 'story'; story: Pick<SuccessStory, 'slug' | 'title' | 'listings'> };

/** What the pictures need to know of a site. The content store of a build has it all. */
export interface OgContent {
  region: Pick<Region, 'name' | 'tagline'> | null;
  colours: Palette;
  siteName: string;
  categories: { get: (id: string) => Category; topOf: (category: Category) => Category };
  listings: { get: (id: string) => Pick<Listing, 'category'> };
}

/** A preview picture as pages refer to it. */
export interface OgImage {
  /** Path on the site; changes with the picture. */
  url: string;
  /** In pixels. */
  width: number;
  height: number;
  alt: string;
}

const KINDS = {
  offer: { title: 'Angebote', path: 'angebote' },
  request: { title: 'Gesuche', path: 'gesuche' },
} as const;

/**
 * The preview picture that social networks and messengers show for a page. Categories of the
 * second level share the picture of the first.
 */
export function ogImage(content: OgContent, subject: OgSubject): OgImage {
  const card = cardOf(content, subject);
  return {
    url: `/og/${ogName(content, subject)}.png`,
    width: OG_SIZE.width,
    height: OG_SIZE.height,
    alt: `${card.kicker}: ${card.title} – ${card.siteName}`,
  };
}

const names = new Map<string, string>();
const MOST_NAMES = 10_000;

/**
 * The route parameter of a subject's picture: its file name without `.png`. Found once for each
 * picture, because every listing of a category asks for the same.
 */
export function ogName(content: OgContent, subject: OgSubject): string {
  const card = cardOf(content, subject);
  const base = baseName(content, subject);
  const key = `${base} ${JSON.stringify(card)}`;
  const known = names.get(key);
  if (known !== undefined) return known;
  const name = `${base}.${hashOf(ogSvg(card))}`;
  if (names.size >= MOST_NAMES) names.clear();
  names.set(key, name);
  return name;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

/** The drawing that a subject's picture is rendered from. */
export function ogImageSvg(content: OgContent, subject: OgSubject): string {
  return ogSvg(cardOf(content, subject));
}

function baseName({ categories }: OgContent, subject: OgSubject): string {
  switch (subject.type) {
    case 'home':
      return 'start';
    case 'category':
      return `${KINDS[subject.kind].path}-${categories.topOf(subject.category).slug}`;
    case 'story':
      return `erfolge-${subject.story.slug}`;
  }
}

function cardOf(content: OgContent, subject: OgSubject): OgCard {
  const { region, colours, siteName } = content;
  const palette = { primary: colours.primary, accent: colours.accent };
  switch (subject.type) {
    case 'home':
      return {
        palette,
        siteName: 'starkeRegion',
        kicker: region === null ? 'Das Netzwerk der Regionen' : 'Teilen, leihen, weitergeben',
        title: region === null ? 'Nutzen, was da ist' : region.name,
        subtitle: region?.tagline.de ?? null,
        categoryKey: 'home',
      };
    case 'category': {
      const category = content.categories.topOf(subject.category);
      const { title } = KINDS[subject.kind];
      const categoryKey = category.key;
      return {
        palette,
        siteName,
        kicker: title,
        title: category.name.de,
        subtitle: null,
        categoryKey,
      };
    }
    case 'story':
      return {
        palette,
        siteName,
        kicker: 'Erfolgsgeschichte',
        title: subject.story.title,
        subtitle: null,
        categoryKey: storyCategoryKey(content, subject.story.listings),
      };
  }
}

/** A story shows what its first listing that is still on the site was about. */
function storyCategoryKey({ listings, categories }: OgContent, ids: readonly string[]): string {
  const [first] = ids;
  return first === undefined ? 'story' : categories.get(listings.get(first).category).key;
}
