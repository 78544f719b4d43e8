import { initializeApp, type FirebaseApp } from 'firebase/app';
import type { AppCheck } from 'firebase/app-check';
import { appCheckSiteKey, firebaseOptions } from './config.ts';

let starting: Promise<FirebaseApp> | undefined;
let appCheck: AppCheck | undefined;

async function start(): Promise<FirebaseApp> {
  const app = initializeApp(firebaseOptions);
  if (appCheckSiteKey) {
    // Before any other service makes a request, or that request would go out unattested.
    const { initializeAppCheck, ReCaptchaEnterpriseProvider } = await import('firebase/app-check');
    appCheck = initializeAppCheck(app, { provider: new ReCaptchaEnterpriseProvider(appCheckSiteKey), isTokenAutoRefreshEnabled: true });
  }
  return app;
}

/** The one Firebase app of this page, attested by App Check where a site key is configured. */
export function firebaseApp(): Promise<FirebaseApp> {
  return (starting ??= start());
}

/** What attests a request that no SDK makes; null where App Check is not set up. */
export async function appCheckToken(): Promise<string | null> {
  if (!appCheck) return null;
  const { getToken } = await import('firebase/app-check');
  return (await getToken(appCheck)).token;
}
