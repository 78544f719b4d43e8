import { completeEvidence, type Evidence, type ReportedEvidence } from '@secura/domain/evidence/evidence';
import type { DocumentReference, DocumentSnapshot } from 'firebase-admin/firestore';
import { fromStore } from '../platform/firebase.ts';
import { incidentRef } from '../platform/incident-store.ts';

export const evidenceRef = (incidentId: string, evidenceId: string): DocumentReference => incidentRef(incidentId).collection('evidence').doc(evidenceId);

/** Reads a stored record of a file; null when there is none. */
export function readEvidence(snapshot: DocumentSnapshot): Evidence | null {
  return snapshot.exists ? completeEvidence(snapshot.id, fromStore<ReportedEvidence & Partial<Evidence>>(snapshot.data())) : null;
}
