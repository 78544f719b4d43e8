import type { Person } from '@secura/domain/people/person';
import { getAuth } from 'firebase-admin/auth';
import { userRef, type Caller } from '../functions/src/platform/actor.ts';
import { db } from '../functions/src/platform/firebase.ts';
import { projectPerson, rebuildRoster } from '../functions/src/people/project.ts';
import { demoPeople, demoPerson } from './people.ts';

/** Makes the demo people: accounts with claims, profiles, counters and the roster. All of the team is available. */
export async function seedPeople(joined: Date): Promise<void> {
  db();
  const accounts = getAuth();
  await Promise.all(
    demoPeople.map(async ({ uid, name, email, password, role, lead, department, phone }) => {
      await accounts.createUser({ uid, email, password, displayName: name, emailVerified: true });
      await accounts.setCustomUserClaims(uid, { role, ...(lead && { lead }) });
      const workState = role === 'security_team' ? { kind: 'available' as const, incidentId: null, incidentNumber: null, since: joined } : null;
      const person: Person = { name, email, department, phone, role, lead, status: 'active', workState, preferences: {}, createdAt: joined };
      await userRef(uid).create({ ...person });
    }),
  );
  for (const { uid, role } of demoPeople) await projectPerson(`seed-${uid}`, null, { role, status: 'active' }, joined);
  await rebuildRoster(joined);
}

/** A demo person as the caller of an operation. */
export function callerFor(uid: string): Caller {
  const { email, role, lead } = demoPerson(uid);
  return { uid, email, role, lead };
}
