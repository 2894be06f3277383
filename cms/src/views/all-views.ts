import { listingView, priceView } from './listing-view';
import { contactView, organisationView } from './organisation-view';
import { pageView } from './page-view';
import { categoryView, municipalityView } from './place-views';
import { brandView, operatorView, partnerView, regionView } from './region-view';
import { figureView, quoteView, storyView } from './story-view';
import { type TypeView, type View } from './view';

export const TYPE_VIEWS: readonly TypeView[] = [
  listingView,
  organisationView,
  storyView,
  pageView,
  municipalityView,
  categoryView,
  regionView,
];

export const COMPONENT_VIEWS: readonly View[] = [
  priceView,
  contactView,
  quoteView,
  figureView,
  brandView,
  operatorView,
  partnerView,
];
