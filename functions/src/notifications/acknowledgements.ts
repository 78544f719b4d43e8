import { AcknowledgementsInput, AcknowledgementsView } from '@secura/domain/notifications/alert';
import { SecuraError } from '@secura/domain/platform/errors';
import { acknowledgementRef, alertRef, readAlert } from '../platform/alert-store.ts';
import { db } from '../platform/firebase.ts';
import { operation } from '../platform/operation.ts';
import { peopleIn } from './audience.ts';

type Person = (typeof AcknowledgementsView)['_output']['missing'][number];

/** People looked at in one read, reads in one call, and how many missing people make an answer worth giving. */
const bounds = { people: 100, reads: 5, enough: 50 };

export const acknowledgements = operation({
  name: 'notifications.acknowledgements',
  summary: 'Who of its audience has not acknowledged a critical alert, as of now; goes on from the cursor of the answer before',
  allow: 'alert:publish',
  input: AcknowledgementsInput,
  output: AcknowledgementsView,
  cost: 'costly',
  rest: { method: 'get', path: '/api/alerts/{id}/acknowledgements' },
  async run({ input: { id, cursor } }) {
    const alert = readAlert(await alertRef(id).get());
    if (!alert) throw new SecuraError('not-found', 'There is no such alert.');
    if (alert.severity !== 'critical') throw new SecuraError('failed-precondition', 'Only critical alerts have to be acknowledged.');
    const people = peopleIn(alert.audience);
    const [asked, acknowledged] = await Promise.all([people.count().get(), alertRef(id).collection('acknowledgements').count().get()]);
    const missing: Person[] = [];
    let last = cursor ?? null;
    for (let reads = 0; reads < bounds.reads && missing.length < bounds.enough; reads++) {
      const page = people.select('name', 'department').limit(bounds.people);
      const { docs } = await (last === null ? page : page.startAfter(last)).get();
      const marks = docs.length > 0 ? await db().getAll(...docs.map((doc) => acknowledgementRef(id, doc.id)), { fieldMask: [] }) : [];
      for (const [index, doc] of docs.entries()) {
        if (!marks[index]!.exists) missing.push({ uid: doc.id, name: doc.get('name') as string, department: doc.get('department') as string });
      }
      last = docs.length < bounds.people ? null : docs.at(-1)!.id;
      if (last === null) break;
    }
    return { asked: asked.data().count, acknowledged: acknowledged.data().count, missing, nextCursor: last };
  },
});
