import { getMessaging, getToken } from 'firebase/messaging';
import { firebaseApp } from './app.ts';
import { vapidKey } from './config.ts';

/** Where Firebase Cloud Messaging reaches this browser, through the worker that the app has already. */
export async function messagingToken(serviceWorkerRegistration: ServiceWorkerRegistration): Promise<string> {
  return getToken(getMessaging(await firebaseApp()), { vapidKey, serviceWorkerRegistration });
}
