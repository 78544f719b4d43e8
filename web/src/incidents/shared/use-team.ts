import type { Roster, RosterMember } from '@secura/domain/people/person';
import { onlineWindow } from '@secura/domain/people/vocabulary';
import { useMemo } from 'react';
import type { LiveResult } from '../../firebase/query-spec.ts';
import { useLiveDoc, useLiveQuery } from '../../firebase/live.ts';
import { useNow } from '../../ui/relative-time.tsx';

export type TeamMember = RosterMember & { uid: string };

/** Documents that a presence query may read; Firestore takes up to 30 ids at once. */
const presenceLimit = 25;

/** The security team, live: leads first, then by name. One document however many they are. */
export function useTeam(): { members: TeamMember[]; status: LiveResult<Roster>['status'] } {
  const { data, status } = useLiveDoc<Roster>('team/roster');
  const members = useMemo(
    () =>
      Object.entries(data?.members ?? {})
        .map(([uid, member]) => ({ ...member, uid }))
        .sort((a, b) => Number(b.lead) - Number(a.lead) || a.name.localeCompare(b.name)),
    [data],
  );
  return { members, status };
}

/** When each of these people last gave a sign of life; empty for those who never did. */
export function usePresence(members: readonly TeamMember[]): ReadonlyMap<string, Date> {
  const uids = members.slice(0, presenceLimit).map((member) => member.uid).sort();
  const { data } = useLiveQuery<{ seenAt: Date }>(
    uids.length > 0 ? { collection: 'presence', where: [['__name__', 'in', uids]], limit: presenceLimit } : null,
  );
  return useMemo(() => new Map((data ?? []).map(({ id, seenAt }) => [id, seenAt])), [data]);
}

/** Who is here now; looked at again as time passes, since nobody announces that they left. */
export function useOnlineMembers(members: readonly TeamMember[]): ReadonlySet<string> {
  const seen = usePresence(members);
  const now = useNow();
  return new Set([...seen].filter(([, at]) => now.getTime() - at.getTime() < onlineWindow).map(([uid]) => uid));
}
