import { readOrganisation, type Organisation } from '@secura/domain/settings/organisation';
import type { DocumentReference, DocumentSnapshot } from 'firebase-admin/firestore';
import { db } from './firebase.ts';

/** What is the organisation's own; absent until an administrator says so. */
export const organisationRef = (): DocumentReference => db().doc('settings/organisation');

/** What is known of the organisation, whether anybody has said anything or not. */
export const organisationOf = (stored: DocumentSnapshot): Organisation => readOrganisation(stored.data() as Partial<Organisation> | undefined);
