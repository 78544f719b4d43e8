import type { Roster, RosterMember } from '@secura/domain/people/person';
import { onlineWindow, type WorkStateKind } from '@secura/domain/people/vocabulary';
import { useMemo } from 'react';
import type { LiveResult } from '../../firebase/query-spec.ts';
import { useLiveDoc, useLiveQuery } from '../../firebase/live.ts';
import { useNow } from '../../ui/relative-time.tsx';

export type TeamMember = RosterMember & { uid: string };

/** How many people's presence is asked for: the read budget of a page must not grow with the team. */
export const presenceLimit = 25;

const dutyOrder: Record<WorkStateKind, number> = { available: 0, investigating: 1, in_meeting: 2, off_duty: 4 };
const duty = ({ workState }: RosterMember) => (workState ? dutyOrder[workState.kind] : 3);

/** The security team, live: leads first, then those on duty, then by name. One document however many they are. */
export function useTeam(): { members: TeamMember[]; status: LiveResult<Roster>['status'] } {
  const { data, status } = useLiveDoc<Roster>('team/roster');
  const members = useMemo(
    () =>
      Object.entries(data?.members ?? {})
        .map(([uid, member]) => ({ ...member, uid }))
        .sort((a, b) => Number(b.lead) - Number(a.lead) || duty(a) - duty(b) || a.name.localeCompare(b.name)),
    [data],
  );
  return { members, status };
}

/**
 * Who of the first {@link presenceLimit} is here now; nothing is said about the others. Looked at again as time
 * passes, since nobody announces that they left.
 */
export function usePresence(members: readonly TeamMember[]): ReadonlyMap<string, boolean> {
  const uids = members.slice(0, presenceLimit).map((member) => member.uid).sort();
  const { data, status } = useLiveQuery<{ seenAt: Date }>(
    uids.length > 0 ? { collection: 'presence', where: [['__name__', 'in', uids]], limit: presenceLimit } : null,
  );
  const now = useNow();
  if (status !== 'ready') return new Map();
  const seen = new Map(data?.map(({ id, seenAt }) => [id, seenAt.getTime()]));
  return new Map(uids.map((uid) => [uid, now.getTime() - (seen.get(uid) ?? 0) < onlineWindow]));
}
