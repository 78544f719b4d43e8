import { SecuraError } from '@secura/domain/platform/errors';
import type { Actor } from '@secura/domain/people/permissions';
import type { Person } from '@secura/domain/people/person';
import { roles, type Role } from '@secura/domain/people/vocabulary';
import type { DocumentReference, DocumentSnapshot } from 'firebase-admin/firestore';
import { db, fromStore } from './firebase.ts';

/** What a verified ID token says; not yet held against the live profile. */
export interface Caller {
  uid: string;
  email: string;
  role: Role | null;
  lead: boolean;
}

/** Reads the claims of a verified token. */
export function callerOf(uid: string, token: Record<string, unknown>): Caller {
  const role = roles.find((known) => known === token['role']) ?? null;
  const email = typeof token['email'] === 'string' ? token['email'] : '';
  return { uid, email, role, lead: token['lead'] === true };
}

export function userRef(uid: string): DocumentReference {
  return db().doc(`users/${uid}`);
}

/**
 * The person behind a call, by the live profile: a suspension or another role counts from that moment, however
 * long the token still lives (ASVS 8.3.2).
 * @throws SecuraError `unauthenticated` without a profile, `permission-denied` when suspended or demoted
 */
export function liveActor(caller: Caller, profile: DocumentSnapshot): Actor & { department: string; email: string } {
  if (!profile.exists || caller.role === null) {
    throw new SecuraError('unauthenticated', 'Please complete your registration first.');
  }
  const person = fromStore<Person>(profile.data());
  if (person.status !== 'active') throw new SecuraError('permission-denied', 'Your account is suspended. Ask your administrator.');
  if (person.role !== caller.role || person.lead !== caller.lead) {
    throw new SecuraError('unauthenticated', 'Your role has changed. Please sign in again.');
  }
  return { uid: caller.uid, name: person.name, role: person.role, lead: person.lead, department: person.department, email: person.email };
}
