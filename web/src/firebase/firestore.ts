import {
  and, clearIndexedDbPersistence, collection, collectionGroup, connectFirestoreEmulator, deleteDoc, disableNetwork, doc, enableNetwork, getDoc,
  getDocsFromServer, initializeFirestore, limit, memoryLocalCache, onSnapshot, or, orderBy, persistentLocalCache, persistentMultipleTabManager, query, serverTimestamp,
  setDoc, startAfter, terminate, Timestamp, updateDoc, waitForPendingWrites, where,
  type DocumentData, type DocumentSnapshot, type Firestore, type Query, type QueryConstraint, type QueryDocumentSnapshot, type QuerySnapshot,
} from 'firebase/firestore';
import { firebaseApp } from './app.ts';
import { emulatorHost, emulatorPorts, inEmulator } from './config.ts';
import { keepsOnDevice } from './device.ts';
import type { Snapshot } from './live-bridge.ts';
import type { DocSpec, LiveError, LiveSpec, QuerySpec, Where } from './query-spec.ts';
import { countReads } from './reads.ts';
import { ServerTimeMark } from './server-time.ts';

let starting: Promise<Firestore> | undefined;

async function start(): Promise<Firestore> {
  const app = await firebaseApp();
  const db = initializeFirestore(app, {
    localCache: keepsOnDevice() ? persistentLocalCache({ tabManager: persistentMultipleTabManager() }) : memoryLocalCache(),
  });
  if (inEmulator) {
    connectFirestoreEmulator(db, emulatorHost, emulatorPorts.firestore);
    stopListeningWithPage();
  }
  return db;
}

const listeners = new Set<() => void>();

/** The emulator, unlike the service, works for the listeners of a page that is gone as long as it runs. */
function stopListeningWithPage(): void {
  window.addEventListener('pagehide', ({ persisted }) => {
    if (!persisted) for (const stop of listeners) stop();
  });
}

function database(): Promise<Firestore> {
  return (starting ??= start());
}

function toStored(value: unknown): unknown {
  if (value instanceof ServerTimeMark) return serverTimestamp();
  if (Array.isArray(value)) return value.map(toStored);
  if (value && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.fromEntries(Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : [[key, toStored(inner)]])));
  }
  return value;
}

function fromStored(value: unknown): unknown {
  if (value instanceof Timestamp) return value.toDate();
  if (Array.isArray(value)) return value.map(fromStored);
  if (value && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fromStored(inner)]));
  }
  return value;
}

// A time that the server has yet to set reads as our own estimate, so that a queued message has its place in the list.
function convert(snapshot: DocumentSnapshot): Record<string, unknown> {
  const data = snapshot.data({ serverTimestamps: 'estimate' }) ?? {};
  return { ...(fromStored(data) as DocumentData), id: snapshot.id, _pending: snapshot.metadata.hasPendingWrites };
}

/** Snapshots of delivered documents, so that a cursor is exact and costs no further read. */
const delivered = new Map<string, QueryDocumentSnapshot>();

function rememberSnapshot(snapshot: QueryDocumentSnapshot): void {
  delivered.delete(snapshot.ref.path);
  delivered.set(snapshot.ref.path, snapshot);
  if (delivered.size > 1000) delivered.delete(delivered.keys().next().value as string);
}

const toFilter = ([field, op, value]: Where) => where(field, op, value);

async function buildQuery(db: Firestore, spec: QuerySpec): Promise<Query> {
  const base = spec.group ? collectionGroup(db, spec.collection) : collection(db, spec.collection);
  const rest: QueryConstraint[] = (spec.orderBy ?? []).map(([field, direction]) => orderBy(field, direction));
  if (spec.startAfterDoc) rest.push(startAfter(delivered.get(spec.startAfterDoc) ?? (await getDoc(doc(db, spec.startAfterDoc)))));
  else if (spec.startAfter) rest.push(startAfter(...spec.startAfter));
  rest.push(limit(spec.limit));
  const filters = (spec.where ?? []).map(toFilter);
  const anyOf = (spec.anyOf ?? []).map(toFilter);
  if (anyOf.length > 0) return query(base, and(...filters, or(...anyOf)), ...(rest as never[]));
  return query(base, ...filters, ...rest);
}

function toError(error: { code?: string; message?: string }): LiveError {
  const code = (error.code ?? 'internal').replace(/^firestore\//, '');
  if (code === 'permission-denied') return { code, message: 'You may not see this, or your session has ended.' };
  if (code === 'failed-precondition') return { code, message: `The database refused this list: ${error.message ?? ''}` };
  return { code, message: 'This could not be loaded. Check your connection; it is tried again by itself.' };
}

function listenDoc(db: Firestore, spec: DocSpec, next: (snapshot: Snapshot) => void, fail: (error: LiveError) => void): () => void {
  let seen: string | undefined;
  return onSnapshot(
    doc(db, spec.doc),
    { includeMetadataChanges: true },
    (snapshot) => {
      const { fromCache, hasPendingWrites } = snapshot.metadata;
      const data = snapshot.exists() ? convert(snapshot) : null;
      const now = JSON.stringify(snapshot.data() ?? null);
      if (!fromCache && !hasPendingWrites && now !== seen) {
        countReads(1, seen !== undefined);
        seen = now;
      }
      next({ data, fromCache, hasPendingWrites });
    },
    (error) => fail(toError(error)),
  );
}

function listenQuery(target: Query, next: (snapshot: Snapshot) => void, fail: (error: LiveError) => void): () => void {
  // Unchanged documents stay the same objects, so that memoised rows do not render again.
  const converted = new Map<string, Record<string, unknown>>();
  let complete = false;
  return onSnapshot(
    target,
    { includeMetadataChanges: true },
    (snapshot: QuerySnapshot) => {
      countReads(snapshot.docChanges().filter((change) => change.type !== 'removed' && !change.doc.metadata.hasPendingWrites).length, complete);
      for (const change of snapshot.docChanges({ includeMetadataChanges: true })) {
        if (change.type === 'removed') converted.delete(change.doc.ref.path);
        else {
          converted.set(change.doc.ref.path, convert(change.doc));
          rememberSnapshot(change.doc);
        }
      }
      const data = snapshot.docs.map((document) => converted.get(document.ref.path));
      const { fromCache, hasPendingWrites } = snapshot.metadata;
      complete ||= !fromCache;
      next({ data, fromCache, hasPendingWrites });
    },
    (error) => fail(toError(error)),
  );
}

/** Listens to a document or a query; resolves to the function that stops it. */
export async function listen(spec: LiveSpec, next: (snapshot: Snapshot) => void, fail: (error: LiveError) => void): Promise<() => void> {
  const db = await database();
  const stop = 'doc' in spec ? listenDoc(db, spec, next, fail) : listenQuery(await buildQuery(db, spec), next, fail);
  listeners.add(stop);
  return () => {
    listeners.delete(stop);
    stop();
  };
}

/** @throws an error with the code `unavailable` while the server cannot be reached: the cache may not know better */
export async function readOnce(spec: QuerySpec): Promise<Record<string, unknown>[]> {
  const snapshot = await getDocsFromServer(await buildQuery(await database(), spec));
  countReads(snapshot.size);
  return snapshot.docs.map(convert);
}

/** Writes a whole document; resolves when the server has it. The local cache has it at once. */
export async function set(path: string, data: Record<string, unknown>): Promise<void> {
  await setDoc(doc(await database(), path), toStored(data) as DocumentData);
}

/** Changes fields of a document; resolves when the server has them. */
export async function update(path: string, data: Record<string, unknown>): Promise<void> {
  await updateDoc(doc(await database(), path), toStored(data) as DocumentData);
}

/** Removes a document; resolves when the server has. */
export async function remove(path: string): Promise<void> {
  await deleteDoc(doc(await database(), path));
}

/** Resolves when every change made on this device, in this tab or an earlier one, has reached the server. */
export async function allWritesSent(): Promise<void> {
  await waitForPendingWrites(await database());
}

/** Tries the server at once, however long the next attempt would have waited. */
export async function reconnect(): Promise<void> {
  const db = await database();
  await disableNetwork(db);
  await enableNetwork(db);
}

/** Stops Firestore and removes what it cached; this page cannot use it afterwards. */
export async function forgetEverything(): Promise<void> {
  if (!starting) return;
  const db = await starting;
  await terminate(db);
  // Fails while another tab holds the cache; that tab removes it when it signs out in turn.
  await clearIndexedDbPersistence(db).catch(() => undefined);
}
