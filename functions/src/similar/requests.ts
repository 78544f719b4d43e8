import type { IncidentEvent } from '@secura/domain/incidents/events';
import { createId } from '@secura/domain/platform/ids';
import { db, fromStore } from '../platform/firebase.ts';
import { comparisonsAskedAgain } from '../platform/logs.ts';

const comparedFields = ['title', 'description'];
/** Many times what a comparison takes; one that waits its turn for longer is done already when it is asked for again. */
const patienceMs = 3_600_000;
const page = 20;

/** `comparisons/{id}`: an incident that is to be compared. */
interface ComparisonRequest {
  incidentId: string;
  /** When it was first asked for. */
  at: Date;
  /** When it is asked for again, should it lie here still. */
  nextAt: Date;
}

/** Whether an event brought a text that has to be compared anew, or changed who may know of it. */
function concernsComparison(event: IncidentEvent): boolean {
  return event.type === 'incident.reported' || event.type === 'visibility.changed' || (event.type === 'fields.updated' && comparedFields.some((field) => field in event.data.changes));
}

const requests = () => db().collection('comparisons');

const request = (incidentId: string, at: Date, now: Date): ComparisonRequest => ({ incidentId, at, nextAt: new Date(now.getTime() + patienceMs) });

/** Asks for an incident to be compared, where an event makes that needed: in a function that has the model, and whose instances are few. */
export async function askForComparison(event: IncidentEvent, now: Date): Promise<void> {
  if (!concernsComparison(event)) return;
  await requests().doc(`${event.incidentId}-${event.seq}`).set(request(event.incidentId, now, now));
}

/** Takes back what was asked for, once it is done. */
export async function forgetRequest(id: string): Promise<void> {
  await requests().doc(id).delete();
}

/**
 * Asks again for comparisons that nobody made: Eventarc delivers a request for a day, and what failed for longer would lie here for
 * ever. A new document in the place of the old wakes the function that compares.
 * @returns how many were asked for again
 */
export async function askAgain(now: Date): Promise<number> {
  const { docs } = await requests().where('nextAt', '<=', now).orderBy('nextAt').limit(page).get();
  const ends = await Promise.all(
    docs.map(async (doc) => {
      const { incidentId, at } = fromStore<ComparisonRequest>(doc.data());
      const batch = db().batch();
      batch.delete(doc.ref, { lastUpdateTime: doc.updateTime });
      batch.create(requests().doc(`${incidentId}-${createId()}`), request(incidentId, at, now));
      // Compared, or asked for again by another, in the meantime.
      return batch.commit().then(() => 1, (error: { code?: unknown }) => (isGone(error) ? 0 : Promise.reject(error as Error)));
    }),
  );
  const asked = ends.reduce<number>((sum, one) => sum + one, 0);
  if (asked > 0) comparisonsAskedAgain({ asked });
  return asked;
}

/** gRPC 5 and 9: what was to be deleted is not there, or not as it was. */
const isGone = ({ code }: { code?: unknown }): boolean => code === 5 || code === 9;
