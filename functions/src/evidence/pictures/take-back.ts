import { evidenceLimits, type Evidence, type HostedPicture } from '@secura/domain/evidence/evidence';
import type { DocumentReference } from 'firebase-admin/firestore';
import { db, fromStore } from '../../platform/firebase.ts';
import { incidentRef } from '../../platform/incident-store.ts';
import { picturesSwept, pictureNotTakenBack } from '../../platform/logs.ts';
import { evidenceRef } from '../store.ts';
import { pictureHost, type KeptPicture, type PictureHost } from './port.ts';

type Host = () => Promise<PictureHost | null>;

/** Longer than any inspection goes on between handing a picture over and writing down that it did. */
const graceMs = 86_400_000;
/** More than this in one night were not left behind: records are missing, after a restore perhaps. */
const mostDropped = 200;

/** Restricted incidents whose pictures could not be taken back, until they could: nobody else would come back to them. */
const owedRef = (incidentId: string): DocumentReference => db().doc(`counters/pictures/owed/${incidentId}`);
/** Up to which moment of creation everything at the host has been looked at. */
const sweptRef = (): DocumentReference => db().doc('counters/pictures');

/**
 * Takes the pictures of a restricted incident back from their host; our own copies stay and are given out from then on. May run
 * again. @throws when a picture may still be there
 */
export async function takeBackPictures(incidentId: string, host: Host = pictureHost): Promise<void> {
  const ref = incidentRef(incidentId);
  if ((await ref.get()).get('visibility') !== 'restricted') return;
  try {
    const left = await takeBack(incidentId, host);
    await (left ? owedRef(incidentId).set({ since: new Date() }) : owedRef(incidentId).delete());
  } catch (error) {
    await owedRef(incidentId).set({ since: new Date() });
    throw error;
  }
}

/** @returns whether pictures are left, because no host is set up any more */
async function takeBack(incidentId: string, host: Host): Promise<boolean> {
  const { docs } = await incidentRef(incidentId).collection('evidence').select('hosted').limit(evidenceLimits.files * 2).get();
  let left = false;
  for (const doc of docs) {
    const hosted = doc.get('hosted') as HostedPicture | null | undefined;
    if (!hosted) continue;
    const port = await host();
    if (!port) {
      pictureNotTakenBack({ incidentId, evidenceId: doc.id, code: 'host_not_set_up' });
      left = true;
      continue;
    }
    await port.drop(hosted.fileId);
    // Only now: a record that names it no more is what nobody takes back.
    await doc.ref.update({ hosted: null });
  }
  return left;
}

/** What the sweep of a host found. */
export interface SweptPictures {
  looked: number;
  dropped: number;
  /** There were more than may be dropped at once: nothing was, and somebody has to look. */
  stopped: boolean;
}

/**
 * Takes back what no record stands for: handed over by an inspection that died or was overtaken, of a file that is gone or not
 * harmless after all, or of an incident restricted since. Only what is older than a day; may run any number of times. What was
 * found in order is not looked at again: evidence is never deleted, and an incident that is restricted later takes its own back.
 */
export async function sweepPictures(now: Date, host: Host = pictureHost): Promise<SweptPictures> {
  const swept: SweptPictures = { looked: 0, dropped: 0, stopped: false };
  const port = await host();
  if (!port) return swept;
  const owed = await sweptRef().collection('owed').select().limit(mostDropped).get();
  for (const { id } of owed.docs) await takeBackPictures(id, () => Promise.resolve(port)).catch(() => pictureNotTakenBack({ incidentId: id, evidenceId: '', code: 'host_failed' }));
  const until = new Date(now.getTime() - graceMs);
  const after = (fromStore<{ until?: Date } | undefined>((await sweptRef().get()).data()) ?? {}).until;
  const left: KeptPicture[] = [];
  for await (const page of port.kept(after)) {
    const old = page.filter(({ createdAt }) => createdAt <= until);
    swept.looked += old.length;
    left.push(...(await withoutRight(old)));
    // Oldest first: what follows is younger still.
    if (old.length < page.length) break;
  }
  swept.stopped = left.length > mostDropped;
  for (const { fileId, incidentId, evidenceId } of swept.stopped ? [] : left) {
    const ref = evidenceRef(incidentId, evidenceId);
    await port.drop(fileId);
    swept.dropped++;
    if ((await ref.get()).get('hosted.fileId') === fileId) await ref.update({ hosted: null });
  }
  if (!swept.stopped) await sweptRef().set({ until });
  picturesSwept(swept);
  return swept;
}

/** Which of these may not be there. */
async function withoutRight(kept: readonly KeptPicture[]): Promise<KeptPicture[]> {
  if (kept.length === 0) return [];
  const [records, incidents] = await Promise.all([
    db().getAll(...kept.map(({ incidentId, evidenceId }) => evidenceRef(incidentId, evidenceId)), { fieldMask: ['state', 'hosted'] }),
    db().getAll(...kept.map(({ incidentId }) => incidentRef(incidentId)), { fieldMask: ['visibility'] }),
  ]);
  return kept.filter((_, index) => {
    const { state, hosted } = fromStore<Partial<Pick<Evidence, 'state' | 'hosted'>> | undefined>(records[index]!.data()) ?? {};
    return state !== 'clean' || !hosted || incidents[index]!.get('visibility') === 'restricted';
  });
}
