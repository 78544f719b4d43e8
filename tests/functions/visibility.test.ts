import { verifyChain } from '@secura/domain/incidents/chain';
import type { Campaign } from '@secura/domain/similar/campaign';
import type { SimilarIncidents } from '@secura/domain/similar/similar';
import { beforeAll, expect, test } from 'vitest';
import { draftReply } from '../../functions/src/conversation/draft-reply.ts';
import { assignIncident, unassignIncident } from '../../functions/src/incidents/assign.ts';
import { getIncident } from '../../functions/src/incidents/read.ts';
import { setVisibility } from '../../functions/src/incidents/visibility.ts';
import { setWorkState } from '../../functions/src/people/work-state.ts';
import { linkIncident, unlinkIncident } from '../../functions/src/similar/link.ts';
import { makeIncident, makePerson, readEvents, readIncident, store, waitFor, type TestPerson } from './support.ts';

let one: TestPerson;
let two: TestPerson;
let analyst: TestPerson;
let assigned: TestPerson;
let lead: TestPerson;

beforeAll(async () => {
  [one, two, analyst, assigned, lead] = await Promise.all([makePerson('employee'), makePerson('employee'), makePerson('security_team'), makePerson('security_team'), makePerson('security_team', { lead: true })]);
});

const reason = 'It names a colleague.';
const word = `zq${Math.random().toString(36).slice(2, 9)}`;
const report = { title: `Parcel fee text from ${word}`, description: `I got an SMS that a parcel is held, with a link to ${word}.example. I did not pay the ${word} people.`, createdAt: new Date(Date.now() - (100 + Math.random() * 70) * 86_400_000) };
const nearest = async (id: string) => ((await store.doc(`incidents/${id}/internal/similar`).get()).data() as SimilarIncidents | undefined)?.ids ?? [];
const inbox = (person: TestPerson, id: string) => store.collection(`users/${person.uid}/inbox`).orderBy('__name__').startAt(`${id}_`).endBefore(`${id}_\uf8ff`).get();

test('an incident that a lead restricts is no longer shown to others anywhere, and comes back when it is opened', async () => {
  const secret = await makeIncident(one, report);
  await waitFor('the first comparison', async () => typeof (await store.doc(`vectors/${secret}`).get()).get('settled') === 'string', 60);
  const open = await makeIncident(two, report);
  await waitFor('the second comparison', async () => (await nearest(open)).includes(secret), 60);
  const { number } = await readIncident(secret);
  const member = (id: string, of: string) => ({ id, number: of, department: 'Sales', severity: null, reportedAt: new Date(), reporterUid: one.uid, state: 'suggested' as const });
  const at = new Date();
  const campaign: Campaign = { name: `Phishing from ${number}`, state: 'suggested', category: 'phishing', observables: [], members: [member(secret, number!), member(open, 'INC-X')], memberIds: [secret, open], firstSeenAt: at, lastSeenAt: at, createdAt: at, updatedAt: at, version: 1, notes: [{ at, by: { uid: 'system', name: 'Secura' }, did: 'joined', number }] };
  await store.doc(`campaigns/c-${secret}`).set(campaign);
  // In this process: over the wire each of them would be a cold start of its own.
  const now = () => ({ now: new Date() });
  await assignIncident.invoke({ caller: lead, input: { id: secret, uids: [assigned.uid, analyst.uid] }, ...now() });
  await setWorkState.invoke({ caller: analyst, input: { kind: 'investigating', incidentId: secret }, ...now() });
  await waitFor('the notice', async () => (await inbox(analyst, secret)).size > 0 && (await inbox(assigned, secret)).size > 0);
  await unassignIncident.invoke({ caller: lead, input: { id: secret, uids: [analyst.uid] }, ...now() });

  const restrict = (caller: TestPerson, visibility: 'team' | 'restricted' = 'restricted') => setVisibility.invoke({ caller, input: { id: secret, visibility, reason }, ...now() });
  await expect(restrict(assigned)).rejects.toMatchObject({ code: 'permission-denied' });
  await linkIncident.invoke({ caller: lead, input: { id: secret, other: open }, ...now() });
  await expect(restrict(lead)).rejects.toThrow('Take the links away first');
  await unlinkIncident.invoke({ caller: lead, input: { id: secret, other: open }, ...now() });
  const both = await Promise.all([restrict(lead), restrict(lead)]);
  expect(both.map(({ visibility }) => visibility)).toEqual(['restricted', 'restricted']);

  const see = (caller: TestPerson) => getIncident.invoke({ caller, input: { id: secret }, ...now() });
  for (const person of [assigned, one, lead]) expect((await see(person)).id).toBe(secret);
  await expect(see(analyst)).rejects.toMatchObject({ code: 'not-found' });
  await expect(draftReply.invoke({ caller: analyst, input: { id: secret }, ...now() })).rejects.toMatchObject({ code: 'not-found' });
  await waitFor('the notices to be gone', async () => (await inbox(analyst, secret)).empty);
  expect((await inbox(assigned, secret)).empty).toBe(false);
  await waitFor('the work state', async () => (await store.doc(`users/${analyst.uid}`).get()).get('workState').incidentNumber === null);
  await waitFor('the lists', async () => !(await nearest(open)).includes(secret));
  await waitFor('the campaign', async () => !JSON.stringify((await store.doc(`campaigns/c-${secret}`).get()).data()).includes(number!));
  expect((await store.doc(`campaigns/c-${secret}`).get()).data()).toMatchObject({ memberIds: [open], name: 'Phishing from INC-X', notes: [] });

  await restrict(lead, 'team');
  await waitFor('the comparison', async () => (await nearest(secret)).includes(open), 60);
  expect((await see(analyst)).id).toBe(secret);
  const events = await readEvents(secret);
  expect(events.filter(({ type }) => type === 'visibility.changed').map(({ data, audience }) => [(data as { to: string }).to, audience])).toEqual([['restricted', 'team'], ['team', 'team']]);
  expect(verifyChain(events, (await readIncident(secret)).head!)).toMatchObject({ verified: true });
}, 90_000);
