import rss from '@astrojs/rss';
import { rssDate } from './rss-date.ts';

interface Term {
  slug: string;
  name: string;
}

/** A listing as feeds tell of it. */
export interface FeedEntry {
  url: string;
  title: string;
  /** Plain text. */
  text: string;
  /** `YYYY-MM-DD`. */
  day: string;
  kind: Term;
  mode: Term;
  category: Term;
  /** Slug of the category of the first level. */
  parentCategory: string;
  place: Term;
  status: string;
  price: string;
  organisation: string;
}

type FeedFile = 'rss.xml' | 'atom.xml' | 'feed.json';

/** The newest listings of a region or of a part of it, the newest first. */
export interface Feed {
  title: string;
  description: string;
  siteName: string;
  /** Address of the page that shows the same. */
  home: string;
  /** Address of the feed in one of its forms. */
  addressOf: (file: FeedFile) => string;
  /** Day of the content, `YYYY-MM-DD`. */
  day: string;
  /** Colours of links on light and on dark. */
  colours: { light: string; dark: string };
  entries: readonly FeedEntry[];
}

/** As RSS 2.0. */
export function rssFeed(feed: Feed): Promise<Response> {
  return rss({
    title: feed.title,
    description: feed.description,
    site: feed.home,
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData:
      '<language>de</language>' +
      `<atom:link href="${escapeXml(feed.addressOf('rss.xml'))}" rel="self" type="application/rss+xml"/>`,
    items: feed.entries.map((entry) => ({
      title: titleOf(entry),
      link: entry.url,
      description: entry.text,
      pubDate: rssDate(entry.day),
      categories: [entry.category.name],
    })),
  });
}

/** As Atom, RFC 4287. */
export function atomFeed(feed: Feed): Response {
  const self = feed.addressOf('atom.xml');
  const entries = feed.entries.map((entry) =>
    element('entry', '', [
      element('id', '', [escapeXml(entry.url)]),
      element('title', '', [escapeXml(titleOf(entry))]),
      `<link href="${escapeXml(entry.url)}"/>`,
      element('updated', '', [timeOf(entry.day)]),
      element('published', '', [timeOf(entry.day)]),
      element('author', '', [element('name', '', [escapeXml(entry.organisation)])]),
      `<category term="${escapeXml(entry.category.slug)}" label="${escapeXml(entry.category.name)}"/>`,
      element('content', ' type="text"', [escapeXml(entry.text)]),
    ]),
  );
  const text = element('feed', ' xmlns="http://www.w3.org/2005/Atom" xml:lang="de"', [
    element('id', '', [escapeXml(self)]),
    element('title', '', [escapeXml(feed.title)]),
    element('subtitle', '', [escapeXml(feed.description)]),
    element('updated', '', [timeOf(feed.entries[0]?.day ?? feed.day)]),
    element('author', '', [element('name', '', [escapeXml(feed.siteName)])]),
    `<link rel="self" type="application/atom+xml" href="${escapeXml(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(feed.home)}"/>`,
    ...entries,
  ]);
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`, {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  });
}

/** As JSON Feed 1.1. What a list to embed shows beside the title is in `_starke_region`. */
export function jsonFeed(feed: Feed): Response {
  const body = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.addressOf('feed.json'),
    description: feed.description,
    language: 'de',
    authors: [{ name: feed.siteName, url: feed.home }],
    _starke_region: { colours: feed.colours },
    items: feed.entries.map((entry) => ({
      id: entry.url,
      url: entry.url,
      title: entry.title,
      content_text: entry.text,
      date_published: timeOf(entry.day),
      authors: [{ name: entry.organisation }],
      tags: [entry.kind.name, entry.mode.name, entry.category.name],
      _starke_region: {
        kind: entry.kind,
        mode: entry.mode,
        category: entry.category,
        parent_category: entry.parentCategory,
        place: entry.place,
        status: entry.status,
        price: entry.price,
      },
    })),
  };
  return new Response(`${JSON.stringify(body)}\n`, {
    headers: { 'content-type': 'application/feed+json; charset=utf-8' },
  });
}

/** A text as XML holds it, without the characters that XML forbids. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function element(name: string, attributes: string, content: readonly string[]): string {
  return `<${name}${attributes}>${content.join('')}</${name}>`;
}

function titleOf({ kind, title }: FeedEntry): string {
  return `${kind.name}: ${title}`;
}

function timeOf(day: string): string {
  return rssDate(day).toISOString();
}
