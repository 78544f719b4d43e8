import type { DocumentReference } from 'firebase-admin/firestore';

/** Profiles that a test file made. In a module of its own, which knows of no Firebase project. */
export const madePeople = new Set<DocumentReference>();
