import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { notify } from '../ui/notify.ts';
import { RelativeTime } from '../ui/relative-time.tsx';
import classes from './alerts.module.css';
import { useAcknowledgement } from './use-alerts.ts';

/** Acknowledges a critical alert, or says when one did. */
export function Acknowledge({ alertId, title }: { alertId: string; title: string }) {
  const { at, known, acknowledge } = useAcknowledgement(alertId);
  if (!known) return null;
  if (at) {
    return (
      <p className={classes.acknowledged}>
        <IconCheck size={16} aria-hidden="true" />
        <span>
          You acknowledged this <RelativeTime date={at} />
        </span>
      </p>
    );
  }
  return (
    <Button
      size="sm"
      mt="xs"
      aria-label={`I have read this: ${title}`}
      onClick={() => void acknowledge().catch(() => notify({ message: 'This was not recorded: the alert may be over. Reload the page and try again.', tone: 'error' }))}
    >
      I have read this
    </Button>
  );
}
