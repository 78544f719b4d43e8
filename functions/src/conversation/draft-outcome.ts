import type { Message } from '@secura/domain/conversation/message';
import { outcomeOf, type DraftOutcome, type OpenDraft } from '@secura/domain/conversation/reply/drafted';
import type { DocumentReference, DocumentSnapshot, WriteBatch } from 'firebase-admin/firestore';
import { db } from '../platform/firebase.ts';
import { incidentRef } from '../platform/incident-store.ts';

/** Below `internal`, where the reporter never reads: that a reply was drafted is the team's affair. */
export const openDraftRef = (incidentId: string, uid: string): DocumentReference => incidentRef(incidentId).collection('internal').doc(`draft-${uid}`);

/** A batch or a transaction. */
interface Writes {
  set(ref: DocumentReference, data: object, options: { merge: true }): unknown;
}

/** Enters in the ledger what became of a draft. */
export function becameOf(writes: Writes, { id }: OpenDraft, outcome: DraftOutcome): void {
  writes.set(db().doc(`aiDecisions/${id}`), { outcome }, { merge: true });
}

/** Settles the draft that the author of a message had, in the commit that records the message: so it is settled once. */
export function settleDraft(batch: WriteBatch, stored: DocumentSnapshot, messageId: string, { text, audience }: Message, now: Date): void {
  // A note to the team answers nobody: the draft may still be sent.
  if (!stored.exists || audience === 'team') return;
  const draft = stored.data() as OpenDraft;
  becameOf(batch, draft, { what: outcomeOf(draft, text), at: now, messageId });
  batch.delete(stored.ref);
}
