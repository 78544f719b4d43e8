import { getApps, initializeApp } from 'firebase-admin/app';

/**
 * Imported before `support.ts`, the tests of this folder have a Firebase project of their own in the same
 * emulators, where no trigger of ours is deployed: for what must not be taken out of the test's hands. Nothing is signed in there, so operations are invoked.
 */
if (getApps().length === 0) initializeApp({ projectId: 'demo-untriggered' });
