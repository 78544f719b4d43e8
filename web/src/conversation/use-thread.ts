import { typingWindowMs, type Message, type Reader } from '@secura/domain/conversation/message';
import { useEffect, useRef, useState } from 'react';
import { useLiveDoc, useLiveQuery } from '../firebase/live.ts';
import { isOnline } from '../firebase/online.ts';
import type { Live } from '../firebase/query-spec.ts';
import { createDoc, serverTime } from '../firebase/write.ts';
import type { Place } from './place.ts';

/** Messages on first paint; part of the read budget of an incident's page. */
const firstMessages = 12;
const moreMessages = 50;
/** How many people's reading is followed. */
const followed = 8;
/** While somebody types it is said again this often, in ms. */
const sayTypingEvery = 4000;

/** What was said in a place, oldest first, page by page backwards. */
export function useMessages(place: Place) {
  const [limit, setLimit] = useState(firstMessages);
  const { data, status, error, fromCache } = useLiveQuery<Message>({
    collection: `${place.path}/messages`,
    ...(place.bound && { where: [['audience', '==', 'everyone']] }),
    orderBy: [['createdAt', 'desc']],
    limit: limit + 1,
  });
  // A longer page is another query: until it answers, the shorter one stays on screen.
  const [last, setLast] = useState(data);
  if (data && data !== last) setLast(data);
  const shown = data ?? last ?? [];
  const [before, setBefore] = useState(data);
  return {
    messages: shown.slice(0, limit).toReversed(),
    older: shown.length > limit ? () => { setBefore(data); setLimit(limit + moreMessages); } : null,
    /** A longer page was asked for and is not here yet; without a network it is what this device has. */
    growing: limit > firstMessages && (data === before || (fromCache && isOnline())),
    loading: status === 'loading' && !last,
    settled: status === 'ready',
    error,
  };
}

/** How far people have read, and who is typing; says the same of oneself. */
export function useReaders(place: Place, uid: string, newest: Live<Message> | undefined) {
  const own = useLiveDoc<Reader>(`${place.path}/readers/${uid}`);
  const { data } = useLiveQuery<Reader>({ collection: `${place.path}/readers`, orderBy: [['readAt', 'desc']], limit: followed });
  const others = (data ?? []).filter((reader) => reader.id !== uid);
  const known = own.status === 'ready' && !own.fromCache;
  const readAt = own.data?.readAt ?? null;

  // Where the new ones began when one came stays marked while one is here.
  const [since, setSince] = useState<Date | null | undefined>(undefined);
  if (since === undefined && own.status === 'ready') setSince(readAt);

  const written = useRef(0);
  function markRead(): void {
    if (!known || !newest || newest._pending || document.visibilityState !== 'visible') return;
    const time = newest.createdAt.getTime();
    if (time <= Math.max(readAt?.getTime() ?? 0, written.current)) return;
    written.current = time;
    void createDoc(`${place.path}/readers/${uid}`, { readAt: newest.createdAt, typingAt: null });
  }

  const said = useRef(0);
  function sayTyping(): void {
    // Offline it would wait, and be untrue when it is sent.
    if (!known || !isOnline() || Date.now() - said.current < sayTypingEvery) return;
    said.current = Date.now();
    void createDoc(`${place.path}/readers/${uid}`, { readAt: new Date(Math.max(readAt?.getTime() ?? 0, written.current)), typingAt: serverTime() });
  }

  return { others, since, markRead, sayTyping };
}

/**
 * Uids of those who type now. Counted from when it is heard, not by the other's clock; what was said before one came is
 * not believed.
 */
export function useTyping(others: readonly Live<Reader>[], messages: readonly Live<Message>[]): string[] {
  const heard = useRef<Map<string, { at: number; until: number }> | null>(null);
  const [round, next] = useState(0);
  const [typing, setTyping] = useState<readonly { uid: string; at: number }[]>([]);
  const key = others.map(({ id, typingAt }) => `${id}:${typingAt?.getTime() ?? 0}`).join(' ');
  useEffect(() => {
    const before = heard.current;
    const now = Date.now();
    heard.current = new Map(
      others.flatMap(({ id, typingAt }) => {
        const at = typingAt?.getTime();
        if (at === undefined) return [];
        const known = before?.get(id);
        return [[id, known?.at === at ? known : { at, until: before ? now + typingWindowMs : 0 }] as const];
      }),
    );
    const active = [...heard.current].filter(([, { until }]) => until > now);
    setTyping(active.map(([uid, { at }]) => ({ uid, at })));
    if (active.length === 0) return undefined;
    const timer = setTimeout(() => next((count) => count + 1), Math.min(...active.map(([, { until }]) => until)) - now + 50);
    return () => clearTimeout(timer);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the key says what of the readers matters
  }, [key, round]);
  // Who has sent it no longer types it.
  return typing.filter(({ uid, at }) => !messages.some((message) => message.author.uid === uid && message.createdAt.getTime() >= at)).map(({ uid }) => uid);
}
