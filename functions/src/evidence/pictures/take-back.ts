import { evidenceLimits, type Evidence, type HostedPicture } from '@secura/domain/evidence/evidence';
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

/**
 * Takes the pictures of a restricted incident back from their host; our own copies stay and are given out from then on. May run
 * again. @throws when a picture may still be there
 */
export async function takeBackPictures(incidentId: string, host: Host = pictureHost): Promise<void> {
  const ref = incidentRef(incidentId);
  if ((await ref.get()).get('visibility') !== 'restricted') return;
  const { docs } = await ref.collection('evidence').select('hosted').limit(evidenceLimits.files * 2).get();
  for (const doc of docs) {
    const hosted = doc.get('hosted') as HostedPicture | null | undefined;
    if (!hosted) continue;
    const port = await host();
    if (!port) {
      pictureNotTakenBack({ incidentId, evidenceId: doc.id, code: 'host_not_set_up' });
      continue;
    }
    await port.drop(hosted.fileId);
    // Only now: a record that names it no more is what nobody takes back.
    await doc.ref.update({ hosted: null });
  }
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
 * harmless after all, or of an incident restricted since. Only what is older than a day; may run any number of times.
 */
export async function sweepPictures(now: Date, host: Host = pictureHost): Promise<SweptPictures> {
  const swept: SweptPictures = { looked: 0, dropped: 0, stopped: false };
  const port = await host();
  if (!port) return swept;
  const left: KeptPicture[] = [];
  for await (const page of port.kept()) {
    swept.looked += page.length;
    left.push(...(await withoutRight(page.filter(({ createdAt }) => createdAt.getTime() < now.getTime() - graceMs))));
  }
  swept.stopped = left.length > mostDropped;
  for (const { fileId, incidentId, evidenceId } of swept.stopped ? [] : left) {
    const ref = evidenceRef(incidentId, evidenceId);
    await port.drop(fileId);
    swept.dropped++;
    if ((await ref.get()).get('hosted.fileId') === fileId) await ref.update({ hosted: null });
  }
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
