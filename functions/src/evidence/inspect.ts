import { evidenceLimits, quarantinePath, viewPath, type Evidence, type HostedPicture } from '@secura/domain/evidence/evidence';
import type { MailView } from '@secura/domain/evidence/mail';
import { readingLeaseMs, toBeRead } from '@secura/domain/evidence/reading';
import { judge } from '@secura/domain/evidence/reasons';
import { leaseMs, mayBecome, retryTime, type EvidenceState } from '@secura/domain/evidence/states';
import type { DocumentSnapshot } from 'firebase-admin/firestore';
import { untilAppended } from '../platform/append.ts';
import { db } from '../platform/firebase.ts';
import { applyChange, incidentRef, readIncident, systemActor } from '../platform/incident-store.ts';
import { evidenceInspected, inspectionFailed } from '../platform/logs.ts';
import { readObject, sha256, writeObject } from '../platform/storage.ts';
import { transact } from '../platform/transaction.ts';
import { unpackAttachments } from './attachments.ts';
import { judgeArrival } from './inspect/arrival.ts';
import { lookInto, nothingFound, type Finding } from './inspect/look-into.ts';
import { hostPicture, unhost } from './pictures/host.ts';
import { pictureHost } from './pictures/port.ts';
import { malwareScanner, type MalwareScanner } from './scan/port.ts';
import { evidenceRef, readEvidence } from './store.ts';

/** What one inspection found, before it is written down. */
type Result = Omit<Finding, 'copy' | 'mail'> & { sha256: string | null; hosted: HostedPicture | null };

const { copy: _copy, mail: _mail, ...unread } = nothingFound;
const nothing: Result = { ...unread, sha256: null, hosted: null };

/**
 * Looks into a file that waits: is it what was sent, what kind is it really, what speaks against it, does it hold malware;
 * and makes the copy for looking at. May be called any number of times: one caller holds the file for two minutes, the
 * result is written once, in one commit with its event. A failure leaves the file closed and says when it is tried again.
 * @param at the moment, where history is played; else the clock
 * @returns the state that the file is in afterwards; null when there is no such file
 */
export async function inspectEvidence(incidentId: string, evidenceId: string, at?: Date, scanner: () => Promise<MalwareScanner> = malwareScanner): Promise<EvidenceState | null> {
  const started = performance.now();
  const clock = (): Date => at ?? new Date();
  const ref = evidenceRef(incidentId, evidenceId);
  const snapshot = await ref.get();
  const evidence = readEvidence(snapshot);
  if (!evidence) return null;
  // Held by another, or to be left alone for a while after a failure, whoever asks.
  if (!mayBecome(evidence.state, 'scanning') || (evidence.retryAt !== null && evidence.retryAt > clock())) return evidence.state;
  const attempts = evidence.attempts + 1;
  if (!(await claim(snapshot, attempts, clock()))) return 'scanning';

  const finding = await find(incidentId, evidence, scanner, clock());
  const state = judge(finding.reasons);
  const settled = await settle(incidentId, evidenceId, { finding, state, attempts, now: clock() });
  evidenceInspected({ incidentId, evidenceId, state: settled, reasons: finding.reasons.map(({ code }) => code), scanner: finding.scanner, attempts, ms: Math.round(performance.now() - started) });
  return settled;
}

/** Takes the file for this caller. @returns false when another took it in the same moment */
async function claim(snapshot: DocumentSnapshot, attempts: number, now: Date): Promise<boolean> {
  try {
    await snapshot.ref.update({ state: 'scanning', attempts, retryAt: new Date(now.getTime() + leaseMs) }, { lastUpdateTime: snapshot.updateTime! });
    return true;
  } catch (error) {
    // gRPC 9, FAILED_PRECONDITION: it is not as it was read.
    if ((error as { code?: unknown }).code === 9) return false;
    throw error;
  }
}

async function find(incidentId: string, evidence: Evidence, scanner: () => Promise<MalwareScanner>, now: Date): Promise<Result> {
  const where = { incidentId, evidenceId: evidence.id };
  let bytes: Buffer | 'too-large' | null;
  try {
    bytes = await readObject(quarantinePath(incidentId, evidence.id), evidenceLimits.bytes);
  } catch (error) {
    inspectionFailed(where, error);
    return { ...nothing, reasons: [{ code: 'store_down' }] };
  }
  const arrival = judgeArrival(evidence, bytes);
  if (!Buffer.isBuffer(bytes) || arrival.length > 0) return { ...nothing, sha256: Buffer.isBuffer(bytes) ? sha256(bytes) : null, reasons: arrival };
  try {
    const { copy, mail, ...found } = await lookInto(bytes, evidence.name, scanner);
    if (copy) await writeObject(viewPath(incidentId, evidence.id), copy.bytes, copy.contentType);
    if (mail) {
      const attachments = await unpackAttachments(incidentId, evidence, mail.attachments, now);
      const view: MailView = { ...mail.view, attachments: mail.view.attachments.map((facts, index) => ({ ...facts, evidenceId: attachments[index] ?? null })) };
      await writeObject(viewPath(incidentId, evidence.id), Buffer.from(JSON.stringify(view)), 'application/json');
    }
    // What is handled with care does not leave the bucket, nor what few may see.
    const mayLeave = copy && found.view === 'picture' && judge(found.reasons) === 'clean' && (await incidentRef(incidentId).get()).get('visibility') !== 'restricted';
    const elsewhere = mayLeave ? await hostPicture(where, copy.bytes) : null;
    return { ...found, hosted: null, ...elsewhere, sha256: sha256(bytes) };
  } catch (error) {
    inspectionFailed(where, error);
    return { ...nothing, sha256: sha256(bytes), reasons: [{ code: 'broken' }] };
  }
}

/** Writes the result down, once: whoever lost the file to another meanwhile writes nothing. */
async function settle(incidentId: string, evidenceId: string, result: { finding: Result; state: ReturnType<typeof judge>; attempts: number; now: Date }): Promise<EvidenceState> {
  const { finding, state, attempts, now } = result;
  const ref = evidenceRef(incidentId, evidenceId);
  const { sha256: found, scanner, signature, type, reasons, view, thumbnail, hosted } = finding;
  const inspection = found === null ? null : { at: now, sha256: found, scanner, signature };
  if (state === 'failed') {
    return transact(async (tx) => {
      const evidence = readEvidence(await tx.get(ref));
      if (!evidence || !isHeld(evidence, attempts)) return evidence?.state ?? state;
      tx.update(ref, { state, reasons, retryAt: retryTime(attempts, now) });
      return state;
    });
  }
  let superfluous: HostedPicture | null = null;
  const settled = await untilAppended(async () => {
    const [stored, snapshot] = await db().getAll(incidentRef(incidentId), ref);
    const incident = readIncident(stored!);
    const evidence = readEvidence(snapshot!);
    if (!incident || !evidence || !isHeld(evidence, attempts)) return evidence?.state ?? state;
    const { name } = evidence;
    // Restricted while it was looked into.
    superfluous = incident.visibility === 'restricted' ? hosted : null;
    const batch = db().batch();
    applyChange(
      batch,
      incident,
      {
        patch: {},
        events: [{ type: 'evidence.inspected', data: { evidenceId, name, sha256: found ?? evidence.sha256, state, fileType: type, scanner, reasons: reasons.map(({ code }) => code) } }],
        what: `Checked the file ${name}`,
      },
      { actor: systemActor, now, requestId: null },
    );
    // A picture is read next, by a function of its own.
    const next = view === 'picture' ? { reading: toBeRead, retryAt: new Date(now.getTime() + readingLeaseMs) } : { retryAt: null };
    batch.update(ref, { state, reasons, type, inspection, view, thumbnail, hosted: superfluous ? null : hosted, ...next });
    await batch.commit();
    return state;
  });
  if (superfluous) await unhost({ incidentId, evidenceId }, superfluous, await pictureHost());
  return settled;
}

// The lease may have run out, and another may have finished what this one began.
function isHeld(evidence: Evidence, attempts: number): boolean {
  return evidence.state === 'scanning' && evidence.attempts === attempts;
}
