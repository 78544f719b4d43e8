import { Button, NativeSelect, SegmentedControl } from '@mantine/core';
import { noticeKinds, noticeLabels, teamKinds, type InboxEntry } from '@secura/domain/notifications/notice';
import { IconInbox, IconSettings } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { liveBridge, useLiveQuery } from '../firebase/live.ts';
import { callOperation } from '../firebase/operations.ts';
import type { Where } from '../firebase/query-spec.ts';
import { useMe } from '../firebase/session.ts';
import { SeverityBadge } from '../ui/badges.tsx';
import { EmptyState, ErrorNote, Page, PageHeader } from '../ui/page.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { SkeletonRows } from '../ui/skeletons.tsx';
import { WholeNumbers } from '../ui/whole-numbers.tsx';
import { kindsFor } from './kinds.ts';
import classes from './notifications.module.css';
import { markRead } from './use-unread.ts';

const firstPage = 30;
const longestPage = 100;

/** Everything one was told, newest first, by kind and read state. */
export default function InboxPage() {
  const me = useMe();
  const [params, setParams] = useSearchParams();
  const [shown, setShown] = useState(firstPage);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const unreadOnly = params.get('show') === 'unread';
  const kind = noticeKinds.find((known) => known === params.get('kind'));
  const where: Where[] = [...(kind ? [['kind', '==', kind] as Where] : []), ...(unreadOnly ? [['readAt', '==', null] as Where] : [])];
  const { data, status, error } = useLiveQuery<InboxEntry>({ collection: `users/${me.uid}/inbox`, where, orderBy: [['at', 'desc']], limit: shown });

  function narrow(name: string, value: string): void {
    const next = new URLSearchParams(params);
    if (value) next.set(name, value);
    else next.delete(name);
    setShown(firstPage);
    setParams(next, { replace: true });
  }

  async function readAll(): Promise<void> {
    setProblem(null);
    setBusy(true);
    try {
      while ((await callOperation<object, { more: boolean }>('notifications.readAll', {})).more);
    } catch (failure) {
      setProblem((failure as Error).message);
    } finally {
      setBusy(false);
    }
  }

  const narrowed = unreadOnly || kind !== undefined;
  return (
    <Page width={860}>
      <PageHeader
        title="Inbox"
        intro="What happened that concerns you. Notices are kept for 90 days."
        actions={
          <div className={classes.actions}>
            {data?.some(({ readAt }) => readAt === null) && (
              <Button variant="default" loading={busy} onClick={() => void readAll()}>
                Mark all as read
              </Button>
            )}
            {me.role === 'admin' && (
              <Link to="/mail" className={classes.link}>
                Undelivered mail
              </Link>
            )}
            <Link to="/inbox/preferences" className={classes.link}>
              <IconSettings size={18} aria-hidden="true" />
              Preferences
            </Link>
          </div>
        }
      />
      <div className={classes.filters}>
        <SegmentedControl
          aria-label="Which notices"
          value={unreadOnly ? 'unread' : 'all'}
          onChange={(value) => narrow('show', value === 'unread' ? 'unread' : '')}
          data={[{ value: 'all', label: 'All' }, { value: 'unread', label: 'Unread' }]}
        />
        <NativeSelect
          aria-label="About"
          value={kind ?? ''}
          onChange={(event) => narrow('kind', event.currentTarget.value)}
          data={[{ value: '', label: 'About anything' }, ...kindsFor(me.role).map((value) => ({ value, label: noticeLabels[value] }))]}
        />
      </div>
      {problem && <ErrorNote error={problem} />}
      {error && <ErrorNote error={error} onRetry={() => liveBridge.retryFailed()} />}
      {status === 'loading' && <SkeletonRows rows={5} height={64} />}
      {data?.length === 0 && (
        <EmptyState
          icon={<IconInbox size={32} aria-hidden="true" />}
          title={narrowed ? 'Nothing like that' : 'Nothing yet'}
          text={narrowed ? 'No notice is of this kind.' : 'When something happens that concerns you, it is told here, at once.'}
          action={narrowed ? <Link to="/inbox">Show all</Link> : <Link to="/inbox/preferences">Notification preferences</Link>}
        />
      )}
      <ul className={classes.list}>
        {data?.map((entry) => (
          <Row key={entry.id} uid={me.uid} entry={entry} />
        ))}
      </ul>
      {data && data.length === shown && shown < longestPage && (
        <Button variant="default" mt="md" onClick={() => setShown(longestPage)}>
          Show more
        </Button>
      )}
    </Page>
  );
}

function Row({ uid, entry }: { uid: string; entry: InboxEntry }) {
  const { id, text, kind, link, at, severity, readAt } = entry;
  const unread = readAt === null;
  return (
    <li className={classes.row} data-unread={unread || undefined}>
      <Link to={link} className={classes.notice} onClick={() => unread && void markRead(uid, id)}>
        <span className={classes.text}>
          {unread && <span className="visually-hidden">Unread: </span>}
          <WholeNumbers text={text} />
        </span>
        <span className={classes.facts}>
          {severity && teamKinds.includes(kind) && <SeverityBadge severity={severity} />}
          <RelativeTime date={at} />
        </span>
      </Link>
      <Button size="compact-sm" variant="subtle" aria-label={`Mark as ${unread ? 'read' : 'unread'}: ${text}`} onClick={() => void markRead(uid, id, unread)}>
        {unread ? 'Mark as read' : 'Mark as unread'}
      </Button>
    </li>
  );
}
