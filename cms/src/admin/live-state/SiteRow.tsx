import { Flex, IconButton, Link, Typography } from '@strapi/design-system';
import { ChevronDown, ChevronUp } from '@strapi/icons';
import { useId, useState } from 'react';
import { styled } from 'styled-components';
import { type SiteAnswer } from '../../live-state/answers';
import { ReleaseList } from './ReleaseList';
import { SITE_WORDS } from './site-words';
import { SiteNotices } from './SiteNotices';
import { StateLine } from './StateLine';

interface Props {
  site: SiteAnswer;
  mayCommand: boolean;
  /** Whether to show it in one line until somebody wants more. */
  isFolded: boolean;
}

const Row = styled(Flex)`
  &:not(:last-child) {
    border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
    padding-bottom: ${({ theme }) => theme.spaces[3]};
  }
`;

/** One site on the home page: its state, what needs attention, and its releases. */
export function SiteRow({ site, mayCommand, isFolded }: Props) {
  const [isOpen, setIsOpen] = useState(!isFolded);
  const id = useId();
  const { tone, title, text } = SITE_WORDS[site.state];
  const leftOut = site.quarantine.length;
  return (
    <Row tag="li" direction="column" alignItems="stretch" gap={3}>
      <Flex gap={2} justifyContent="space-between" alignItems="flex-start">
        <Flex
          direction={isFolded ? 'row' : 'column'}
          alignItems={isFolded ? 'center' : 'flex-start'}
          wrap="wrap"
          gap={isFolded ? 2 : 1}
          aria-live="polite"
        >
          <Typography variant="omega" fontWeight="bold" tag="h3">
            {site.name}
          </Typography>
          <StateLine tone={tone} variant="pi">
            {title(isOpen ? site : { ...site, publishToLiveMs: null })}
          </StateLine>
          {!isOpen && leftOut > 0 && (
            <StateLine tone="warning" variant="pi">{`${leftOut} zurückgestellt`}</StateLine>
          )}
        </Flex>
        <Flex gap={2} flex="0 0 auto">
          <Link href={site.url} isExternal>
            Ansehen
          </Link>
          {isFolded && (
            <IconButton
              variant="ghost"
              size="S"
              label={isOpen ? `${site.name}: weniger` : `${site.name}: mehr`}
              aria-expanded={isOpen}
              aria-controls={id}
              onClick={() => setIsOpen(!isOpen)}
            >
              {isOpen ? <ChevronUp /> : <ChevronDown />}
            </IconButton>
          )}
        </Flex>
      </Flex>
      {isOpen && (
        <Flex id={id} direction="column" alignItems="stretch" gap={3} paddingLeft={6}>
          {text !== undefined && <Typography variant="pi">{text}</Typography>}
          <SiteNotices site={site} mayCommand={mayCommand} />
          <ReleaseList site={site} mayCommand={mayCommand} />
        </Flex>
      )}
    </Row>
  );
}
