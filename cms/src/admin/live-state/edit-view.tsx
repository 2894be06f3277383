import { Box } from '@strapi/design-system';
import { type StrapiApp, useIsDesktop } from '@strapi/strapi/admin';
import { type ReactNode } from 'react';
import { useParams } from 'react-router-dom';
import { CONTENT_TYPES } from '../../domain/content-types';
import { EntryState } from './EntryState';

/** A box beside the form, as Strapi draws it. */
interface Panel {
  title: string;
  content: ReactNode;
}

/** What Strapi tells a box about the entry that is edited; without an id it is being created. */
interface PanelProps {
  model: string;
  documentId?: string;
  document?: object;
}

/** The parts of the content manager that the portal adds to; Strapi exports no types of them. */
interface ContentManager {
  apis: {
    addEditViewSidePanel: (
      change: (panels: ((props: PanelProps) => Panel | null)[]) => typeof panels,
    ) => void;
  };
  injectComponent: (
    page: string,
    zone: string,
    component: { name: string; Component: () => ReactNode },
  ) => void;
}

/** Adds the state of the entry to every form: beside it, or in the bar at the bottom of a phone. */
export function addStateToForms(app: StrapiApp): void {
  const contentManager = app.getPlugin('content-manager') as unknown as ContentManager;
  contentManager.apis.addEditViewSidePanel(([actions, ...others]) => [
    ...(actions === undefined ? [] : [actions]),
    StatePanel,
    ...others,
  ]);
  contentManager.injectComponent('editView', 'right-links', {
    name: 'portal-state',
    Component: StateInBar,
  });
}

function StatePanel({ model, documentId, document }: PanelProps): Panel | null {
  if (documentId === undefined || document === undefined || !isOnSites(model)) return null;
  return {
    title: 'Auf der Website',
    content: <EntryState uid={model} documentId={documentId} />,
  };
}

/** On a phone the boxes are out of sight until somebody pulls up the bar with the buttons. */
function StateInBar() {
  const { slug, id } = useParams();
  const isDesktop = useIsDesktop();
  if (isDesktop || slug === undefined || id === undefined || !isOnSites(slug)) return null;
  return (
    <Box paddingTop={2} width="100%">
      <EntryState uid={slug} documentId={id} isShort />
    </Box>
  );
}

function isOnSites(uid: string): boolean {
  return uid in CONTENT_TYPES;
}
