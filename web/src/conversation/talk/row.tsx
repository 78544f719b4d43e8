import type { Message, Reader } from '@secura/domain/conversation/message';
import type { Last } from '@secura/domain/conversation/talk';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useLiveDoc, useLiveQuery } from '../../firebase/live.ts';
import { RelativeTime } from '../../ui/relative-time.tsx';
import ui from '../../ui/card.module.css';
import rows from '../../ui/rows.module.css';
import classes from './talk.module.css';

/** Counted so far; above it a list says "9+". */
const counted = 10;

/** One place in a list: who wrote last, and how much of it one has not read. */
export function TalkRow({ path, to, uid, title, last, children }: { path: string; to: string; uid: string; title: string; last: Last | undefined; children?: ReactNode }) {
  const reading = useLiveDoc<Reader>(last ? `${path}/readers/${uid}` : null);
  const readAt = reading.status === 'ready' ? (reading.data?.readAt ?? new Date(0)) : null;
  // Messages are asked for only where there are new ones.
  const fresh = last !== undefined && readAt !== null && last.at > readAt && last.by.uid !== uid;
  const { data } = useLiveQuery<Message>(fresh ? { collection: `${path}/messages`, where: [['createdAt', '>', readAt]], orderBy: [['createdAt', 'asc']], limit: counted } : null);
  const unread = (data ?? []).filter(({ author, createdAt }) => author.uid !== uid && createdAt > readAt!).length;
  return (
    <Link className={rows.row} to={to}>
      <span className={classes.rowTitle}>
        {children}
        <strong>{title}</strong>
      </span>
      <span className={classes.rowEnd}>
        {last && (
          <span className={ui.quiet}>
            {last.by.uid === uid ? 'You' : last.by.name}, <RelativeTime date={last.at} />
          </span>
        )}
        {fresh && unread > 0 && (
          <span className={classes.unread}>
            {unread >= counted ? `${counted - 1}+` : unread}
            <span className="visually-hidden"> unread</span>
          </span>
        )}
      </span>
    </Link>
  );
}
