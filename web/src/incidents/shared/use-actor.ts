import type { Actor } from '@secura/domain/people/permissions';
import { useMemo } from 'react';
import { actorOf } from '../../app/access.tsx';
import { useMe } from '../../firebase/session.ts';

/** The signed-in person with a complete profile, as the permissions table knows them. */
export function useActor(): Actor {
  const me = useMe();
  return useMemo(() => {
    const actor = actorOf(me);
    if (!actor) throw new Error('This page needs a complete profile.');
    return actor;
  }, [me]);
}
