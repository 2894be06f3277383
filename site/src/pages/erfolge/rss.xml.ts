import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { loadContent } from '../../content/index.ts';
import { texts } from '../../i18n/texts.ts';
import { storyPath } from '../../lib/paths.ts';
import { rssDate } from '../../lib/rss-date.ts';

const ITEMS = 20;

export const GET: APIRoute = () => {
  const { siteName, origins, stories } = loadContent();
  return rss({
    title: `${texts.feeds.stories} – ${siteName}`,
    description: texts.stories.lead,
    site: origins.site,
    customData: '<language>de</language>',
    items: stories.newest(ITEMS).map((story) => ({
      title: story.title,
      link: storyPath(story),
      description: story.teaser,
      pubDate: rssDate(story.publishedOn),
    })),
  });
};
