import type { IncidentEvent } from '@secura/domain/incidents/events';
import { db } from '../functions/src/platform/firebase.ts';
import { projectRollup } from '../functions/src/insight/project.ts';
import { projectObservables } from '../functions/src/observables/project.ts';
import { inParallel } from './parallel.ts';

/** Counts every event, and lifts the observables, with the functions that the triggers use. */
export async function projectAllEvents(now: Date): Promise<number> {
  const events = await db().collectionGroup('events').get();
  await inParallel(6, events.docs, async (doc) => {
    const event = doc.data() as IncidentEvent;
    await projectRollup(event, now);
    await projectObservables(event);
  });
  return events.size;
}
