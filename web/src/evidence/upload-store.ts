import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { UploadRecord, UploadStore } from './upload-record.ts';

// The name begins with `secura-`: sign-out deletes such databases.
const databaseName = 'secura-uploads';

interface Schema extends DBSchema {
  files: { key: string; value: UploadRecord };
  blobs: { key: string; value: Blob };
}

/** Files that survive a reload, a crash and a closed tab. */
export function persistentStore(): UploadStore {
  let opening: Promise<IDBPDatabase<Schema>> | undefined;
  const open = () =>
    (opening ??= openDB<Schema>(databaseName, 1, {
      upgrade(db) {
        db.createObjectStore('files', { keyPath: 'evidenceId' });
        db.createObjectStore('blobs');
      },
      // Sign-out in another tab deletes the database; an open connection would make it wait for ever.
      blocking(_current, _blocked, event) {
        (event.target as IDBDatabase).close();
        opening = undefined;
      },
      terminated() {
        opening = undefined;
      },
    }));
  return {
    all: async () => (await open()).getAll('files'),
    put: async (record) => void (await (await open()).put('files', record)),
    putBlob: async (evidenceId, blob) => void (await (await open()).put('blobs', blob, evidenceId)),
    blob: async (evidenceId) => (await open()).get('blobs', evidenceId),
    async remove(evidenceId) {
      const transaction = (await open()).transaction(['files', 'blobs'], 'readwrite');
      await Promise.all([transaction.objectStore('files').delete(evidenceId), transaction.objectStore('blobs').delete(evidenceId), transaction.done]);
    },
  };
}

/** Files that live as long as the page: for a computer that others use too. */
export function memoryStore(): UploadStore {
  const records = new Map<string, UploadRecord>();
  const blobs = new Map<string, Blob>();
  return {
    all: () => Promise.resolve([...records.values()].map((record) => ({ ...record }))),
    put(record) {
      records.set(record.evidenceId, { ...record });
      return Promise.resolve();
    },
    putBlob(evidenceId, blob) {
      blobs.set(evidenceId, blob);
      return Promise.resolve();
    },
    blob: (evidenceId) => Promise.resolve(blobs.get(evidenceId)),
    remove(evidenceId) {
      records.delete(evidenceId);
      blobs.delete(evidenceId);
      return Promise.resolve();
    },
  };
}
