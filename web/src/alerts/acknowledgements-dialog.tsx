import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { AcknowledgementsView, Alert } from '@secura/domain/notifications/alert';
import { tellAudience } from '@secura/domain/notifications/audience';
import { useCallback, useEffect, useState } from 'react';
import type { z } from 'zod';
import { callOperation } from '../firebase/operations.ts';
import { ErrorNote } from '../ui/page.tsx';
import { SkeletonRows } from '../ui/skeletons.tsx';
import classes from './alerts.module.css';

type View = z.infer<typeof AcknowledgementsView>;

/** Who of its audience has not acknowledged a critical alert, as of the moment of asking. */
export function AcknowledgementsDialog({ alert, onClose }: { alert: Pick<Alert, 'id' | 'title' | 'audience'>; onClose(): void }) {
  const { id } = alert;
  const [view, setView] = useState<View | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [asking, setAsking] = useState(true);

  const read = useCallback(
    async (before: View | null) => {
      try {
        const cursor = before?.nextCursor ?? undefined;
        const next = await callOperation<object, View>('notifications.acknowledgements', { id, cursor });
        setView(before ? { ...next, missing: [...before.missing, ...next.missing] } : next);
        setProblem(null);
      } catch (error) {
        setProblem((error as Error).message);
      }
      setAsking(false);
    },
    [id],
  );
  useEffect(() => void read(null), [read]);

  function ask(before: View | null): void {
    setAsking(true);
    void read(before);
  }

  return (
    <Modal opened onClose={onClose} title="Who has not acknowledged" closeButtonProps={{ 'aria-label': 'Close' }}>
      <Stack gap="sm">
        <Text size="sm">
          “{alert.title}”, to {tellAudience(alert.audience)}
          {view && `: acknowledged ${view.acknowledged === 1 ? 'once' : `${view.acknowledged} times`}, ${view.asked === 1 ? '1 person is' : `${view.asked} people are`} asked to.`}
        </Text>
        {problem && <ErrorNote error={problem} onRetry={() => ask(view)} />}
        {!view && !problem && <SkeletonRows rows={3} height={36} />}
        {view && view.missing.length === 0 && <Text size="sm">{view.nextCursor ? 'Nobody is missing so far.' : 'Everybody has acknowledged it.'}</Text>}
        {view && view.missing.length > 0 && (
          // A list that scrolls has to be reached by keyboard.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          <ul className={classes.missing} tabIndex={0} aria-label="People who have not acknowledged it">
            {view.missing.map((person) => (
              <li key={person.uid}>
                {person.name}
                <span>{person.department}</span>
              </li>
            ))}
          </ul>
        )}
        <Group justify="flex-end">
          {view?.nextCursor && (
            <Button variant="default" loading={asking} onClick={() => ask(view)}>
              Look further
            </Button>
          )}
          <Button variant="default" loading={asking && view !== null && view.nextCursor === null} onClick={() => ask(null)}>
            Look again
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
