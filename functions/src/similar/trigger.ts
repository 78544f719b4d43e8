import type { IncidentEvent } from '@secura/domain/incidents/events';
import { onDocumentCreated } from 'firebase-functions/v2/firestore';

const comparedFields = ['title', 'description'];

/** Whether an event brought a text that has to be compared anew, or changed who may know of it. */
function concernsComparison(event: IncidentEvent): boolean {
  return event.type === 'incident.reported' || event.type === 'visibility.changed' || (event.type === 'fields.updated' && comparedFields.some((field) => field in event.data.changes));
}

/**
 * A report was registered, corrected, restricted or opened: compare it with the others, or take it out of what they are shown. Few instances, so that what they remember of the
 * others is used again; a model of 200 MiB, which no other function loads.
 */
export const onComparable = onDocumentCreated(
  { document: 'incidents/{incidentId}/events/{seq}', retry: true, memory: '512MiB', cpu: 1, concurrency: 4, maxInstances: 2, timeoutSeconds: 120 },
  async ({ params, data }) => {
    if (!data || !concernsComparison(data.data() as IncidentEvent)) return;
    const { recordSimilar } = await import('./record.ts');
    await recordSimilar(params.incidentId, new Date());
  },
);

/** An incident ended: tell those whose reports hang on it. It ended or was linked: plans of those alike follow what it needed. */
export const onOutcome = onDocumentCreated({ document: 'incidents/{incidentId}/events/{seq}', retry: true }, async ({ data }) => {
  if (!data) return;
  const event = data.data() as IncidentEvent;
  const { projectNeeded } = await import('./needed.ts');
  await projectNeeded(event);
  if (event.type !== 'status.changed' || event.data.to !== 'resolved') return;
  const { tellOutcome } = await import('./tell-outcome.ts');
  await tellOutcome(event, new Date());
});
