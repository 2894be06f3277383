import type { Organisation, SuccessStory } from '../contract/index.ts';
import { texts } from '../i18n/texts.ts';
import { formatNumber } from '../lib/numbers.ts';
import type { Content } from './content.ts';

/** A story that an organisation took part in. */
export interface Engagement {
  story: SuccessStory;
  /** Its part: `hat gegeben`. */
  part: string;
}

/** What an organisation gave and received, the given first; a story in which it did both counts as given. */
export function engagementsOf(content: Content, { documentId }: Organisation): Engagement[] {
  const given = content.stories.givenBy(documentId);
  const received = content.stories.receivedBy(documentId);
  const { gave, received: got } = texts.organisations;
  return [
    ...given.map((story) => ({ story, part: gave })),
    ...received.filter((story) => !given.includes(story)).map((story) => ({ story, part: got })),
  ];
}

/** The numbers of an organisation, without those that are zero. */
export function figuresOf(
  content: Content,
  { documentId }: Organisation,
): { label: string; value: string }[] {
  const { counts, organisations } = texts;
  const offers = content.listings.ofOrganisation('offer', documentId).length;
  const requests = content.listings.ofOrganisation('request', documentId).length;
  const gave = content.stories.givenBy(documentId).length;
  const received = content.stories.receivedBy(documentId).length;
  return [
    { label: offers === 1 ? counts.offers.one : counts.offers.many, value: offers },
    { label: requests === 1 ? counts.requests.one : counts.requests.many, value: requests },
    { label: organisations.gaveFigure, value: gave },
    { label: organisations.receivedFigure, value: received },
  ]
    .filter(({ value }) => value > 0)
    .map(({ label, value }) => ({ label, value: formatNumber(value) }));
}
