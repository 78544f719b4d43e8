import type { PersonRef } from '@secura/domain/incidents/events';
import type { Actor } from '@secura/domain/people/permissions';
import type { Roster } from '@secura/domain/people/person';
import { onlineWindow } from '@secura/domain/people/vocabulary';
import { useMemo } from 'react';
import { actorOf } from '../../app/access.tsx';
import { useLiveDoc, useLiveQuery } from '../../firebase/live.ts';
import { useMe } from '../../firebase/session.ts';
import { useNow } from '../../ui/relative-time.tsx';

/** The signed-in person; these pages need a complete profile. */
export function useActor(): Actor {
  const me = useMe();
  return useMemo(() => {
    const actor = actorOf(me);
    if (!actor) throw new Error('This page needs a complete profile.');
    return actor;
  }, [me]);
}

/** The security team by name, out of one document. */
export function useTeam(): { team: readonly PersonRef[]; loading: boolean } {
  const { data, status } = useLiveDoc<Roster>('team/roster');
  const team = useMemo(
    () => Object.entries(data?.members ?? {}).map(([uid, { name }]) => ({ uid, name })).sort((a, b) => a.name.localeCompare(b.name)),
    [data],
  );
  return { team, loading: status === 'loading' };
}

/** How many people's presence is asked for, one document each. */
const presenceLimit = 15;

/** Who of the first fifteen gave a sign of life lately; unknown while nothing is confirmed. */
export function useOnline(uids: readonly string[]): ReadonlySet<string> {
  const asked = uids.slice(0, presenceLimit).toSorted();
  const { data, status, fromCache } = useLiveQuery<{ seenAt: Date }>(asked.length > 0 ? { collection: 'presence', where: [['__name__', 'in', asked]], limit: presenceLimit } : null);
  const now = useNow();
  if (status !== 'ready' || fromCache) return new Set();
  return new Set(data?.filter(({ seenAt }) => now.getTime() - seenAt.getTime() < onlineWindow).map(({ id }) => id));
}
