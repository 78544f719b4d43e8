import { isDeclarable, quarantinePath } from '@secura/domain/evidence/evidence';
import { createId } from '@secura/domain/platform/ids';
import { useMemo, useSyncExternalStore } from 'react';
import { keepsOnDevice } from '../firebase/device.ts';
import { readOnce } from '../firebase/live.ts';
import { whenBackOnline } from '../firebase/online.ts';
import { countAlsoAsUnsent } from '../firebase/pending.ts';
import { currentSession } from '../firebase/session.ts';
import { createDoc, serverTime } from '../firebase/write.ts';
import { acceptFiles, fingerprint, type Room } from './accept.ts';
import { judge } from './upload-failure.ts';
import { createUploadQueue, type UploadQueue, type UploadWay } from './upload-queue.ts';
import type { UploadRecord, UploadView } from './upload-record.ts';
import { memoryStore, persistentStore } from './upload-store.ts';

let current: { uid: string; queue: UploadQueue } | undefined;
const listeners = new Set<() => void>();
const nothing: readonly UploadView[] = [];

function notify(): void {
  for (const listener of listeners) listener();
}

async function lockTabs(work: () => Promise<void>): Promise<void> {
  await ('locks' in navigator ? navigator.locks.request('secura-uploads', work) : work());
}

async function putFile(record: UploadRecord, blob: Blob, { stop, ...way }: UploadWay): Promise<void> {
  const { uploadFile } = await import('../firebase/storage.ts');
  // A request that hangs without a network would hold up the file after the network is back.
  const ending = new AbortController();
  const end = (): void => ending.abort(stop.reason);
  window.addEventListener('offline', end);
  stop.addEventListener('abort', end);
  try {
    stop.throwIfAborted();
    await uploadFile(quarantinePath(record.incidentId, record.evidenceId), blob, record.type || 'application/octet-stream', { ...way, session: record.session ?? null, stop: ending.signal });
  } finally {
    window.removeEventListener('offline', end);
    stop.removeEventListener('abort', end);
  }
}

async function putDocument(record: UploadRecord): Promise<void> {
  const { acked } = await createDoc(`incidents/${record.incidentId}/evidence/${record.evidenceId}`, {
    name: record.name,
    size: record.size,
    declaredType: record.type,
    sha256: record.sha256,
    path: quarantinePath(record.incidentId, record.evidenceId),
    addedBy: { uid: record.uid, name: record.addedByName },
    createdAt: serverTime(),
  });
  await acked;
}

async function isRecorded(record: UploadRecord): Promise<boolean> {
  const found = await readOnce<{ sha256: string }>({
    collection: `incidents/${record.incidentId}/evidence`,
    where: [['__name__', '==', record.evidenceId]],
    limit: 1,
  });
  return found[0]?.sha256 === record.sha256;
}

function begin(uid: string): UploadQueue {
  const keeps = keepsOnDevice();
  const channel = keeps && 'BroadcastChannel' in window ? new BroadcastChannel('secura-uploads') : undefined;
  const queue = createUploadQueue(uid, {
    store: keeps ? persistentStore() : memoryStore(),
    online: () => navigator.onLine,
    exclusive: lockTabs,
    upload: putFile,
    record: putDocument,
    recorded: isRecorded,
    judge,
    announce: () => channel?.postMessage('changed'),
    after: (ms, callback) => void setTimeout(callback, ms),
  });
  channel?.addEventListener('message', () => void queue.refresh().then(() => queue.pump()));
  whenBackOnline(() => void queue.pump());
  countAlsoAsUnsent(() => queue.views().filter(({ state }) => state === 'waiting' || state === 'paused' || state === 'uploading').length);
  queue.subscribe(notify);
  return queue;
}

function theQueue(): UploadQueue {
  const session = currentSession();
  if (session.status !== 'signed-in') throw new Error('Files belong to somebody who is signed in.');
  // Another person reaches this page only by a reload, so one queue a page is enough.
  if (current?.uid !== session.uid) {
    current = { uid: session.uid, queue: begin(session.uid) };
    void current.queue.refresh();
  }
  return current.queue;
}

/** Sends what an earlier page left behind, and goes on by itself; called once after sign-in. */
export async function startUploads(): Promise<void> {
  await theQueue().pump();
}

interface AddOptions {
  held?: boolean;
  stored?: Room;
  onTaken?: (file: { id: string; name: string }) => void;
}

/**
 * Adds files to an incident and sends them by themselves, now or when the network is back.
 * @param options `held`: the incident is not known to the server yet, so they wait for {@link releaseUploads};
 *   `stored`: what the incident has already; `onTaken`: told of each file that was taken
 * @returns a sentence for each file that was not taken
 */
export async function addFiles(incidentId: string, files: readonly File[], { held = false, stored = { files: 0, bytes: 0 }, onTaken }: AddOptions = {}): Promise<string[]> {
  const session = currentSession();
  if (session.status !== 'signed-in') throw new Error('Files belong to somebody who is signed in.');
  const queue = theQueue();
  await queue.refresh();
  const onTheWay = queue.views().filter((view) => view.incidentId === incidentId && view.state !== 'refused' && view.state !== 'stored');
  const present = { files: stored.files + onTheWay.length, bytes: stored.bytes + onTheWay.reduce((sum, { size }) => sum + size, 0) };
  const { files: accepted, refusals } = acceptFiles(files, present);
  for (const [index, { file, name }] of accepted.entries()) {
    try {
      const record: UploadRecord = {
        evidenceId: createId(),
        incidentId,
        uid: session.uid,
        addedByName: session.name,
        name,
        // What a system calls otherwise counts as unknown.
        type: isDeclarable(file.type) ? file.type : '',
        size: file.size,
        sha256: await fingerprint(file),
        held,
        uploaded: false,
        attempts: 0,
        refusal: null,
        addedAt: Date.now() + index,
      };
      await queue.add(record, file);
      onTaken?.({ id: record.evidenceId, name });
    } catch (error) {
      refusals.push(
        (error as Error).name === 'QuotaExceededError'
          ? `“${name}” was not added: there is no room left on this device.`
          : `“${name}” could not be read. Copy it somewhere else on this device and choose it again.`,
      );
    }
  }
  return refusals;
}

/** The server knows the incident now: its files may go. */
export async function releaseUploads(incidentId: string): Promise<void> {
  await theQueue().release(incidentId);
}

/** Takes a file off the list again, before it is sent or after it was refused. */
export async function removeUpload(evidenceId: string): Promise<void> {
  await theQueue().remove(evidenceId);
}

/** Removes all files of an incident that are still held, e.g. of a discarded draft. */
export async function removeHeld(incidentId: string): Promise<void> {
  const queue = theQueue();
  await queue.refresh();
  const held = queue.views().filter((view) => view.incidentId === incidentId && view.state === 'held');
  for (const { evidenceId } of held) await queue.remove(evidenceId);
}

/** What is known of the reports that files are held for. */
export interface HeldFor {
  /** A report that was sent off here releases its files itself. */
  isOnItsWay(incidentId: string): boolean;
  /** What is being written keeps its files. After a crash a browser may still know a report as a draft that was sent. */
  isDraft(incidentId: string): boolean;
  /** Whether the server has the incident. */
  hasArrived(incidentId: string): Promise<boolean>;
}

/**
 * Looks after held files whose report will not release them, as after a crash: those of a report that did arrive go, others
 * are removed a week after they were added, unless a draft wants them.
 */
export async function settleOrphans({ isOnItsWay, isDraft, hasArrived }: HeldFor): Promise<void> {
  const queue = theQueue();
  await queue.refresh();
  const weekAgo = Date.now() - 7 * 86_400_000;
  const orphans = queue.views().filter((view) => view.state === 'held' && !isOnItsWay(view.incidentId));
  for (const incidentId of new Set(orphans.map((view) => view.incidentId))) {
    if (await hasArrived(incidentId)) await queue.release(incidentId);
    else if (!isDraft(incidentId)) for (const { evidenceId } of orphans.filter((view) => view.incidentId === incidentId && view.addedAt < weekAgo)) await queue.remove(evidenceId);
  }
}

/** Stops a file that waits or is on its way, or lets it go again. */
export async function pauseUpload(evidenceId: string, paused: boolean): Promise<void> {
  await theQueue().pause(evidenceId, paused);
}

/** Tries a refused file once more. */
export async function retryUpload(evidenceId: string): Promise<void> {
  await theQueue().retry(evidenceId);
}

/** The bytes of a file that still waits here, for a preview. */
export async function uploadBlob(evidenceId: string): Promise<Blob | undefined> {
  const session = currentSession();
  if (session.status !== 'signed-in') return undefined;
  return theQueue().blob(evidenceId);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Files of an incident that were added here: waiting, on their way, just stored, or refused. */
export function useUploads(incidentId: string): readonly UploadView[] {
  const all = useSyncExternalStore(subscribe, () => {
    const session = currentSession();
    return session.status === 'signed-in' ? theQueue().views() : nothing;
  });
  return useMemo(() => all.filter((view) => view.incidentId === incidentId), [all, incidentId]);
}
