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
    { type: 'home' },
    ...site.categories.top.flatMap((category): OgSubject[] => [
      { type: 'category', kind: 'offer', category },
      { type: 'category', kind: 'request', category },
    ]),
    ...site.stories.all.map((story): OgSubject => ({ type: 'story', story })),
  ];
}

const subjectsByName = new WeakMap<OgSite, ReadonlyMap<string, OgSubject>>();

/** The subject whose picture has a name (see {@link ogName}), if the site has it as it is now. */
export function ogSubjectOf(site: OgSite, name: string): OgSubject | undefined {
  let byName = subjectsByName.get(site);
  if (byName === undefined) {
    byName = new Map(ogSubjects(site).map((subject) => [ogName(site, subject), subject]));
    subjectsByName.set(site, byName);
  }
  return byName.get(name);
}
