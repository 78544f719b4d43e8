import type { IncidentEvent } from '@secura/domain/incidents/events';
import { readEvidenceText } from './evidence/text.ts';
import { projectObservables } from './observables/project.ts';
import { recordObservables } from './observables/record.ts';

/** Lifts the observables of whatever text an event brought, files included: here the two areas meet. May run again. */
export async function observeEvent(event: IncidentEvent): Promise<void> {
  if (event.type !== 'evidence.inspected' && event.type !== 'evidence.read') return projectObservables(event);
  const { evidenceId } = event.data;
  const found = await readEvidenceText(event.incidentId, evidenceId);
  if (found) await recordObservables(event.incidentId, { source: { kind: 'evidence', id: evidenceId, at: found.at }, text: found.text });
}
