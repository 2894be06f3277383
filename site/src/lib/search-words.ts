import { de } from '../i18n/de.ts';
import type { FacetWords } from './search-facets.ts';

/** The words of the search's facets; slugs are those of the static lists wherever both exist. */
export const FACET_WORDS: FacetWords = {
  facets: {
    kind: 'Was',
    category: de.facets.category.label,
    mode: de.facets.mode.label,
    place: de.facets.place.label,
    audience: de.facets.audience.label,
    status: 'Verfügbarkeit',
  },
  kind: {
    offer: { slug: de.kinds.offer.slug, label: de.kinds.offer.plural },
    request: { slug: de.kinds.request.slug, label: de.kinds.request.plural },
    organisation: { slug: 'organisationen', label: 'Organisationen' },
    'success-story': { slug: 'erfolge', label: 'Erfolge' },
  },
  mode: de.modes,
  audience: de.audiences,
  status: de.statuses,
};
