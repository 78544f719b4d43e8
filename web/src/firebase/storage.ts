import { connectStorageEmulator, getStorage, ref, uploadBytesResumable, type FirebaseStorage } from 'firebase/storage';
import { firebaseApp } from './app.ts';
import { emulatorHost, emulatorPorts, inEmulator } from './config.ts';

let starting: Promise<FirebaseStorage> | undefined;

async function start(): Promise<FirebaseStorage> {
  const storage = getStorage(await firebaseApp());
  if (inEmulator) connectStorageEmulator(storage, emulatorHost, emulatorPorts.storage);
  return storage;
}

export interface Upload {
  /** Settles when the file is stored; rejects with a storage error whose code begins with `storage/`. */
  promise: Promise<void>;
  cancel(): void;
}

/**
 * Stores a file under a path that the rules allow. Import this module with `await import(...)`: the SDK loads with it.
 * @param onProgress gets the part sent, 0 to 1
 */
export async function uploadFile(
  path: string,
  blob: Blob,
  onProgress: (part: number) => void = () => undefined,
  metadata: { contentType?: string; customMetadata?: Record<string, string> } = {},
): Promise<Upload> {
  const task = uploadBytesResumable(ref(await (starting ??= start()), path), blob, metadata);
  const promise = new Promise<void>((resolve, reject) => {
    task.on('state_changed', (state) => onProgress(state.totalBytes ? state.bytesTransferred / state.totalBytes : 0), reject, resolve);
  });
  promise.catch(() => undefined);
  return { promise, cancel: () => void task.cancel() };
}
