import type { DocumentReference } from 'firebase-admin/firestore';
import { db } from './firebase.ts';

/** What is the organisation's own; absent until an administrator says so. */
export const organisationRef = (): DocumentReference => db().doc('settings/organisation');
