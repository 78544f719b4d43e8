import type { IncidentEvent } from '@secura/domain/incidents/events';
import { db, FieldValue } from '../platform/firebase.ts';

const comparedFields = ['title', 'description'];

/** Whether an event brought a text that has to be compared anew, or changed who may know of it. */
function concernsComparison(event: IncidentEvent): boolean {
  return event.type === 'incident.reported' || event.type === 'visibility.changed' || (event.type === 'fields.updated' && comparedFields.some((field) => field in event.data.changes));
}

const requestRef = (id: string) => db().doc(`comparisons/${id}`);

/** Asks for an incident to be compared, where an event makes that needed: in a function that has the model, and whose instances are few. */
export async function askForComparison(event: IncidentEvent): Promise<void> {
  if (!concernsComparison(event)) return;
  await requestRef(`${event.incidentId}-${event.seq}`).set({ incidentId: event.incidentId, at: FieldValue.serverTimestamp() });
}

/** Takes back what was asked for, once it is done. */
export async function forgetRequest(id: string): Promise<void> {
  await requestRef(id).delete();
}
