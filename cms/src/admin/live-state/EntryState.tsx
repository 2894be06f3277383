import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { type EntryAnswer, type EntrySite } from '../../live-state/answers';
import { ENTRY_WORDS } from './entry-words';
import { StateLine } from './StateLine';
import { useEntryState } from './use-entry-state';

/** An entry on more sites than this is told in sum where all is well. */
const MOST_SITES_IN_FULL = 3;

interface Props {
  uid: string;
  documentId: string;
  /** Only states and links, for small screens. */
  isShort?: boolean;
}

/** Where an entry stands on the sites, told again whenever it changes. */
export function EntryState({ uid, documentId, isShort = false }: Props) {
  const { entry, isStale } = useEntryState(uid, documentId);
  return (
    <Flex
      direction="column"
      alignItems="stretch"
      gap={3}
      width="100%"
      role="status"
      aria-live="polite"
    >
      {entry === undefined ? (
        <Typography textColor="neutral600">
          {isStale ? 'Der Stand ist gerade nicht zu erfahren.' : 'Der Stand wird geladen …'}
        </Typography>
      ) : (
        <Sites entry={entry} isShort={isShort} />
      )}
      {entry !== undefined && isStale && (
        <StateLine tone="warning">
          Das CMS antwortet nicht. Was hier steht, kann überholt sein.
        </StateLine>
      )}
    </Flex>
  );
}

function Sites({ entry, isShort }: { entry: EntryAnswer; isShort: boolean }) {
  const { sites, hasNewerDraft } = entry;
  const isMany = sites.length > MOST_SITES_IN_FULL;
  const live = sites.filter(({ state }) => state === 'live');
  const inFull = isMany ? sites.filter(({ state }) => state !== 'live') : sites;
  return (
    <>
      {isMany && live.length > 0 && (
        <StateLine tone="good">{`Live auf ${live.length} von ${sites.length} Websites`}</StateLine>
      )}
      {inFull.map((site) => (
        <Site key={site.region} site={site} isNamed={sites.length > 1} isShort={isShort} />
      ))}
      {hasNewerDraft && !isShort && (
        <Typography variant="pi" textColor="neutral700">
          Die Website zeigt die veröffentlichte Fassung. Ihre späteren Änderungen sind dort noch
          nicht zu sehen.
        </Typography>
      )}
    </>
  );
}

interface SiteProps {
  site: EntrySite;
  isNamed: boolean;
  isShort: boolean;
}

function Site({ site, isNamed, isShort }: SiteProps) {
  const { tone, title, text } = ENTRY_WORDS[site.state];
  const name = isNamed && site.state !== 'live' ? `${site.regionName}: ` : '';
  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      <StateLine tone={tone}>{`${name}${title(site)}`}</StateLine>
      {site.reasons.length > 0 && (
        <Box tag="ul" paddingLeft={4} style={{ listStyle: 'disc' }}>
          {site.reasons.map((reason) => (
            <Typography key={reason} tag="li" variant="pi" textColor="neutral800">
              {reason}
            </Typography>
          ))}
        </Box>
      )}
      {!isShort && text !== undefined && (
        <Typography variant="pi" textColor="neutral700">
          {text(site)}
        </Typography>
      )}
      {site.url !== null && (
        <Link href={site.url} isExternal>
          Auf der Website ansehen
        </Link>
      )}
    </Flex>
  );
}
