import { getApps, initializeApp, type App } from 'firebase-admin/app';
import { FieldValue, getFirestore, Timestamp, type Firestore } from 'firebase-admin/firestore';

let firestore: Firestore | undefined;

/** The Firestore of this project, connected at first use. */
export function db(): Firestore {
  if (!firestore) {
    // The functions SDK keeps an app of its own beside the default one.
    if (!getApps().some((app) => app.name === '[DEFAULT]')) initializeApp();
    firestore = getFirestore();
    // Undefined members mean "absent" throughout the domain.
    firestore.settings({ ignoreUndefinedProperties: true });
  }
  return firestore;
}

/** Firebase Auth, loaded only by the functions that change accounts or verify REST tokens. */
export async function auth() {
  db();
  const { getAuth } = await import('firebase-admin/auth');
  return getAuth();
}

/**
 * Firebase Cloud Messaging, loaded only by what pushes.
 * @param app another than the project's own, for tests
 */
export async function messaging(app?: App) {
  if (!app) db();
  const { getMessaging } = await import('firebase-admin/messaging');
  return getMessaging(app);
}

/** Turns stored Timestamps into Dates, all the way down: the domain knows no Firebase types. */
export function fromStore<T>(value: unknown): T {
  if (value instanceof Timestamp) return value.toDate() as T;
  if (Array.isArray(value)) return value.map((member) => fromStore(member)) as T;
  if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, fromStore(member)])) as T;
  }
  return value as T;
}

export { FieldValue };
