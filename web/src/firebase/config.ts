import type { FirebaseOptions } from 'firebase/app';

export interface EmulatorPorts {
  auth: number;
  firestore: number;
  functions: number;
  storage: number;
}

const defaultPorts: EmulatorPorts = { auth: 9099, firestore: 8080, functions: 5001, storage: 9199 };

/** Whether this build talks to the Firebase Emulator Suite and to no real project. */
export const inEmulator = import.meta.env.MODE === 'emulator' || import.meta.env.DEV;

/** The suite's ports, given at build time so that two suites can run side by side. */
export const emulatorPorts: EmulatorPorts = {
  ...defaultPorts,
  ...(import.meta.env.VITE_EMULATOR_PORTS ? (JSON.parse(import.meta.env.VITE_EMULATOR_PORTS) as Partial<EmulatorPorts>) : {}),
};

export const emulatorHost = '127.0.0.1';
export const region = 'europe-west1';

const own: FirebaseOptions = inEmulator
  ? {
      apiKey: 'emulator',
      authDomain: 'demo-secura.firebaseapp.com',
      projectId: 'demo-secura',
      storageBucket: 'demo-secura.appspot.com',
      appId: '1:1:web:1',
    }
  : {
      apiKey: import.meta.env.VITE_FIREBASE_API_KEY,
      authDomain: import.meta.env.VITE_FIREBASE_AUTH_DOMAIN,
      projectId: import.meta.env.VITE_FIREBASE_PROJECT_ID,
      storageBucket: import.meta.env.VITE_FIREBASE_STORAGE_BUCKET,
      appId: import.meta.env.VITE_FIREBASE_APP_ID,
    };

/** Messaging asks for the number of the project besides, which is the second part of every app id. */
export const firebaseOptions: FirebaseOptions = { ...own, messagingSenderId: own.appId?.split(':')[1] };

/** The public key by which browsers know who may push to them; absent, there is no such channel. */
export const vapidKey = import.meta.env.VITE_FIREBASE_VAPID_KEY || undefined;

export const appCheckSiteKey = inEmulator ? undefined : import.meta.env.VITE_FIREBASE_APP_CHECK_SITE_KEY;
