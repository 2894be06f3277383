import { de } from '../i18n/de.ts';
import type { FacetWords } from './search-facets.ts';

/** The words of the search's facets; slugs are those of the static lists wherever both exist. */
export const FACET_WORDS: FacetWords = {
  facets: {
    kind: 'Was',
    region: 'Region',
    category: de.facets.category.label,
    mode: de.facets.mode.label,
    price: 'Preis',
    place: de.facets.place.label,
    audience: de.facets.audience.label,
    organisationType: 'Einrichtung',
    status: 'Verfügbarkeit',
  },
  kind: {
    offer: { slug: de.kinds.offer.slug, label: de.kinds.offer.plural },
    request: { slug: de.kinds.request.slug, label: de.kinds.request.plural },
    organisation: { slug: 'organisationen', label: 'Organisationen' },
    'success-story': { slug: 'erfolge', label: 'Erfolge' },
  },
  mode: de.modes,
  price: { free: { slug: 'kostenlos', label: 'Kostenfrei' } },
  audience: de.audiences,
  organisationType: {
    company: { slug: 'unternehmen', label: de.organisationKinds.company },
    crafts: { slug: 'handwerk', label: de.organisationKinds.crafts },
    farm: { slug: 'landwirtschaft', label: de.organisationKinds.farm },
    healthcare: { slug: 'gesundheit', label: de.organisationKinds.healthcare },
    school: { slug: 'schule', label: de.organisationKinds.school },
    nonprofit: { slug: 'gemeinnuetzig', label: de.organisationKinds.nonprofit },
    association: { slug: 'verein', label: de.organisationKinds.association },
    municipality: { slug: 'kommune', label: de.organisationKinds.municipality },
    research: { slug: 'forschung', label: de.organisationKinds.research },
  },
  status: de.statuses,
};
