import { evidenceLimits, quarantinePath, type Evidence } from '@secura/domain/evidence/evidence';
import { keptOf, type Reading, type ReadLine } from '@secura/domain/evidence/reading';
import { retryTime } from '@secura/domain/evidence/states';
import type { EventBody } from '@secura/domain/incidents/events';
import type { Incident, InternalCase } from '@secura/domain/incidents/incident';
import { pictureWords } from '@secura/domain/incidents/search';
import { untilAppended } from '../platform/append.ts';
import { db, fromStore } from '../platform/firebase.ts';
import { applyChange, caseRef, incidentRef, readIncident, systemActor, textHash, type Change } from '../platform/incident-store.ts';
import { pictureRead, readingFailed } from '../platform/logs.ts';
import { readObject, sha256 } from '../platform/storage.ts';
import { evidenceRef, readEvidence } from './store.ts';

/** What follows for the incident from what was read; null when nothing does. May be asked again should the incident change meanwhile. */
export type Consequence = (incident: Incident, internal: InternalCase | null, fresh: { id: string; text: string }) => Promise<Omit<Change, 'what' | 'part'> | null>;

interface Reader {
  name: string;
  read(picture: Buffer): Promise<ReadLine[]>;
}

async function ocr(): Promise<Reader> {
  const { readerName, recognise } = await import('./ocr.ts');
  return { name: readerName, read: recognise };
}

/**
 * Reads the text in a picture that was looked into. May be called any number of times and at once: text, event and what
 * follows are one commit, and only one can find the picture still waiting. A failure is tried again later.
 * @returns the state of its reading afterwards; null for what is no picture
 */
export async function readPicture(incidentId: string, evidenceId: string, consequence: Consequence, reader: () => Promise<Reader> = ocr): Promise<Reading['state'] | null> {
  const started = performance.now();
  const evidence = readEvidence(await evidenceRef(incidentId, evidenceId).get());
  if (evidence?.reading?.state !== 'waiting') return evidence?.reading?.state ?? null;
  let kept: ReturnType<typeof keptOf>;
  let name: string;
  try {
    const port = await reader();
    name = port.name;
    kept = keptOf(await port.read(await bytesOf(incidentId, evidence)));
  } catch (error) {
    readingFailed({ incidentId, evidenceId, attempts: evidence.reading.attempts }, error);
    await evidenceRef(incidentId, evidenceId).update({ retryAt: retryTime(evidence.reading.attempts + 1, new Date()) });
    return 'waiting';
  }
  const state = await settle(incidentId, evidenceId, { kept, name, consequence });
  pictureRead({ incidentId, evidenceId, letters: kept.text.length, confidence: kept.confidence, ms: Math.round(performance.now() - started) });
  return state;
}

async function bytesOf(incidentId: string, { id, inspection }: Evidence): Promise<Buffer> {
  const bytes = await readObject(quarantinePath(incidentId, id), evidenceLimits.bytes);
  if (!Buffer.isBuffer(bytes) || sha256(bytes) !== inspection?.sha256) throw new Error('The stored file is not the one that was checked.');
  return bytes;
}

async function settle(incidentId: string, evidenceId: string, { kept, name: reader, consequence }: { kept: ReturnType<typeof keptOf>; name: string; consequence: Consequence }): Promise<Reading['state'] | null> {
  const ref = evidenceRef(incidentId, evidenceId);
  return untilAppended(async () => {
    const [stored, internal, snapshot] = await db().getAll(incidentRef(incidentId), caseRef(incidentId), ref);
    const incident = readIncident(stored!);
    const evidence = readEvidence(snapshot!);
    if (!incident || evidence?.reading?.state !== 'waiting') return evidence?.reading?.state ?? null;
    const reading: Reading = { ...evidence.reading, ...kept, state: 'done', reader: kept.text === '' ? null : reader };
    const follows = await consequence(incident, internal!.exists ? fromStore<InternalCase>(internal!.data()) : null, { id: evidenceId, text: kept.text });
    const events = [...readEvents(evidence, reading), ...(follows?.events ?? [])];
    const batch = db().batch();
    // A picture without words is no news.
    if (events.length > 0) {
      const patch = { ...follows?.patch, ...(kept.text !== '' && { pictureWords: pictureWords([...(incident.pictureWords ?? []), kept.text]) }) };
      applyChange(batch, incident, { ...follows, patch, events, what: `Read the picture ${evidence.name}` }, { actor: systemActor, now: new Date(), requestId: null, caseAt: internal!.updateTime });
    }
    batch.update(ref, { reading, retryAt: null }, { lastUpdateTime: snapshot!.updateTime! });
    await batch.commit();
    return 'done';
  });
}

/** The event says that and what was read, never the words: they may hold a password. */
function readEvents({ id, name, inspection, sha256: reported }: Evidence, { text, reader, confidence }: Reading): EventBody[] {
  if (reader === null || confidence === null) return [];
  return [{ type: 'evidence.read', data: { evidenceId: id, name, sha256: inspection?.sha256 ?? reported, textSha256: textHash(text), letters: text.length, reader, confidence } }];
}
