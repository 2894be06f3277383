import { type Category, type SuccessStory } from '../contract/index.ts';
import { ogName, type OgContent, type OgSubject } from './og-image.ts';

/** What the pictures of a whole site are made from. */
interface OgSite extends OgContent {
  categories: OgContent['categories'] & { top: readonly Category[] };
  stories: { all: readonly SuccessStory[] };
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

/**
 * The subject whose picture has a name (see {@link ogName}), if the site has it as it is now. The
 * name begins with what it is of, so few subjects come into question.
 */
export function ogSubjectOf(site: OgSite, name: string): OgSubject | undefined {
  const story = site.stories.all.find(({ slug }) => name.startsWith(`erfolge-${slug}.`));
  const subjects: OgSubject[] =
    story === undefined ? generalSubjects(site) : [{ type: 'story', story }];
  return subjects.find((subject) => ogName(site, subject) === name);
}
