import { ServerTimeMark } from './server-time.ts';
import { addPending, pendingPaths, removePending } from './pending.ts';

export interface Written {
  /** Settles when the server has answered: at once online, after the network is back offline. Rejects when refused. */
  acked: Promise<void>;
}

/** Put in a field's place, it becomes the server's time of writing. */
export function serverTime(): ServerTimeMark {
  return new ServerTimeMark();
}

async function send(path: string, write: (firestore: typeof import('./firestore.ts')) => Promise<void>): Promise<Written> {
  const firestore = await import('./firestore.ts');
  addPending(path);
  const acked = write(firestore).finally(() => removePending(path));
  // The caller may leave before the network is back; an unhandled refusal would be noise then.
  acked.catch(() => undefined);
  return { acked };
}

/** Creates a document that rules let this person create. Resolves as soon as it is queued on this device. */
export function createDoc(path: string, data: Record<string, unknown>): Promise<Written> {
  return send(path, (firestore) => firestore.set(path, data));
}

/** Changes the given fields of a document that rules let this person change. */
export function updateOwn(path: string, data: Record<string, unknown>): Promise<Written> {
  return send(path, (firestore) => firestore.update(path, data));
}

/** Removes a document that rules let this person remove. */
export function removeOwn(path: string): Promise<Written> {
  return send(path, (firestore) => firestore.remove(path));
}

let settling = false;

/** Changes that an earlier visit left waiting: crosses them out when Firestore has sent its whole queue. */
export async function settleEarlierWrites(): Promise<void> {
  const earlier = pendingPaths();
  if (settling || earlier.length === 0) return;
  settling = true;
  try {
    const { allWritesSent } = await import('./firestore.ts');
    await allWritesSent();
    earlier.forEach(removePending);
  } catch {
    // The person changed; the list of the earlier one is gone with the rest.
  } finally {
    settling = false;
  }
}
