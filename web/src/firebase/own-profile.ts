import type { Person } from '@secura/domain/people/person';
import type { Role } from '@secura/domain/people/vocabulary';
import { watchDoc } from './live.ts';
import { heardFrom } from './online.ts';
import { currentSession, setSession } from './session.ts';

export interface Reactions {
  onSuspended(): void;
  onRightsChanged(role: Role, lead: boolean): void;
}

let following: { uid: string; stop: () => void } | undefined;
let reactions: Reactions;

/** Follows one's own `users/{uid}`: the name on screen, a new role, a suspension take effect at once. */
export function followOwnProfile(uid: string, next: Reactions): void {
  reactions = next;
  if (following?.uid === uid) return;
  stopFollowing();
  const stop = watchDoc<Person>(`users/${uid}`, ({ data, fromCache, status }) => {
    if (status === 'ready') heardFrom(fromCache ? 'cache' : 'server');
    const session = currentSession();
    if (!data || session.status !== 'signed-in' || session.uid !== uid) return;
    if (data.status === 'suspended') return reactions.onSuspended();
    const { name, department, phone } = data;
    if (session.name !== name || session.department !== department || session.phone !== phone) {
      setSession({ ...session, name, department, phone });
    }
    reactions.onRightsChanged(data.role, data.lead);
  });
  following = { uid, stop };
}

export function stopFollowing(): void {
  following?.stop();
  following = undefined;
}
