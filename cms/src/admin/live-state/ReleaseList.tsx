import { Flex, Typography } from '@strapi/design-system';
import { type ReleaseAnswer, type SiteAnswer } from '../../live-state/answers';
import { ConfirmedButton } from './ConfirmedButton';
import { countsText } from './site-words';
import { momentText } from './times';

interface Props {
  site: SiteAnswer;
  mayCommand: boolean;
}

/** The kept releases of a site, the newest first, each with a way back to it. */
export function ReleaseList({ site, mayCommand }: Props) {
  return (
    <Flex tag="ol" direction="column" alignItems="stretch" gap={2}>
      {site.releases.map((release) => (
        <Flex
          key={release.releaseId}
          tag="li"
          gap={2}
          justifyContent="space-between"
          alignItems="center"
          wrap="wrap"
        >
          <Flex direction="column" alignItems="flex-start">
            <Typography variant="pi" fontWeight="semiBold">
              {momentText(release.builtAt)}
              {release.isLive && ' – online'}
            </Typography>
            <Typography variant="pi" textColor="neutral600">
              {[`Stand ${release.revision}`, countsText(release.counts)].filter(Boolean).join(', ')}
            </Typography>
          </Flex>
          {mayCommand && !release.isLive && <RollbackButton site={site} release={release} />}
        </Flex>
      ))}
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
