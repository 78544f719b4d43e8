import { callOperation } from '../firebase/operations.ts';
import { loadPart } from '../ui/load-part.ts';
import type { ProfileValues } from './profile-fields.tsx';

const key = 'secura.profile';
let started: { values: ProfileValues; done: Promise<void> } | undefined;

/**
 * The second half of registering: the server writes the profile and gives the role, then the token is renewed.
 * Safe to repeat after a lost network.
 */
export async function finishProfile(values: ProfileValues): Promise<void> {
  await callOperation('people.createProfile', { ...values, phone: values.phone || null });
  const { refreshClaims, resendVerification } = await import('../firebase/auth.ts');
  // The mail is a courtesy here: the banner offers it again, so its failure stops nobody.
  await resendVerification().catch(() => undefined);
  await refreshClaims();
  sessionStorage.removeItem(key);
}

/**
 * Creates the sign-in, then the profile. The session exists between the two, so the registering page gives way to
 * /welcome, which waits for the second half here, or asks again should it have failed.
 */
export async function registerPerson(email: string, password: string, values: ProfileValues, options: { keepOnDevice: boolean }): Promise<void> {
  const { register } = await loadPart(import('../firebase/auth.ts'));
  let settle: (work: Promise<void>) => void = () => undefined;
  const done = new Promise<void>((resolve) => (settle = resolve));
  done.catch(() => undefined);
  started = { values, done };
  try {
    await register(email, password, options);
  } catch (error) {
    started = undefined;
    throw error;
  }
  sessionStorage.setItem(key, JSON.stringify(values));
  settle(finishProfile(values));
  await done;
}

/** What the person entered before, and the work that is still going on with it. */
export function unfinishedProfile(): { values: ProfileValues; done: Promise<void> | null } {
  if (started) return started;
  try {
    const values = JSON.parse(sessionStorage.getItem(key) ?? '') as ProfileValues;
    return { values, done: null };
  } catch {
    return { values: { name: '', department: '', phone: '' }, done: null };
  }
}
