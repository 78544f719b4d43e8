import { randomUUID } from 'node:crypto';
import { initializeApp } from 'firebase-admin/app';
import { suiteUnderTest } from '../../../emulators/running.ts';

/**
 * Imported before `support.ts`, each test file of this folder has a Firebase project in the emulators that nobody else uses
 * and where no trigger of ours is deployed: for what looks at everything that a project holds. Nothing is signed in there, so
 * operations are invoked.
 */
export const project = `demo-alone-${randomUUID().slice(0, 8)}`;
initializeApp({ projectId: project });

// Emulators that were started with saved data give it to every project.
const { ports } = suiteUnderTest();
await fetch(`http://127.0.0.1:${ports.firestore}/emulator/v1/projects/${project}/databases/(default)/documents`, { method: 'DELETE', headers: { authorization: 'Bearer owner' } });
