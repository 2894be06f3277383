import { Button, Dialog, Typography } from '@strapi/design-system';
import { ConfirmDialog, useNotification } from '@strapi/strapi/admin';
import { type ReactNode, useState } from 'react';
import { liveStateApi, type SiteCommand } from './api';

interface Props {
  label: string;
  /** Said instead of the label by screen readers, where several buttons have the same. */
  accessibleLabel?: string;
  title: string;
  /** What is going to happen. */
  children: ReactNode;
  done: string;
  region: string;
  command: SiteCommand;
  variant?: 'tertiary' | 'secondary' | 'danger-light';
}

/** A button that says what it is going to do to a site, and does it after a yes. */
export function ConfirmedButton(props: Props) {
  const {
    label,
    accessibleLabel,
    title,
    children,
    done,
    region,
    command,
    variant = 'tertiary',
  } = props;
  const [isOpen, setIsOpen] = useState(false);
  const [send] = liveStateApi.endpoints.command.useMutation();
  const { toggleNotification } = useNotification();

  const confirm = async () => {
    const outcome = await send({ region, command });
    setIsOpen(false);
    toggleNotification(
      'error' in outcome
        ? { type: 'danger', message: outcome.error.message ?? 'Das hat leider nicht geklappt.' }
        : { type: 'success', message: done },
    );
  };

  return (
    <Dialog.Root open={isOpen} onOpenChange={setIsOpen}>
      <Dialog.Trigger>
        <Button
          variant={variant}
          size="S"
          {...(accessibleLabel === undefined ? {} : { 'aria-label': accessibleLabel })}
        >
          {label}
        </Button>
      </Dialog.Trigger>
      <ConfirmDialog
        title={title}
        endAction={
          // Says what happens once more, where Strapi would say „Bestätigen“.
          <Dialog.Action>
            <Button fullWidth onClick={() => void confirm()}>
              {label}
            </Button>
          </Dialog.Action>
        }
      >
        <Typography>{children}</Typography>
      </ConfirmDialog>
    </Dialog.Root>
  );
}
