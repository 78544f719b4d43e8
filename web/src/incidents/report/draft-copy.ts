import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { keepsOnDevice } from '../../firebase/device.ts';
import { isDraft, type Draft } from './draft.ts';

interface Schema extends DBSchema {
  drafts: { key: string; value: Draft };
}

let opening: Promise<IDBPDatabase<Schema>> | undefined;

function open(): Promise<IDBPDatabase<Schema>> {
  return (opening ??= openDB<Schema>('secura-drafts', 1, {
    upgrade: (db) => void db.createObjectStore('drafts'),
    // Sign-out in another tab deletes the database; an open connection would make it wait for ever.
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      opening = undefined;
    },
  }));
}

/**
 * Keeps a second copy of the draft, or none. Local storage can be read at once but is written to disk up to a minute
 * later: a browser that is killed forgets what was typed last, a database does not.
 */
export async function copyDraft(uid: string, draft: Draft | null): Promise<void> {
  if (!keepsOnDevice()) return;
  try {
    const db = await open();
    if (draft) await db.put('drafts', draft, uid);
    else await db.delete('drafts', uid);
  } catch {
    // The first copy is there.
  }
}

/** The second copy, if there is one. */
export async function copiedDraft(uid: string): Promise<Draft | null> {
  if (!keepsOnDevice()) return null;
  const stored: unknown = await (await open()).get('drafts', uid);
  return isDraft(stored) ? stored : null;
}
