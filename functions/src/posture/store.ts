import type { PersonRef } from '@secura/domain/incidents/events';
import type { Emergency } from '@secura/domain/posture/emergency';
import { readPosture, setLevel, type Posture, type ThreatLevel } from '@secura/domain/posture/threat-level';
import type { DocumentReference, DocumentSnapshot, Transaction } from 'firebase-admin/firestore';
import { db, fromStore } from '../platform/firebase.ts';
import { eventId } from '../platform/incident-store.ts';

export const postureRef = (): DocumentReference => db().doc('settings/posture');
export const emergencyRef = (id: string): DocumentReference => db().doc(`emergencies/${id}`);
export const roomRef = (id: string): DocumentReference => db().doc(`rooms/${id}`);

/** How the organisation stands, whether anybody has said anything or not. */
export const postureOf = (stored: DocumentSnapshot): Posture => readPosture(fromStore<Partial<Posture> | undefined>(stored.data()));

export function emergencyOf(stored: DocumentSnapshot): Emergency | null {
  return stored.exists ? { ...fromStore<Omit<Emergency, 'id'>>(stored.data()), id: stored.id } : null;
}

/** Writes the posture, with another threat level and its entry in the history when one is given. */
export function writePosture(tx: Transaction, posture: Posture, level: { to: ThreatLevel; reason: string; by: PersonRef; at: Date } | null): void {
  if (!level) return void tx.set(postureRef(), posture);
  const next = setLevel(posture, level.to, level.reason, level.by, level.at);
  tx.set(postureRef(), next.posture);
  tx.create(postureRef().collection('levels').doc(eventId(next.change.seq)), next.change);
}
