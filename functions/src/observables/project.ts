import type { Message } from '@secura/domain/conversation/message';
import type { IncidentEvent } from '@secura/domain/incidents/events';
import { fromStore } from '../platform/firebase.ts';
import { incidentRef, readIncident } from '../platform/incident-store.ts';
import { recordCurrentObservables, recordObservables } from './record.ts';

/**
 * Makes the observables of an incident follow one of its events. What is read is the text as it stands now, not as the event
 * left it: so events may come twice and in any order.
 */
export async function projectObservables(event: IncidentEvent): Promise<void> {
  const { incidentId } = event;
  if (event.type === 'message.posted' || event.type === 'message.edited') {
    const stored = await incidentRef(incidentId).collection('messages').doc(event.data.messageId).get();
    if (!stored.exists || stored.get('deleted') !== undefined) return;
    const { text, createdAt } = fromStore<Message>(stored.data());
    await recordObservables(incidentId, { source: { kind: 'message', id: event.data.messageId, at: createdAt }, text });
  } else if (event.type === 'incident.reported' || (event.type === 'fields.updated' && ('title' in event.data.changes || 'description' in event.data.changes))) {
    await recordCurrentObservables(incidentId, async (tx) => {
      const incident = readIncident(await tx.get(incidentRef(incidentId)));
      return incident && { source: { kind: 'report', id: 'report', at: incident.createdAt }, text: `${incident.title}\n${incident.description}` };
    });
  }
}
