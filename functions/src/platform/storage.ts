import { createHash } from 'node:crypto';
import { db } from './firebase.ts';

/** The bucket of this project. Its name comes with the deployment; scripts are told it, for projects have had different names by default. */
async function bucket() {
  db();
  const { getStorage } = await import('firebase-admin/storage');
  const config = JSON.parse(process.env['FIREBASE_CONFIG'] ?? '{}') as { storageBucket?: string };
  return getStorage().bucket(config.storageBucket ?? process.env['STORAGE_BUCKET'] ?? `${process.env['GCLOUD_PROJECT']}.appspot.com`);
}

/**
 * Reads a stored file whole.
 * @param most bytes; a larger file is answered as `too-large` without being read
 * @returns null when there is none
 */
export async function readObject(path: string, most: number): Promise<Buffer | 'too-large' | null> {
  const file = (await bucket()).file(path);
  try {
    const [metadata] = await file.getMetadata();
    if (Number(metadata.size) > most) return 'too-large';
    const [bytes] = await file.download();
    return bytes;
  } catch (error) {
    const { code, message } = error as { code?: unknown; message?: string };
    // A bucket that is not there says nothing of the file: a script that was told no name would find none at all.
    if (code === 404 && !/bucket does not exist/i.test(message ?? '')) return null;
    throw error;
  }
}

/** Writes a file, in place of what is there. */
export async function writeObject(path: string, bytes: Buffer, contentType: string): Promise<void> {
  const file = (await bucket()).file(path);
  const write = (): Promise<void> => file.save(bytes, { contentType, resumable: false });
  // A connection that is kept for the next request may have ended in between, which the SDK does not take for a reason to
  // send a file again. The same bytes at the same path do no harm.
  await write().catch((error: { code?: unknown }) => (error.code === 'EPIPE' || error.code === 'ECONNRESET' ? write() : Promise.reject(error as Error)));
}

/** A stored file, as a listing names it. */
export interface StoredObject {
  path: string;
  createdAt: Date;
}

const pageSize = 300;

/** Stored files whose path begins so, some hundreds at a time. */
export async function* listObjects(prefix: string): AsyncGenerator<StoredObject[]> {
  const from = await bucket();
  let pageToken: string | undefined;
  do {
    const [files, next] = await from.getFiles({ prefix, maxResults: pageSize, autoPaginate: false, ...(pageToken && { pageToken }) });
    yield files.map(({ name, metadata }) => ({ path: name, createdAt: new Date(metadata.timeCreated!) }));
    pageToken = (next as { pageToken?: string } | null)?.pageToken;
  } while (pageToken !== undefined);
}

/** Deletes a stored file; one that is gone already is no failure. */
export async function deleteObject(path: string): Promise<void> {
  await (await bucket()).file(path).delete({ ignoreNotFound: true });
}

/** SHA-256 of bytes, 64 lower-case hex digits. */
export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
