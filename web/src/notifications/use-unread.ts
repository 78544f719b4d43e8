import type { InboxEntry } from '@secura/domain/notifications/notice';
import { useEffect } from 'react';
import { useLiveQuery } from '../firebase/live.ts';
import { serverTime, updateOwn } from '../firebase/write.ts';

/** More than this many are counted as "5+": so the bell reads six documents at most, however full the inbox is. */
export const mostCounted = 5;

/** The newest unread notices, live; those that lead to the page in sight are marked as read. */
export function useUnread(uid: string, pathname: string): InboxEntry[] {
  const { data } = useLiveQuery<InboxEntry>({ collection: `users/${uid}/inbox`, where: [['readAt', '==', null]], orderBy: [['at', 'desc']], limit: mostCounted + 1 });
  const here = (data ?? []).filter(({ link }) => link === pathname).map(({ id }) => id);
  const key = here.join();
  useEffect(() => {
    if (key === '') return undefined;
    const mark = () => {
      if (document.visibilityState !== 'visible') return;
      for (const id of key.split(',')) void markRead(uid, id);
    };
    mark();
    document.addEventListener('visibilitychange', mark);
    return () => document.removeEventListener('visibilitychange', mark);
  }, [uid, key]);
  return data ?? [];
}

/** Marks one notice as read, or as unread again; offline too. */
export async function markRead(uid: string, id: string, read = true): Promise<void> {
  await updateOwn(`users/${uid}/inbox/${id}`, { readAt: read ? serverTime() : null });
}
