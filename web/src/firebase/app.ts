import { initializeApp, type FirebaseApp } from 'firebase/app';
import { appCheckSiteKey, firebaseOptions } from './config.ts';

let starting: Promise<FirebaseApp> | undefined;

async function start(): Promise<FirebaseApp> {
  const app = initializeApp(firebaseOptions);
  if (appCheckSiteKey) {
    // Before any other service makes a request, or that request would go out unattested.
    const { initializeAppCheck, ReCaptchaEnterpriseProvider } = await import('firebase/app-check');
    initializeAppCheck(app, { provider: new ReCaptchaEnterpriseProvider(appCheckSiteKey), isTokenAutoRefreshEnabled: true });
  }
  return app;
}

/** The one Firebase app of this page, attested by App Check where a site key is configured. */
export function firebaseApp(): Promise<FirebaseApp> {
  return (starting ??= start());
}
