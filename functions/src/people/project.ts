import type { Person, Roster, RosterMember } from '@secura/domain/people/person';
import { db, FieldValue, fromStore } from '../platform/firebase.ts';
import { rosterRef } from '../platform/incident-store.ts';
import { duplicateDelivery } from '../platform/logs.ts';
import { isAlreadyDone, onceMark, onceRef } from '../platform/once.ts';
import { transact } from '../platform/transaction.ts';

type Counted = Pick<Person, 'role' | 'status'> | null;

/** Moves the counters of people by one change of a profile; `key` names the change. */
export async function projectPerson(key: string, before: Counted, after: Counted, now: Date): Promise<void> {
  const byRole: Record<string, number> = {};
  const add = (person: Counted, by: number): number => {
    if (!person) return 0;
    byRole[person.role] = (byRole[person.role] ?? 0) + by;
    return person.status === 'suspended' ? by : 0;
  };
  const suspended = add(before, -1) + add(after, 1);
  const moved = Object.entries(byRole).filter(([, by]) => by !== 0);
  if (moved.length === 0 && suspended === 0) return;
  const batch = db().batch();
  batch.create(onceRef('people', key), onceMark(now));
  batch.set(
    db().doc('rollups/people'),
    {
      // An empty map would not merge but replace: who is suspended keeps his role, and no count may be lost over it.
      ...(moved.length > 0 && { byRole: Object.fromEntries(moved.map(([role, by]) => [role, FieldValue.increment(by)])) }),
      suspended: FieldValue.increment(suspended),
    },
    { merge: true },
  );
  await batch.commit().catch((error: unknown) => {
    if (!isAlreadyDone(error)) throw error;
    duplicateDelivery({ trigger: 'people', key });
  });
}

/** Whether a change of a profile shows in the roster. */
export function concernsRoster(before: Person | null, after: Person | null): boolean {
  const shown = (person: Person | null): string =>
    JSON.stringify(person && person.role !== 'employee' ? [person.name, person.role, person.lead, person.status, person.workState] : null);
  return shown(before) !== shown(after);
}

/** Writes the roster anew from the profiles: the team is small, and what is rebuilt cannot drift. */
export async function rebuildRoster(now: Date): Promise<void> {
  await transact(async (tx) => {
    const team = await tx.get(db().collection('users').where('role', 'in', ['security_team', 'admin']).limit(500));
    const members: Record<string, RosterMember> = {};
    for (const doc of team.docs) {
      const { name, role, lead, status, workState } = fromStore<Person>(doc.data());
      if (status === 'active') members[doc.id] = { name, role, lead, workState };
    }
    const roster: Roster = { members, updatedAt: now };
    tx.set(rosterRef(), roster);
  });
}
