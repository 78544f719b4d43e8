import type { IncidentEvent } from '@secura/domain/incidents/events';
import type { ResolutionCode, Status } from '@secura/domain/incidents/vocabulary';
import type { Known } from '@secura/domain/triage/plan/situation';
import { mostTasks, type Task } from '@secura/domain/tasks/task';
import { alikeIds, endedAlike } from '../platform/alike.ts';
import { knowInCase } from '../platform/case-known.ts';
import { incidentRef } from '../platform/incident-store.ts';

/** What was done about a false alarm was not needed. */
const real: readonly ResolutionCode[] = ['mitigated', 'policy_handled'];
const mostAsked = 10;

const isEnded = (status: Status): boolean => status === 'resolved' || status === 'closed';

/** Makes the plan of a case follow what incidents alike needed: steps that were done as tasks there. */
export async function recordNeeded(incidentId: string): Promise<void> {
  await knowInCase(incidentId, async () => ({ similarNeeded: await neededAlike(incidentId) }));
}

async function neededAlike(incidentId: string): Promise<Known['similarNeeded']> {
  const ended = (await endedAlike(incidentId)).filter(({ resolution }) => real.includes(resolution.code)).slice(0, mostAsked);
  const done = await Promise.all(ended.map(({ id }) => incidentRef(id).collection('tasks').where('status', '==', 'done').limit(mostTasks).get()));
  const needed = new Map<string, string[]>();
  for (const [index, { docs }] of done.entries()) {
    for (const doc of docs) {
      const { step } = doc.data() as Task;
      if (step) needed.set(step.id, [...(needed.get(step.id) ?? []), ended[index]!.number ?? '']);
    }
  }
  return [...needed].map(([step, numbers]) => ({ step, numbers: numbers.filter(Boolean).sort() })).filter(({ numbers }) => numbers.length > 0).sort((a, b) => (a.step < b.step ? -1 : 1));
}

/** Whose plans an event may change: its own, when it was linked; those of the ones alike, when what it needed became sure or unsure. */
function concernsNeeded(event: IncidentEvent): 'own' | 'alike' | null {
  switch (event.type) {
    case 'incident.linked':
    case 'incident.unlinked':
      return 'own';
    case 'status.changed':
      return isEnded(event.data.from) !== isEnded(event.data.to) ? 'alike' : null;
    case 'incident.reopened':
      return 'alike';
    case 'task.updated':
      return event.data.changes.status && isEnded(event.after.status) ? 'alike' : null;
    default:
      return null;
  }
}

/** Makes plans follow an event. What is read is what stands there now: events may come twice and in any order. */
export async function projectNeeded(event: IncidentEvent): Promise<void> {
  const whose = concernsNeeded(event);
  if (!whose) return;
  const ids = whose === 'own' ? [event.incidentId] : await alikeIds(event.incidentId);
  for (const id of ids) await recordNeeded(id);
}
