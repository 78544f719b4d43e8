import { can, type Action, type Actor, type Subject } from '@secura/domain/people/permissions';
import type { Role } from '@secura/domain/people/vocabulary';
import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { useSession, type Session, type SignedIn } from '../firebase/session.ts';
import { Opening } from './opening.tsx';

/** The person as the permissions table knows them; null before the profile is complete. */
export function actorOf(session: Session): Actor | null {
  if (session.status !== 'signed-in' || !session.role) return null;
  return { uid: session.uid, name: session.name, role: session.role, lead: session.lead };
}

/** Whether the signed-in person may do something; without a subject: whether it can ever be. */
export function useCan(action: Action, subject?: Subject): boolean {
  const actor = actorOf(useSession());
  return actor !== null && can(actor, action, subject);
}

/** Shows its children to people who may do the action. */
export function Can({ action, subject, children }: { action: Action; subject?: Subject; children: ReactNode }) {
  return useCan(action, subject) ? children : null;
}

/** The page that a person's work begins on. */
export function homeOf(session: SignedIn): string {
  return { employee: '/home', security_team: '/queue', admin: '/admin', none: '/welcome' }[session.role ?? 'none'];
}

/** Only paths of this app are followed after sign-in, never an address that a link brought along. */
export function safeNext(next: string | null): string | null {
  return next && /^\/(?![/\\])/.test(next) && !/^\/(login|register|forgot)\b/.test(next) ? next : null;
}

/** Lets signed-in people through; sends others to sign in and back here afterwards. */
export function RequireSession({ action, only, children }: { action?: Action; only?: Role; children: ReactNode }) {
  const session = useSession();
  const { pathname, search } = useLocation();
  if (session.status === 'loading') return <Opening />;
  if (session.status === 'signed-out') return <Navigate to={`/login?next=${encodeURIComponent(pathname + search)}`} replace />;
  const actor = actorOf(session);
  if (!actor) return pathname === '/welcome' ? children : <Navigate to={`/welcome?next=${encodeURIComponent(pathname + search)}`} replace />;
  if (pathname === '/welcome') return <Navigate to={safeNext(new URLSearchParams(search).get('next')) ?? homeOf(session)} replace />;
  if ((only && actor.role !== only) || (action && !can(actor, action))) return <Navigate to={homeOf(session)} replace />;
  return children;
}

/** For the sign-in pages: somebody who is signed in already goes on. */
export function GuestOnly({ children }: { children: ReactNode }) {
  const session = useSession();
  const { search } = useLocation();
  if (session.status === 'signed-in') return <Navigate to={safeNext(new URLSearchParams(search).get('next')) ?? homeOf(session)} replace />;
  return children;
}
