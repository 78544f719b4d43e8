import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { AcknowledgementsView, Alert } from '@secura/domain/notifications/alert';
import { tellAudience } from '@secura/domain/notifications/audience';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { callOperation } from '../firebase/operations.ts';
import { ErrorNote } from '../ui/page.tsx';
import { SkeletonRows } from '../ui/skeletons.tsx';
import classes from './alerts.module.css';

type View = z.infer<typeof AcknowledgementsView>;

/** Who of its audience has not acknowledged a critical alert, as of the moment of asking. */
export function AcknowledgementsDialog({ alert, onClose }: { alert: Pick<Alert, 'id' | 'title' | 'audience'>; onClose(): void }) {
  const { id } = alert;
  const answer = useInfiniteQuery({
    queryKey: ['operation', 'notifications.acknowledgements', id],
    queryFn: ({ pageParam: cursor }) => callOperation<object, View>('notifications.acknowledgements', { id, ...(cursor && { cursor }) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    staleTime: 0,
    retry: false,
    networkMode: 'always',
  });
  const { isFetching, hasNextPage } = answer;
  const view = answer.data?.pages.at(-1);
  const missing = answer.data?.pages.flatMap((page) => page.missing) ?? [];

  return (
    <Modal opened onClose={onClose} title="Who has not acknowledged" closeButtonProps={{ 'aria-label': 'Close' }}>
      <Stack gap="sm">
        <Text size="sm">
          “{alert.title}”, to {tellAudience(alert.audience)}
          {view && `: acknowledged ${view.acknowledged === 1 ? 'once' : `${view.acknowledged} times`}, ${view.asked === 1 ? '1 person is' : `${view.asked} people are`} asked to.`}
        </Text>
        {answer.error && <ErrorNote error={answer.error} onRetry={() => void answer.refetch()} />}
        {answer.isPending && <SkeletonRows rows={3} height={36} />}
        {view && missing.length === 0 && <Text size="sm">{hasNextPage ? 'Nobody is missing so far.' : 'Everybody has acknowledged it.'}</Text>}
        {missing.length > 0 && (
          // A list that scrolls has to be reached by keyboard.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          <ul className={classes.missing} tabIndex={0} aria-label="People who have not acknowledged it">
            {missing.map((person) => (
              <li key={person.uid}>
                {person.name}
                <span>{person.department}</span>
              </li>
            ))}
          </ul>
        )}
        <Group justify="flex-end">
          {hasNextPage && (
            <Button variant="default" loading={answer.isFetchingNextPage} onClick={() => void answer.fetchNextPage()}>
              Look further
            </Button>
          )}
          <Button variant="default" loading={isFetching && !answer.isFetchingNextPage} onClick={() => void answer.refetch()}>
            Look again
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
