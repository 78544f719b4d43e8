// Runs in the bench's browsers: the Firebase SDK as the web app sets it up, and a stop-watch.
import { initializeApp } from 'firebase/app';
import { connectAuthEmulator, getAuth, signInWithEmailAndPassword } from 'firebase/auth';
import {
  collection, connectFirestoreEmulator, doc, initializeFirestore, limit, onSnapshot, orderBy, persistentLocalCache, persistentMultipleTabManager,
  query, serverTimestamp, setDoc, where, type Firestore, type WhereFilterOp,
} from 'firebase/firestore';
import { connectFunctionsEmulator, getFunctions, httpsCallable, type Functions } from 'firebase/functions';

/** Where the emulators are, and who sits at this browser. */
export interface Seat {
  host: string;
  ports: { auth: number; firestore: number; functions: number };
  projectId: string;
  email: string;
  password: string;
}

/** A query as data, the shape that the domain builds. */
export interface Watched {
  collection: string;
  where: [field: string, op: string, value: unknown][];
  orderBy: [field: string, direction: 'asc' | 'desc'][];
  limit: number;
  /** Fields that must be there before a document has arrived. */
  arrivedWith: string[];
}

let db: Firestore;
let functions: Functions;
let stopWatching = (): void => {};
const waiting = new Map<string, (at: number) => void>();

// One clock for all browsers of this machine.
const now = (): number => performance.timeOrigin + performance.now();

const bench = {
  async signIn({ host, ports, projectId, email, password }: Seat): Promise<void> {
    const app = initializeApp({ apiKey: 'emulator', projectId });
    const auth = getAuth(app);
    connectAuthEmulator(auth, `http://${host}:${ports.auth}`, { disableWarnings: true });
    await signInWithEmailAndPassword(auth, email, password);
    db = initializeFirestore(app, { localCache: persistentLocalCache({ tabManager: persistentMultipleTabManager() }) });
    connectFirestoreEmulator(db, host, ports.firestore);
    functions = getFunctions(app, 'europe-west1');
    connectFunctionsEmulator(functions, host, ports.functions);
  },

  /** Opens a live listener; settles with the server's first answer. */
  watch(watched: Watched): Promise<void> {
    const source = query(
      collection(db, watched.collection),
      ...watched.where.map(([field, op, value]) => where(field, op as WhereFilterOp, value)),
      ...watched.orderBy.map(([field, direction]) => orderBy(field, direction)),
      limit(watched.limit),
    );
    return new Promise((opened, failed) => {
      stopWatching = onSnapshot(
        source,
        { includeMetadataChanges: true },
        (snapshot) => {
          const at = now();
          for (const { id } of snapshot.docs.filter((found) => watched.arrivedWith.every((field) => found.get(field) != null))) waiting.get(id)?.(at);
          if (!snapshot.metadata.fromCache) opened();
        },
        failed,
      );
    });
  },

  /** Ends the listener: the emulator goes on serving one whose browser just vanished, which slows every later write. */
  stopWatching(): void {
    stopWatching();
  },

  /** When a document arrives in a listener of this page. */
  see(id: string): Promise<number> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${id} did not arrive within 30 s.`)), 30_000);
      waiting.set(id, (at) => {
        clearTimeout(late);
        waiting.delete(id);
        resolve(at);
      });
    });
  },

  /** Writes a document; answers when it began. */
  write(path: string, data: Record<string, unknown>): number {
    const began = now();
    void setDoc(doc(db, path), { ...data, createdAt: serverTimestamp() });
    return began;
  },

  /** Calls a callable; answers how long it took. */
  async call(name: string, input: unknown): Promise<number> {
    const callable = httpsCallable(functions, name);
    const began = now();
    await callable(input);
    return now() - began;
  },
};

declare global {
  interface Window {
    bench: typeof bench;
  }
}

window.bench = bench;
