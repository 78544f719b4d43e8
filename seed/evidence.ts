import { createHash } from 'node:crypto';
import { quarantinePath, type ReportedEvidence } from '@secura/domain/evidence/evidence';
import { endingOf, fileTypes } from '@secura/domain/evidence/file-types';
import { inspectEvidence } from '../functions/src/evidence/inspect.ts';
import { readPicture } from '../functions/src/evidence/read.ts';
import { recordEvidence } from '../functions/src/evidence/record.ts';
import { incidentRef } from '../functions/src/platform/incident-store.ts';
import { stableId } from './ids.ts';
import { demoPerson } from './people.ts';
import { drawPicture } from './picture.ts';
import type { DemoFile } from './stories/story.ts';

/** The emulator's bucket of a project, the same that the web app's emulator build names. */
const bucketOf = (projectId: string): string => `${projectId}.appspot.com`;

/** Uploads a file, records it as the reporter's browser would, and has it looked into. */
export async function addFile(file: DemoFile, place: { incidentId: string; reporterUid: string; at: Date; projectId: string; storage: string }): Promise<void> {
  const { incidentId, reporterUid, at, projectId, storage } = place;
  const content = file.kind === 'picture' ? drawPicture(file.seed) : Buffer.from(file.content);
  const ending = endingOf(file.name);
  const declaredType = Object.values(fileTypes).find(({ endings }) => (endings as readonly string[]).includes(ending))?.mime ?? '';
  const id = stableId('file', incidentId, file.name);
  const path = quarantinePath(incidentId, id);
  const answer = await fetch(`http://${storage}/upload/storage/v1/b/${bucketOf(projectId)}/o?uploadType=media&name=${encodeURIComponent(path)}`, {
    method: 'POST',
    headers: { 'content-type': declaredType || 'application/octet-stream', authorization: 'Bearer owner' },
    body: new Uint8Array(content),
  });
  if (!answer.ok) throw new Error(`The Storage emulator did not take ${file.name}: ${answer.status} ${await answer.text()}`);
  const evidence: ReportedEvidence = {
    name: file.name,
    size: content.length,
    declaredType,
    sha256: createHash('sha256').update(content).digest('hex'),
    path,
    addedBy: { uid: reporterUid, name: demoPerson(reporterUid).name },
    createdAt: at,
  };
  await incidentRef(incidentId).collection('evidence').doc(id).create(evidence);
  await takeIn(incidentId, id, at);
}

/** What the trigger does, at the moment that is played; attachments of a mail are files of their own. */
async function takeIn(incidentId: string, id: string, at: Date): Promise<void> {
  await recordEvidence(incidentId, id, at, alreadyRegistered);
  await inspectEvidence(incidentId, id, new Date(at.getTime() + 1200));
  // The pictures of the demo are drawn without letters.
  await readPicture(incidentId, id, () => Promise.resolve(null), () => Promise.resolve({ name: 'nobody', read: () => Promise.resolve([]) }));
  const attached = await incidentRef(incidentId).collection('evidence').where('parentId', '==', id).get();
  for (const { id: child } of attached.docs) await takeIn(incidentId, child, new Date(at.getTime() + 2400));
}

/** For recording below an incident that the seed has registered itself. */
export const alreadyRegistered = (incidentId: string): Promise<never> => Promise.reject(new Error(`Incident ${incidentId} was not registered.`));
