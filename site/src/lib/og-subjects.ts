import { type Category, type SuccessStory } from '../contract/index.ts';
import { ogName, type OgContent, type OgSubject } from './og-image.ts';

/** What the pictures of a whole site are made from. */
interface OgSite extends OgContent {
  categories: OgContent['categories'] & { top: readonly Category[] };
  stories: {
    all: readonly SuccessStory[];
    findBySlug: (slug: string) => SuccessStory | undefined;
  };
}

/**
 * Everything on a site that has a preview picture of its own. Their number does not grow with the
 * listings: the home page, each kind and category of the first level, and each success story.
 */
export function ogSubjects(site: OgSite): OgSubject[] {
  if (site.region === null) return [{ type: 'home' }];
  return [
    ...generalSubjects(site),
    ...site.stories.all.map((story): OgSubject => ({ type: 'story', story })),
  ];
}

function generalSubjects(site: OgSite): OgSubject[] {
  return [
    { type: 'home' },
    ...site.categories.top.flatMap((category): OgSubject[] => [
      { type: 'category', kind: 'offer', category },
      { type: 'category', kind: 'request', category },
    ]),
  ];
}

/** What a story's picture is called, see {@link ogName}. */
const STORY_NAME = /^erfolge-(.+)\.[0-9a-f]+$/;

/**
 * The subject whose picture has a name (see {@link ogName}), if the site has it as it is now. A
 * story is asked for by its address, so that the pictures of all others do not depend on it.
 */
export function ogSubjectOf(site: OgSite, name: string): OgSubject | undefined {
  const slug = STORY_NAME.exec(name)?.[1];
  const story = slug === undefined ? undefined : site.stories.findBySlug(slug);
  const subjects: OgSubject[] =
    story === undefined ? generalSubjects(site) : [{ type: 'story', story }];
  return subjects.find((subject) => ogName(site, subject) === name);
}
