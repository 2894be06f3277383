import { Flex, LinkButton } from '@strapi/design-system';
import { Link } from 'react-router-dom';

const CONTENT = '/content-manager/collection-types';

const TASKS = [
  ['Neues Angebot oder Gesuch', `${CONTENT}/api::listing.listing/create`],
  ['Neue Erfolgsgeschichte', `${CONTENT}/api::success-story.success-story/create`],
  ['Neue Organisation', `${CONTENT}/api::organisation.organisation/create`],
  ['Angebote und Gesuche prüfen', `${CONTENT}/api::listing.listing`],
  ['Bilder beschreiben', '/plugins/upload'],
] as const;

/** What editors do most, one click away on the home page. */
export function QuickTasks() {
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      {TASKS.map(([label, to]) => (
        <LinkButton key={to} tag={Link} to={to} variant="tertiary" size="L">
          {label}
        </LinkButton>
      ))}
    </Flex>
  );
}
