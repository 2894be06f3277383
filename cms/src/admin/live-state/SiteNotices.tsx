import { Box, Flex, Typography } from '@strapi/design-system';
import { type ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { type EntryLink, type SiteAnswer } from '../../live-state/answers';
import { ConfirmedButton } from './ConfirmedButton';
import { momentText } from './times';

interface Props {
  site: SiteAnswer;
  mayCommand: boolean;
}

/** What somebody has to know or to decide about a site. */
export function SiteNotices({ site, mayCommand }: Props) {
  return (
    <>
      {site.pinnedRelease !== null && mayCommand && (
        <Box>
          <ReturnButton site={site} />
        </Box>
      )}
      {site.refusal !== null && <Refusal site={site} mayCommand={mayCommand} />}
      {site.lastError !== null && <Reasons reasons={[site.lastError]} />}
      <Waiting site={site} />
      <Quarantine site={site} />
    </>
  );
}

function ReturnButton({ site: { name, region } }: { site: SiteAnswer }) {
  return (
    <ConfirmedButton
      label="Zur aktuellen Fassung zurückkehren"
      title="Zur aktuellen Fassung zurückkehren?"
      done={`${name} kehrt zur aktuellen Fassung zurück.`}
      region={region}
      command={{ name: 'unpin', body: {} }}
      variant="secondary"
    >
      Die Website zeigt danach wieder alles, was veröffentlicht ist, auch das, was in der
      Zwischenzeit dazugekommen ist.
    </ConfirmedButton>
  );
}

function Refusal({ site: { name, region, refusal }, mayCommand }: Props) {
  if (refusal === null) return null;
  return (
    <Part title="Warum die Prüfung das abgelehnt hat">
      <Reasons reasons={refusal.problems} />
      {refusal.mayAccept && mayCommand && (
        <ConfirmedButton
          label="Trotzdem veröffentlichen"
          title="Trotzdem veröffentlichen?"
          done={`${name} wird veröffentlicht.`}
          region={region}
          command={{ name: 'accept-loss', body: { revision: refusal.revision } }}
          variant="danger-light"
        >
          {`Die Website verliert dann viele Seiten: ${refusal.problems.join(' ')} Wenn das nicht ` +
            'gewollt ist, brechen Sie ab und veröffentlichen Sie die fehlenden Einträge wieder.'}
        </ConfirmedButton>
      )}
    </Part>
  );
}

function Waiting({ site: { waiting, waitingCount } }: { site: SiteAnswer }) {
  if (waiting.length === 0) return null;
  const rest = waitingCount - waiting.length;
  return (
    <Part title={waitingCount === 1 ? '1 Änderung wartet' : `${waitingCount} Änderungen warten`}>
      <List>
        {waiting.map((entry) => (
          <Typography key={entry.documentId} tag="li" variant="pi">
            <EntryName entry={entry} />
            {`, ${entry.isRemoval ? 'zurückgezogen' : 'veröffentlicht'} ${momentText(entry.at)}`}
          </Typography>
        ))}
        {rest > 0 && <Typography tag="li" variant="pi">{`und ${rest} weitere`}</Typography>}
      </List>
    </Part>
  );
}

function Quarantine({ site: { quarantine } }: { site: SiteAnswer }) {
  if (quarantine.length === 0) return null;
  const count = quarantine.length;
  return (
    <Part title={count === 1 ? '1 Eintrag zurückgestellt' : `${count} Einträge zurückgestellt`}>
      <List>
        {quarantine.map((entry) => (
          <Typography key={`${entry.uid} ${entry.documentId}`} tag="li" variant="pi">
            <EntryName entry={entry} />
            {`: ${entry.problems.join(' ')}`}
          </Typography>
        ))}
      </List>
    </Part>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      <Typography variant="pi" fontWeight="bold" tag="h4">
        {title}
      </Typography>
      {children}
    </Flex>
  );
}

function Reasons({ reasons }: { reasons: readonly string[] }) {
  return (
    <List>
      {reasons.map((reason) => (
        <Typography key={reason} tag="li" variant="pi">
          {reason}
        </Typography>
      ))}
    </List>
  );
}

function List({ children }: { children: ReactNode }) {
  return (
    <Box tag="ul" paddingLeft={4} style={{ listStyle: 'disc' }}>
      {children}
    </Box>
  );
}

function EntryName({ entry: { uid, documentId, title } }: { entry: EntryLink }) {
  if (uid === null) return <>{title}</>;
  return (
    <Typography
      tag={Link}
      to={`/content-manager/collection-types/${uid}/${documentId}`}
      variant="pi"
      fontWeight="semiBold"
      textColor="primary600"
    >
      {title}
    </Typography>
  );
}
