import { Button } from '@mantine/core';
import type { Person } from '@secura/domain/people/person';
import { isInDoubt, tellTrouble, troubleOf, type OutboxNotice } from '@secura/domain/notifications/mail';
import { noticeLabels } from '@secura/domain/notifications/notice';
import { IconMailCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { liveBridge, useLiveQuery } from '../firebase/live.ts';
import { callOperation } from '../firebase/operations.ts';
import { BackLink } from '../ui/back-link.tsx';
import { EmptyState, ErrorNote, Page, PageHeader } from '../ui/page.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { SkeletonRows } from '../ui/skeletons.tsx';
import ui from '../ui/card.module.css';
import classes from './notifications.module.css';

const shown = 50;

/** Mail that could not be delivered, why, and a way to try again. */
export default function FailedMailPage() {
  const { data, status, error } = useLiveQuery<OutboxNotice>({ collection: 'outbox', where: [['state', '==', 'dead']], orderBy: [['doneAt', 'desc']], limit: shown });
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState<string | null>(null);

  const { data: troubled } = useLiveQuery<Person>({ collection: 'users', where: [['mailTrouble.state', 'in', ['bounced', 'complained']]], limit: shown });

  async function act(operation: string, key: string, input: object): Promise<void> {
    setProblem(null);
    setBusy(key);
    try {
      await callOperation(operation, input);
    } catch (failure) {
      setProblem((failure as Error).message);
    } finally {
      setBusy(null);
    }
  }

  async function tryAll(): Promise<void> {
    setProblem(null);
    setBusy('all');
    try {
      let before: string | null = new Date().toISOString();
      while (before !== null) before = (await callOperation<object, { next: string | null }>('notifications.retryMails', { before })).next;
    } catch (failure) {
      setProblem((failure as Error).message);
    } finally {
      setBusy(null);
    }
  }

  const sure = (data ?? []).filter((mail) => !isInDoubt(mail)).length;
  return (
    <Page width={860}>
      <BackLink to="/inbox">Inbox</BackLink>
      <PageHeader
        title="Undelivered mail"
        intro="What was tried eight times, was refused for good, or may have been sent without anybody knowing: then ask its reader, who finds what it says in the inbox as well. What is tried again leaves this list; should it fail once more, it comes back."
        actions={
          sure > 1 && (
            <Button variant="default" loading={busy === 'all'} onClick={() => void tryAll()}>
              Try all again
            </Button>
          )
        }
      />
      {sure > 1 && sure < (data?.length ?? 0) && <p className={ui.quiet}>What may have been sent already is left out when all are tried again.</p>}
      {problem && <ErrorNote error={problem} />}
      {error && <ErrorNote error={error} onRetry={() => liveBridge.retryFailed()} />}
      {status === 'loading' && <SkeletonRows rows={3} height={72} />}
      {data?.length === 0 && <EmptyState icon={<IconMailCheck size={32} aria-hidden="true" />} title="Every mail was delivered" text="What cannot be delivered shows here by itself." />}
      <ul className={classes.list}>
        {data?.map(({ id, channel, to, kind, lastError, attempts, doneAt, state, begunAt }) => (
          <li key={id} className={classes.failed}>
            <div>
              <strong>
                {to.name} ({channel === 'push' ? 'devices' : to.email})
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
            <div className={classes.answers}>
              {isInDoubt({ state, begunAt }) && (
                <Button variant="subtle" size="sm" disabled={busy === id} aria-label={`It was sent: the mail to ${to.name}`} onClick={() => void act('notifications.confirmMail', id, { id })}>
                  It was sent
                </Button>
              )}
              <Button variant="default" size="sm" loading={busy === id} aria-label={`Try again to reach ${to.name}`} onClick={() => void act('notifications.retryMail', id, { id })}>
                Try again
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <Troubled people={troubled ?? []} busy={busy} onClear={(uid) => void act('notifications.clearMailTrouble', uid, { uid })} />
    </Page>
  );
}

/** Addresses that get no more mail, until an administrator says that they are in order. */
function Troubled({ people, busy, onClear }: { people: readonly (Person & { id: string })[]; busy: string | null; onClear(uid: string): void }) {
  const concerned = people.flatMap((person) => {
    const trouble = troubleOf(person);
    return trouble ? [{ ...person, trouble }] : [];
  });
  if (concerned.length === 0) return null;
  return (
    <section aria-labelledby="troubled-title">
      <h2 id="troubled-title" className={classes.section}>
        Addresses that get no mail
      </h2>
      <ul className={classes.list}>
        {concerned.map(({ id, name, email, trouble }) => (
          <li key={id} className={classes.failed}>
            <div>
              <strong>
                {name} ({email})
              </strong>
              <span>{tellTrouble(trouble)}</span>
              <span className={classes.facts}>
                <RelativeTime date={trouble.at} />
              </span>
            </div>
            <Button variant="default" size="sm" loading={busy === id} aria-label={`Send mail again to ${name}`} onClick={() => onClear(id)}>
              Send mail again
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
