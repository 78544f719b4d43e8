import type { IncidentEvent } from '@secura/domain/incidents/events';
import { db } from '../functions/src/platform/firebase.ts';
import { projectRollup } from '../functions/src/insight/project.ts';
import { inParallel } from './parallel.ts';

/** Counts every event with the function that the trigger uses. */
export async function projectAllEvents(now: Date): Promise<number> {
  const events = await db().collectionGroup('events').get();
  await inParallel(6, events.docs, (doc) => projectRollup(doc.data() as IncidentEvent, now));
  return events.size;
}
