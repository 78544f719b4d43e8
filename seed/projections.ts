import type { IncidentEvent } from '@secura/domain/incidents/events';
import { db } from '../functions/src/platform/firebase.ts';
import { recordSimilar } from '../functions/src/similar/record.ts';
import { projectEvent } from '../functions/src/projections.ts';
import { sweepOutbox } from '../functions/src/notifications/outbox.ts';
import { inParallel } from './parallel.ts';

/** Compares the reports with one another, oldest first, as they would have been when they came. */
export async function compareAllReports(): Promise<number> {
  const incidents = await db().collection('incidents').orderBy('createdAt').get();
  for (const doc of incidents.docs) await recordSimilar(doc.id, (doc.get('createdAt') as { toDate(): Date }).toDate());
  return incidents.size;
}

const noticedFor = 2 * 86_400_000;

/** Does what follows from every event, as the trigger does it, at the time of the event. */
export async function projectAllEvents(now: Date): Promise<number> {
  const incidents = await db().collection('incidents').listDocuments();
  let events = 0;
  // Those of one incident would only wait for one another.
  await inParallel(6, incidents, async (incident) => {
    for (const doc of (await incident.collection('events').orderBy('seq').get()).docs) {
      const event = doc.data() as IncidentEvent;
      // Whatever is older has long been read and put away. Reports are compared afterwards, in the order of time.
      const isRead = now.getTime() - Date.parse(event.at) >= noticedFor;
      await projectEvent(event, new Date(event.at), isRead ? ['comparison', 'notices'] : ['comparison']);
      events += 1;
    }
  });
  return events;
}

/** Sends what the notices put into the outbox: it is kept there, because a demo has no provider. */
export async function sendAllMail(now: Date): Promise<void> {
  while ((await sweepOutbox(now)) > 0);
}
