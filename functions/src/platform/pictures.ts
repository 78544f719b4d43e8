import { evidenceLimits, viewPath, type Evidence } from '@secura/domain/evidence/evidence';
import type { PictureText } from '@secura/domain/triage/result';
import { fromStore } from './firebase.ts';
import { incidentRef } from './incident-store.ts';
import { readObject } from './storage.ts';

/** A picture of an incident: its text, and its copy for looking at, which holds pixels alone, for whoever can look. */
export interface StoredPicture extends PictureText {
  /** @returns null when the copy is larger than is sent anywhere */
  load(): Promise<{ mimeType: string; bytes: Uint8Array } | null>;
}

const mostPictures = 5;
const mostBytes = 2 * 1024 * 1024;

/**
 * The pictures of an incident that were read, oldest first, five at most.
 * @param fresh what was read just now and is not stored yet
 */
export async function storedPictures(incidentId: string, fresh?: { id: string; text: string }): Promise<StoredPicture[]> {
  const { docs } = await incidentRef(incidentId).collection('evidence').orderBy('createdAt').select('name', 'view', 'reading').limit(evidenceLimits.files * 2).get();
  return docs
    .map((doc) => ({ id: doc.id, ...fromStore<Pick<Evidence, 'name'> & Partial<Pick<Evidence, 'view' | 'reading'>>>(doc.data()) }))
    .filter(({ id, view, reading }) => view === 'picture' && (id === fresh?.id || reading?.state === 'done'))
    .slice(0, mostPictures)
    .map(({ id, name, reading }) => ({
      id,
      name,
      text: id === fresh?.id ? fresh.text : (reading?.text ?? ''),
      async load() {
        const bytes = await readObject(viewPath(incidentId, id), mostBytes);
        return Buffer.isBuffer(bytes) ? { mimeType: 'image/webp', bytes } : null;
      },
    }));
}
