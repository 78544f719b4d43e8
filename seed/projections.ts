import type { IncidentEvent } from '@secura/domain/incidents/events';
import { db } from '../functions/src/platform/firebase.ts';
import { recordSimilar } from '../functions/src/similar/record.ts';
import { projectRollup } from '../functions/src/insight/project.ts';
import { observeEvent } from '../functions/src/observe.ts';
import { sweepOutbox } from '../functions/src/notifications/outbox.ts';
import { projectNotices } from '../functions/src/notifications/project.ts';
import { inParallel } from './parallel.ts';

/** Compares the reports with one another, oldest first, as they would have been when they came. */
export async function compareAllReports(): Promise<number> {
  const incidents = await db().collection('incidents').orderBy('createdAt').get();
  for (const doc of incidents.docs) await recordSimilar(doc.id, (doc.get('createdAt') as { toDate(): Date }).toDate());
  return incidents.size;
}

const noticedFor = 2 * 86_400_000;

/** Counts every event, and lifts the observables, with the functions that the triggers use. */
export async function projectAllEvents(now: Date): Promise<number> {
  const events = await db().collectionGroup('events').get();
  await inParallel(6, events.docs, async (doc) => {
    const event = doc.data() as IncidentEvent;
    await projectRollup(event, now);
    await observeEvent(event);
    // Whatever is older has long been read and put away.
    if (now.getTime() - Date.parse(event.at) < noticedFor) await projectNotices(event, new Date(event.at));
  });
  return events.size;
}

/** Sends what the notices put into the outbox: it is kept there, because a demo has no provider. */
export async function sendAllMail(now: Date): Promise<void> {
  while ((await sweepOutbox(now)) > 0);
}
