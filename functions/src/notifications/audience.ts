import type { AlertAudience } from '@secura/domain/notifications/audience';
import type { Query } from 'firebase-admin/firestore';
import { db } from '../platform/firebase.ts';

/** The active people of an audience, in the order of their ids. */
export function peopleIn({ roles, departments }: AlertAudience): Query {
  let people = db().collection('users').where('status', '==', 'active');
  if (roles.length > 0) people = people.where('role', 'in', roles);
  if (departments.length > 0) people = people.where('department', 'in', departments);
  return people.orderBy('__name__');
}
