import { Box, Flex, TextButton, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { type ReleaseAnswer, type SiteAnswer } from '../../live-state/answers';
import { ConfirmedButton } from './ConfirmedButton';
import { countsText } from './site-words';
import { momentText } from './times';

interface Props {
  site: SiteAnswer;
  mayCommand: boolean;
}

/** As many as somebody looks for who has just made a mistake. */
const SHOWN_AT_FIRST = 3;

/** The kept releases of a site, the newest first, each with a way back to it. */
export function ReleaseList({ site, mayCommand }: Props) {
  const [isWhole, setIsWhole] = useState(false);
  const { releases } = site;
  if (releases.length === 0) return null;
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography variant="pi" fontWeight="bold" tag="h4">
        Letzte Stände
      </Typography>
      <Flex tag="ol" direction="column" alignItems="stretch" gap={2}>
        {releases.slice(0, isWhole ? releases.length : SHOWN_AT_FIRST).map((release) => (
          <Release key={release.releaseId} site={site} release={release} mayCommand={mayCommand} />
        ))}
      </Flex>
      {releases.length > SHOWN_AT_FIRST && (
        <TextButton onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? 'Weniger zeigen' : `Alle ${releases.length} Stände zeigen`}
        </TextButton>
      )}
    </Flex>
  );
}

function Release({ site, release, mayCommand }: Props & { release: ReleaseAnswer }) {
  const { builtAt, revision, counts, isLive } = release;
  return (
    <Flex tag="li" gap={4} justifyContent="space-between" alignItems="flex-start">
      <Flex direction="column" alignItems="flex-start">
        <Typography variant="pi" fontWeight="semiBold">
          {`${momentText(builtAt)}${isLive ? ' – online' : ''}`}
        </Typography>
        <Typography variant="pi" textColor="neutral600">
          {[`Revision ${revision}`, countsText(counts)].filter(Boolean).join(', ')}
        </Typography>
      </Flex>
      {mayCommand && !isLive && (
        <Box flex="0 0 auto">
          <RollbackButton site={site} release={release} />
        </Box>
      )}
    </Flex>
  );
}

function RollbackButton({ site, release }: { site: SiteAnswer; release: ReleaseAnswer }) {
  const moment = momentText(release.builtAt);
  const counts = countsText(release.counts);
  return (
    <ConfirmedButton
      label="Zurückrollen"
      accessibleLabel={`Auf den Stand von ${moment} zurückrollen`}
      title={`${site.name} zurückrollen?`}
      done={`${site.name} zeigt wieder den Stand von ${moment}.`}
      region={site.region}
      command={{ name: 'rollback', body: { releaseId: release.releaseId } }}
    >
      {`Die Website zeigt gleich wieder den Stand von ${moment}${counts === '' ? '' : ` (${counts})`}. ` +
        'Dabei bleibt es: Was Sie danach veröffentlichen, wartet, bis Sie „Zur aktuellen Fassung ' +
        'zurückkehren“ wählen. Die Einträge im CMS ändern sich nicht.'}
    </ConfirmedButton>
  );
}
