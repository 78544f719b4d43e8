import { deviceLabel, deviceSlots, slotFor, type Device } from '@secura/domain/notifications/device';
import { vapidKey } from './config.ts';
import { deviceStorage, keepsOnDevice } from './device.ts';
import { ServerTimeMark } from './server-time.ts';

/** Whether this installation of Secura tells people on their devices at all. */
export const pushExists = vapidKey !== undefined;

/** Why this browser cannot be told, or that it can. Never asks anybody. */
export function pushReadiness(): 'ready' | 'unable' | 'shared' | 'denied' {
  if (!('serviceWorker' in navigator) || !('PushManager' in window) || !('Notification' in window)) return 'unable';
  // What is pushed shows after the tab was closed, to whoever sits there then.
  if (!keepsOnDevice()) return 'shared';
  return Notification.permission === 'denied' ? 'denied' : 'ready';
}

/** What this browser remembers of its place among the devices of its owner. */
interface Own {
  path: string;
  token: string;
  /** When its token was last looked at. */
  at: number;
}

const storageKey = 'secura.push';
const week = 7 * 86_400_000;

function remembered(): Own | null {
  try {
    return JSON.parse(deviceStorage()?.getItem(storageKey) ?? 'null') as Own | null;
  } catch {
    return null;
  }
}

/** The token of this browser, when it is one of its owner's devices. */
export const ownToken = (): string | null => remembered()?.token ?? null;

async function enrol(uid: string, pathOf: (token: string) => string): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  if (!registration?.active) throw new Error('Secura is not fully installed in this browser yet. Reload the page and try again.');
  const { messagingToken } = await import('./messaging.ts');
  const token = await messagingToken(registration);
  const path = pathOf(token);
  const { set } = await import('./firestore.ts');
  await set(path, { uid, token, label: deviceLabel(navigator.userAgent), at: new ServerTimeMark() });
  deviceStorage()?.setItem(storageKey, JSON.stringify({ path, token, at: Date.now() } satisfies Own));
}

/**
 * Has this browser told from now on. Only to be called by a click: the browser may ask its owner.
 * @throws an error with a sentence
 */
export async function startPush(uid: string, devices: readonly (Device & { id: string })[]): Promise<void> {
  if ((await Notification.requestPermission()) !== 'granted') throw new Error('The browser does not allow it. Allow notifications for this site in its settings, then try again.');
  try {
    await enrol(uid, (token) => `users/${uid}/devices/${slotFor(token, devices)}`);
  } catch (error) {
    const said = (error as { code?: string; message: string }).code === undefined ? (error as Error).message : '';
    throw new Error(said || 'The browser’s push service could not be reached. Check your connection and try again.');
  }
}

/** Tokens change by themselves now and then: once a week this browser says anew where it is reached. */
export async function renewPush(uid: string): Promise<void> {
  const own = remembered();
  if (!pushExists || !own || Date.now() - own.at < week || pushReadiness() !== 'ready' || Notification.permission !== 'granted') return;
  const { readOnce } = await import('./firestore.ts');
  const devices = await readOnce({ collection: `users/${uid}/devices`, limit: deviceSlots.length });
  // Taken off the list on another device, it stays off.
  if (devices.every(({ token }) => token !== own.token)) return stopPush();
  await enrol(uid, () => own.path);
}

/**
 * Has this browser told no more. What is not removed, for want of a network or of a right, the server removes when its next push fails.
 * @param remove false when somebody else is signed in by now, and the database of the one before must not be opened
 */
export async function stopPush({ remove = true } = {}): Promise<void> {
  const own = remembered();
  if (!own) return;
  deviceStorage()?.removeItem(storageKey);
  const unsubscribed = navigator.serviceWorker.getRegistration().then(async (registration) => (await registration?.pushManager.getSubscription())?.unsubscribe());
  const removed = remove && import('./firestore.ts').then((firestore) => firestore.remove(own.path));
  await Promise.race([Promise.allSettled([unsubscribed, removed]), new Promise((resolve) => setTimeout(resolve, 2000))]);
}
