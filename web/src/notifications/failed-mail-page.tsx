import { Button } from '@mantine/core';
import type { OutboxNotice } from '@secura/domain/notifications/mail';
import { noticeLabels } from '@secura/domain/notifications/notice';
import { IconMailCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { liveBridge, useLiveQuery } from '../firebase/live.ts';
import { callOperation } from '../firebase/operations.ts';
import { EmptyState, ErrorNote, Page, PageHeader } from '../ui/page.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { SkeletonRows } from '../ui/skeletons.tsx';
import classes from './notifications.module.css';

const shown = 50;

/** Mail that could not be delivered, why, and a way to try again. */
export default function FailedMailPage() {
  const { data, status, error } = useLiveQuery<OutboxNotice>({ collection: 'outbox', where: [['state', '==', 'dead']], orderBy: [['doneAt', 'desc']], limit: shown });
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState<string | null>(null);

  async function retry(id: string): Promise<void> {
    setProblem(null);
    setBusy(id);
    try {
      await callOperation('notifications.retryMail', { id });
    } catch (failure) {
      setProblem((failure as Error).message);
    } finally {
      setBusy(null);
    }
  }

  return (
    <Page width={860}>
      <PageHeader title="Undelivered mail" intro="What was tried eight times, or was refused for good. What is tried again leaves this list; should it fail once more, it comes back." />
      {problem && <ErrorNote error={problem} />}
      {error && <ErrorNote error={error} onRetry={() => liveBridge.retryFailed()} />}
      {status === 'loading' && <SkeletonRows rows={3} height={72} />}
      {data?.length === 0 && <EmptyState icon={<IconMailCheck size={32} aria-hidden="true" />} title="Every mail was delivered" text="What cannot be delivered shows here by itself." />}
      <ul className={classes.list}>
        {data?.map(({ id, to, kind, lastError, attempts, doneAt }) => (
          <li key={id} className={classes.failed}>
            <div>
              <strong>
                {to.name} ({to.email})
              </strong>
              <span>{lastError}</span>
              <span className={classes.facts}>
                <span>{noticeLabels[kind]}</span>
                <span>
                  {attempts} {attempts === 1 ? 'attempt' : 'attempts'}
                </span>
                {doneAt && <RelativeTime date={doneAt} />}
              </span>
            </div>
            <Button variant="default" size="sm" loading={busy === id} aria-label={`Try again to reach ${to.name}`} onClick={() => void retry(id)}>
              Try again
            </Button>
          </li>
        ))}
      </ul>
    </Page>
  );
}
