import { Flex } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { createGlobalStyle } from 'styled-components';
import { type SiteAnswer } from '../../live-state/answers';
import { liveStateApi } from './api';
import { BUSY_STATES } from './entry-words';
import { SITE_WORDS } from './site-words';
import { SiteRow } from './SiteRow';
import { StateLine } from './StateLine';
import { usePollInterval } from './use-poll';

/** Name of the widget, of which Strapi makes the one in the style below. */
export const SITES_WIDGET = 'sites';

/** Up to here an editor sees everything at once; who has more regions unfolds them one by one. */
const MOST_UNFOLDED = 2;

/**
 * Strapi gives every widget the height of a short list and scrolls what is longer; this one grows,
 * and the one beside it stays at the top.
 */
const GrowingWidget = createGlobalStyle`
  [data-strapi-widget-id='plugin::portal.${SITES_WIDGET}'] main {
    height: auto;
    min-height: 261px;
    max-height: 72rem;
  }

  :has(> [data-strapi-widget-id]) {
    align-items: flex-start;
  }
`;

/** The state of all sites of whoever has signed in, on the home page. */
export function SitesWidget() {
  const { useQueryState, useQuerySubscription } = liveStateApi.endpoints.sites;
  const { data, isError } = useQueryState();
  const isBusy = data?.sites.some(({ state }) => BUSY_STATES.includes(state)) ?? false;
  useQuerySubscription(undefined, { pollingInterval: usePollInterval(isBusy) });

  if (data === undefined) return isError ? <Widget.Error /> : <Widget.Loading />;
  const { sites, mayCommand } = data;
  if (sites.length === 0) {
    return <Widget.NoData>Sie sind noch für keine Region eingetragen.</Widget.NoData>;
  }
  const isFolded = sites.length > MOST_UNFOLDED;
  return (
    <>
      <GrowingWidget />
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {isError && (
          <StateLine tone="warning">
            Das CMS antwortet nicht. Was hier steht, kann überholt sein.
          </StateLine>
        )}
        {(isFolded ? sites.toSorted(byNeedOfAttention) : sites).map((site) => (
          <SiteRow key={site.region} site={site} mayCommand={mayCommand} isFolded={isFolded} />
        ))}
      </Flex>
    </>
  );
}

/** What somebody should look at comes first; beyond that the order stays as it is. */
function byNeedOfAttention(a: SiteAnswer, b: SiteAnswer): number {
  return Number(needsAttention(b)) - Number(needsAttention(a));
}

function needsAttention({ state, quarantine }: SiteAnswer): boolean {
  return quarantine.length > 0 || ['bad', 'warning'].includes(SITE_WORDS[state].tone);
}
