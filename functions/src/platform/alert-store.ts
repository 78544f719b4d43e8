import type { Alert } from '@secura/domain/notifications/alert';
import type { DocumentReference, DocumentSnapshot } from 'firebase-admin/firestore';
import { db, fromStore } from './firebase.ts';

export const alertRef = (id: string): DocumentReference => db().doc(`alerts/${id}`);

/** That somebody has read a critical alert. */
export const acknowledgementRef = (id: string, uid: string): DocumentReference => alertRef(id).collection('acknowledgements').doc(uid);

/** Reads a stored alert; null when there is none. */
export function readAlert(snapshot: DocumentSnapshot): Alert | null {
  return snapshot.exists ? { ...fromStore<Omit<Alert, 'id'>>(snapshot.data()), id: snapshot.id } : null;
}

/** Whether it is shown at a moment. */
export const isInForce = ({ expiresAt, withdrawn }: Alert, now: Date): boolean => !withdrawn && expiresAt > now;
