import type { Role } from '@secura/domain/people/vocabulary';
import {
  browserSessionPersistence, connectAuthEmulator, createUserWithEmailAndPassword, indexedDBLocalPersistence, initializeAuth, inMemoryPersistence,
  onIdTokenChanged, sendEmailVerification, sendPasswordResetEmail, setPersistence, signInWithEmailAndPassword, type Auth, type User,
} from 'firebase/auth';
import { firebaseApp } from './app.ts';
import { toSignInError } from './auth-errors.ts';
import { emulatorHost, emulatorPorts, inEmulator } from './config.ts';
import { clearDevice, keepsOnDevice, recoverDevice, rememberDevice, rememberOwner, storedOwner } from './device.ts';
import { readClaims } from './claims.ts';
import { currentSession, isLeaving, setSession, type SignedIn } from './session.ts';
import type { WhyLeft } from './sign-out.ts';

let starting: Promise<Auth> | undefined;

async function start(): Promise<Auth> {
  const app = await firebaseApp();
  // Where a session may be found; sign-in decides where the next one is kept.
  const auth = initializeAuth(app, { persistence: [indexedDBLocalPersistence, browserSessionPersistence, inMemoryPersistence] });
  if (inEmulator) connectAuthEmulator(auth, `http://${emulatorHost}:${emulatorPorts.auth}`, { disableWarnings: true });
  await auth.authStateReady();
  // Not for nobody: a database is still there for a moment after a sign-out, until every tab has let go of it.
  if (auth.currentUser) await recoverDevice();
  return auth;
}

function authentication(): Promise<Auth> {
  return (starting ??= start());
}

let watching = false;

/** Follows who is signed in, and keeps the session store in step; called once by the session store. */
export async function watchSession(): Promise<void> {
  if (watching) return;
  watching = true;
  const auth = await authentication();
  onIdTokenChanged(auth, (user) => void (user ? welcome(user) : farewell()));
  window.addEventListener('focus', () => void noticeVerification());
}

async function welcome(user: User): Promise<void> {
  const owner = storedOwner();
  if (owner && owner !== user.uid) {
    const trusted = keepsOnDevice();
    await (await import('./push.ts')).stopPush({ remove: false });
    await clearDevice();
    rememberDevice(trusted);
  }
  const claims = await readClaims(user);
  const before = currentSession();
  const known = before.status === 'signed-in' && before.uid === user.uid ? before : null;
  rememberOwner(user.uid);
  const next: SignedIn = {
    status: 'signed-in',
    uid: user.uid,
    email: user.email ?? '',
    emailVerified: user.emailVerified,
    role: claims.role,
    lead: claims.lead,
    name: known?.name ?? user.displayName ?? user.email ?? '',
    department: known?.department ?? null,
    phone: known?.phone ?? null,
  };
  setSession(next);
  const { accompany, rightsChanged } = await import('./companions.ts');
  if (known && (known.role !== next.role || known.lead !== next.lead)) rightsChanged();
  if (!next.role) return;
  accompany(user.uid, {
    onSuspended: () => void leave({ why: 'suspended' }),
    onRightsChanged: (role: Role, lead: boolean) => {
      if (role !== claims.role || lead !== claims.lead) void refreshClaims().catch(() => undefined);
    },
  });
}

async function leave(how: { why: WhyLeft; force?: boolean }): Promise<{ unsent: number }> {
  const { leave: go } = await import('./sign-out.ts');
  return go(how);
}

function farewell(): void {
  if (isLeaving()) return;
  const before = currentSession();
  // Another tab that signs out clears the owner first; a session that was revoked keeps what was typed for the same person.
  if (before.status === 'signed-in') void leave(storedOwner() ? { why: 'ended' } : { why: 'chosen', force: true });
  else setSession({ status: 'signed-out' });
}

/** Comes back from the mail program after clicking the link: the banner should know. */
async function noticeVerification(): Promise<void> {
  const session = currentSession();
  const user = (await authentication()).currentUser;
  if (!user || session.status !== 'signed-in' || session.emailVerified) return;
  await user.reload().catch(() => undefined);
  if (user.emailVerified) await user.getIdToken(true).catch(() => undefined);
}

async function keep(auth: Auth, keepOnDevice: boolean): Promise<void> {
  // What an earlier person left here goes before the choice of the next one counts.
  if (!keepOnDevice && keepsOnDevice()) await clearDevice();
  rememberDevice(keepOnDevice);
  await setPersistence(auth, keepOnDevice ? indexedDBLocalPersistence : browserSessionPersistence);
}

/** @throws SignInError with a sentence for the person */
export async function signIn(email: string, password: string, options: { keepOnDevice: boolean }): Promise<void> {
  try {
    const auth = await authentication();
    await keep(auth, options.keepOnDevice);
    await signInWithEmailAndPassword(auth, email.trim(), password);
  } catch (error) {
    throw toSignInError(error);
  }
}

/** Creates the account only; the profile follows by the operation `people.createProfile`. */
export async function register(email: string, password: string, options: { keepOnDevice: boolean }): Promise<void> {
  try {
    const auth = await authentication();
    await keep(auth, options.keepOnDevice);
    await createUserWithEmailAndPassword(auth, email.trim(), password);
  } catch (error) {
    throw toSignInError(error);
  }
}

/** Sends the mail with which a new password is chosen. Says nothing about whether the account exists. */
export async function sendPasswordReset(email: string): Promise<void> {
  try {
    await sendPasswordResetEmail(await authentication(), email.trim());
  } catch (error) {
    const problem = toSignInError(error);
    if (problem.code !== 'user-not-found') throw problem;
  }
}

/** Sends the mail that confirms the address of the signed-in person. */
export async function resendVerification(): Promise<void> {
  try {
    const user = (await authentication()).currentUser;
    if (user) await sendEmailVerification(user);
  } catch (error) {
    throw toSignInError(error);
  }
}

/** Fetches a fresh ID token, so that a new role counts at once. */
export async function refreshClaims(): Promise<void> {
  const user = (await authentication()).currentUser;
  try {
    await user?.getIdToken(true);
  } catch (error) {
    throw toSignInError(error);
  }
}

/** The ID token of whoever is signed in, for requests that no SDK makes; fresh, or null. */
export async function idToken(): Promise<string | null> {
  return (await (await authentication()).currentUser?.getIdToken()) ?? null;
}

/** Ends Firebase's session only; {@link leave} does the rest. */
export async function endSession(): Promise<void> {
  await (await authentication()).signOut();
}

/**
 * Signs out and removes what this device kept. Unsent changes are sent first, if the network allows.
 * @returns how many changes are still unsent; then nothing happened, and `force` would lose them
 */
export async function signOut(options: { force?: boolean } = {}): Promise<{ unsent: number }> {
  return leave({ why: 'chosen', ...options });
}
