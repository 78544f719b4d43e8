import { db } from '../platform/firebase.ts';
import { incidentRef } from '../platform/incident-store.ts';

/** Who investigates an incident that was restricted goes on doing so, and the roster, which all read, names it no more. */
export async function hideWork(incidentId: string): Promise<void> {
  if ((await incidentRef(incidentId).get()).get('visibility') !== 'restricted') return;
  const { docs } = await db().collection('users').where('workState.incidentId', '==', incidentId).limit(100).get();
  await Promise.all(docs.map(({ ref }) => ref.update({ 'workState.incidentId': null, 'workState.incidentNumber': null })));
}
