import { LISTING_KINDS } from '../contract/index.ts';
import { illustrationUrl } from '../illustrations/url.ts';
import { brandHead } from '../lib/brand-tokens.ts';
import { ogName } from '../lib/og-image.ts';
import { ogSubjects } from '../lib/og-subjects.ts';
import {
  categoryPath,
  kindPath,
  listingPath,
  organisationPath,
  placePath,
  storyPath,
} from '../lib/paths.ts';
import type { Content } from './content.ts';
import { embeddingPaths } from './feed-scopes.ts';
import { partCountOf, sitemapPartOf, sitemapPartTag, SITEMAP_PARTS_TAG } from './sitemap.ts';
import type { Tag } from './tags.ts';

/** Paths that come and go by the same changes. */
interface Section {
  /** Whether search engines should know them. */
  arePages: boolean;
  list: (content: Content) => Iterable<string>;
}

/** A section as it was listed last. */
interface Listed extends Section {
  paths: ReadonlySet<string>;
  /** What the list depends on. */
  tags: ReadonlySet<Tag>;
}

/** What became of the paths of a site. */
export interface PathsChange {
  added: ReadonlySet<string>;
  removed: ReadonlySet<string>;
}

/**
 * Everything that the site's routes answer: its pages, feeds, pictures and other files. After a
 * change, only those sections are listed anew that the change touches; most changes touch none.
 */
export class SitePaths {
  readonly #content: Content;
  readonly #sections: Listed[] = [];

  /** @param content - What the site shows. */
  constructor(content: Content) {
    this.#content = content;
    for (const section of content.region === null ? UMBRELLA_SECTIONS : REGION_SECTIONS) {
      this.#sections.push(this.#list(section));
    }
    this.#sections.push(this.#list(this.#sitemap));
  }

  /**
   * All paths.
   *
   * @yields A path of the site.
   */
  *[Symbol.iterator](): Generator<string> {
    for (const { paths } of this.#sections) yield* paths;
  }

  /**
   * The paths of pages, which the sitemap names.
   *
   * @yields A path that ends with a slash.
   */
  *pages(): Generator<string> {
    for (const { paths, arePages } of this.#sections) if (arePages) yield* paths;
  }

  /** Number of files that the sitemap is cut into. */
  get sitemapPartCount(): number {
    const pages = this.#sections.filter(({ arePages }) => arePages);
    return partCountOf(pages.reduce((sum, { paths }) => sum + paths.size, 0));
  }

  /** Whether the site has a path. */
  has(path: string): boolean {
    return this.#sections.some(({ paths }) => paths.has(path));
  }

  /** Lists anew what the changes of the content have touched, and touches what names these paths. */
  update(): PathsChange {
    const { tags } = this.#content;
    const added = new Set<string>();
    const removed = new Set<string>();
    const partCount = this.sitemapPartCount;
    for (const [index, before] of this.#sections.entries()) {
      if (!tags.hasTouched(before.tags)) continue;
      const after = this.#list(before);
      this.#sections[index] = after;
      const come = after.paths.difference(before.paths);
      const gone = before.paths.difference(after.paths);
      for (const path of come) added.add(path);
      for (const path of gone) removed.add(path);
      if (!before.arePages) continue;
      for (const path of [...come, ...gone]) {
        tags.touch(sitemapPartTag(sitemapPartOf(path, partCount)));
      }
      if (this.sitemapPartCount !== partCount) tags.touch(SITEMAP_PARTS_TAG);
    }
    for (const path of added.intersection(removed)) {
      added.delete(path);
      removed.delete(path);
    }
    return { added, removed };
  }

  #list(section: Section): Listed {
    const { result, tags } = this.#content.tags.trace(() => new Set(section.list(this.#content)));
    return { ...section, paths: result, tags };
  }

  /** Comes last, because it depends on how many pages there are. */
  readonly #sitemap: Section = {
    arePages: false,
    list: ({ tags }) => {
      tags.read(SITEMAP_PARTS_TAG);
      const parts = Array.from({ length: this.sitemapPartCount }, (_, part) => part);
      return ['/sitemap-index.xml', ...parts.map((part) => `/sitemap-${part}.xml`)];
    },
  };
}

/** Path in the site's folder of what a route answers. */
export function fileOfPath(path: string): string {
  if (path === '/404/') return '404.html';
  return path.endsWith('/') ? `${path.slice(1)}index.html` : path.slice(1);
}

function pages(list: Section['list']): Section {
  return { arePages: true, list };
}

function files(list: Section['list']): Section {
  return { arePages: false, list };
}

function* viewsOf(folder: string, params: Iterable<string | undefined>): Generator<string> {
  for (const param of params) yield param === undefined ? folder : `${folder}${param}/`;
}

const OWN_PAGES = pages((content) => [
  '/',
  '/suche/',
  ...content.pages.map(({ slug }) => `/${slug}/`),
]);

const OWN_FILES = files(({ categories, colours }) => [
  '/404/',
  '/robots.txt',
  '/favicon.svg',
  '/manifest.webmanifest',
  '/.well-known/security.txt',
  brandHead(colours).cssPath,
  ...categories.all.map(({ key }) => illustrationUrl(key, colours)),
]);

const PICTURES = files((content) =>
  ogSubjects(content).map((subject) => `/og/${ogName(content, subject)}.png`),
);

const UMBRELLA_SECTIONS: readonly Section[] = [OWN_PAGES, OWN_FILES, PICTURES];

const REGION_SECTIONS: readonly Section[] = [
  OWN_PAGES,
  pages(({ categories, places }) => [
    '/einstellen/',
    '/einbetten/',
    '/kategorien/',
    ...categories.all.map(categoryPath),
    '/orte/',
    ...places.all.map(placePath),
  ]),
  pages(({ organisations }) => viewsOf('/organisationen/', organisations.pages.params)),
  pages(({ organisations }) => organisations.addresses.map(organisationPath)),
  pages(({ stories }) => viewsOf('/erfolge/', stories.pages.params)),
  pages(({ stories }) => stories.addresses.map(storyPath)),
  ...LISTING_KINDS.map((kind) => pages(({ lists }) => viewsOf(kindPath(kind), lists.params(kind)))),
  pages(({ listings }) => listings.addresses.map(listingPath)),
  OWN_FILES,
  files((content) => ['/rss.xml', '/erfolge/rss.xml', ...embeddingPaths(content)]),
  PICTURES,
];
