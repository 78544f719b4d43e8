import type { Role } from '@secura/domain/people/vocabulary';
import { useSyncExternalStore } from 'react';

export interface SignedIn {
  status: 'signed-in';
  uid: string;
  email: string;
  emailVerified: boolean;
  /** Null while the profile is not complete. */
  role: Role | null;
  lead: boolean;
  name: string;
  department: string | null;
  phone: string | null;
}

export type Session = { status: 'loading' } | { status: 'signed-out' } | SignedIn;

let session: Session = { status: 'loading' };
let started = false;
const listeners = new Set<() => void>();

/** The session right now, for code outside React. */
export function currentSession(): Session {
  return session;
}

/** For the module that talks to Firebase Authentication only. */
export function setSession(next: Session): void {
  session = next;
  for (const listener of listeners) listener();
}

let leaving = false;

/** Whether this page is on its way out; it ends with a reload, so nothing sets it back. */
export const isLeaving = (): boolean => leaving;

export function beginLeaving(): void {
  leaving = true;
}

/** Loads the SDK and begins to follow who is signed in; calling it again changes nothing. */
export function startSession(): void {
  if (started) return;
  started = true;
  void import('./auth.ts').then(
    (auth) => auth.watchSession(),
    () => {
      started = false; // The chunk did not arrive: the next page that asks tries again.
    },
  );
}

export function subscribeSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Who is signed in. Loads Firebase Authentication on first use, so the landing page must not call it. */
export function useSession(): Session {
  startSession();
  return useSyncExternalStore(subscribeSession, currentSession);
}

/** The signed-in person, on pages behind the sign-in. */
export function useMe(): SignedIn {
  const now = useSession();
  if (now.status !== 'signed-in') throw new Error('useMe needs a page behind the sign-in.');
  return now;
}
