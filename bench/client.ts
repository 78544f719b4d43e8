import { deleteApp, initializeApp } from 'firebase/app';
import { connectAuthEmulator, getAuth, signInWithEmailAndPassword } from 'firebase/auth';
import { connectFirestoreEmulator, getFirestore, serverTimestamp, setLogLevel, type Firestore } from 'firebase/firestore';
import { connectFunctionsEmulator, getFunctions, httpsCallable } from 'firebase/functions';
import { createId } from '@secura/domain/platform/ids';
import { host, type Ports } from '../emulators/ports.ts';
import { demoPerson } from '../seed/people.ts';
import { sendResumably } from '../web/src/firebase/resumable.ts';

/** Somebody at a device of his own: the client SDK, connected as the web app connects it. */
export interface Client {
  uid: string;
  db: Firestore;
  call(name: string, input: unknown): Promise<unknown>;
  /** Stores a file as the web app does, in pieces. */
  upload(path: string, bytes: Uint8Array<ArrayBuffer>, contentType: string): Promise<void>;
  close(): Promise<void>;
}

interface Place {
  ports: Ports;
  projectId: string;
}

setLogLevel('error');

/** Signs a demo person in. */
export async function signIn(uid: string, { ports, projectId }: Place): Promise<Client> {
  const app = initializeApp({ apiKey: 'emulator', projectId }, createId());
  const auth = getAuth(app);
  connectAuthEmulator(auth, `http://${host}:${ports.auth}`, { disableWarnings: true });
  const { email, password } = demoPerson(uid);
  await signInWithEmailAndPassword(auth, email, password);
  const db = getFirestore(app);
  connectFirestoreEmulator(db, host, ports.firestore);
  const functions = getFunctions(app, 'europe-west1');
  connectFunctionsEmulator(functions, host, ports.functions);
  const authorize = async (): Promise<Record<string, string>> => ({ Authorization: `Firebase ${await auth.currentUser!.getIdToken()}` });
  return {
    uid,
    db,
    call: async (name, input) => (await httpsCallable(functions, name)(input)).data,
    upload: (path, bytes, contentType) =>
      sendResumably(
        new Blob([bytes]),
        { objects: `http://${host}:${ports.storage}/v0/b/${projectId}.appspot.com/o`, path, contentType, authorize },
        { session: null, onSession: () => Promise.resolve(), onProgress: () => undefined, stop: new AbortController().signal },
      ),
    close: () => deleteApp(app),
  };
}

/** The emulator's owner, past all rules: for the bare floor, and for looking at everything at once. */
export function asOwner({ ports, projectId }: Place): Pick<Client, 'db' | 'close'> {
  const app = initializeApp({ apiKey: 'emulator', projectId }, createId());
  const db = getFirestore(app);
  connectFirestoreEmulator(db, host, ports.firestore, { mockUserToken: 'owner' });
  return { db, close: () => deleteApp(app) };
}

/** A report as the web app writes it. */
export function reportBy(uid: string, title: string, location: string | null = null): Record<string, unknown> {
  const { name, email, department } = demoPerson(uid);
  return {
    title,
    description: 'I got an email with a link to a log-in page that is not ours and it asks for my password. I did not click anything.',
    location,
    occurredAt: null,
    noticedHow: 'saw_it',
    affected: null,
    department,
    reporter: { uid, name, email, department },
    memberUids: [uid],
    status: 'open',
    visibility: 'team',
    createdAt: serverTimestamp(),
  };
}
