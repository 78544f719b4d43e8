import type { Incident } from '@secura/domain/incidents/incident';
import { severityLabels } from '@secura/domain/incidents/vocabulary';
import { useCallback, useEffect, useRef, useState } from 'react';
import { announce as say } from '../../ui/announcer.tsx';
import { announce, compareLists, type Shown } from './arrivals.ts';
import type { QueuePageState } from './use-queue.ts';

export type Flash = 'new' | 'changed';

/** How long a row stays marked. */
const newFor = 6000;
const changedFor = 1600;
/** Numbering and triage follow a report within this time; announcing before would say half of it. */
const settle = 1200;

export interface News {
  flashes: ReadonlyMap<string, Flash>;
  /** Arrived while the top of the list was out of sight. */
  unseen: number;
  markSeen(): void;
}

const versionOf = (incident: Incident) => incident.head?.seq ?? 0;

/** Notices what is new and what changed in a live list, marks it, and says it aloud without moving the focus. */
export function useArrivals(page: QueuePageState, topIsVisible: () => boolean): News {
  const [flashes, setFlashes] = useState<ReadonlyMap<string, Flash>>(new Map());
  const [unseen, setUnseen] = useState(0);
  const before = useRef<{ key: string; shown: Shown; seen: Set<string> } | null>(null);
  const waiting = useRef<{ ids: string[]; timer: ReturnType<typeof setTimeout> | undefined }>({ ids: [], timer: undefined });
  const latest = useRef(page.rows);
  const { rows, listKey, status, stale, fromCache, olderAfter } = page;

  const mark = useCallback((ids: readonly string[], flash: Flash, ms: number) => {
    setFlashes((current) => {
      const next = new Map(current);
      for (const id of ids) if (next.get(id) !== 'new') next.set(id, flash);
      return next;
    });
    setTimeout(() => {
      setFlashes((current) => {
        const next = new Map(current);
        for (const id of ids) if (next.get(id) === flash) next.delete(id);
        return next;
      });
    }, ms);
  }, []);

  useEffect(() => {
    latest.current = rows;
    // What comes from this device's cache was not news when it was written there.
    if (status !== 'ready' || stale || fromCache) return;
    const shown: Shown = { ids: rows.map(({ id }) => id), versions: new Map(rows.map((row) => [row.id, versionOf(row)])), complete: olderAfter === null };
    const last = before.current;
    if (last?.key !== listKey) {
      before.current = { key: listKey, shown, seen: new Set(shown.ids) };
      setUnseen(0);
      return;
    }
    const { arrived, changed } = compareLists(last.shown, shown, last.seen);
    for (const id of shown.ids) last.seen.add(id);
    last.shown = shown;
    if (arrived.length > 0) {
      mark(arrived, 'new', newFor);
      if (!topIsVisible()) setUnseen((count) => count + arrived.length);
      waiting.current.ids.push(...arrived);
      waiting.current.timer ??= setTimeout(() => {
        const ids = new Set(waiting.current.ids);
        waiting.current = { ids: [], timer: undefined };
        say(announce(latest.current.filter(({ id }) => ids.has(id)).map((row) => ({ ...row, severity: row.severity && severityLabels[row.severity] }))));
      }, settle);
    }
    const rest = changed.filter((id) => !waiting.current.ids.includes(id));
    if (rest.length > 0) mark(rest, 'changed', changedFor);
  }, [rows, listKey, status, stale, fromCache, olderAfter, topIsVisible, mark]);

  useEffect(() => {
    if (unseen === 0) return undefined;
    const look = () => topIsVisible() && setUnseen(0);
    window.addEventListener('scroll', look, { passive: true });
    return () => window.removeEventListener('scroll', look);
  }, [unseen, topIsVisible]);

  useEffect(() => () => clearTimeout(waiting.current.timer), []);

  return { flashes, unseen, markSeen: () => setUnseen(0) };
}
