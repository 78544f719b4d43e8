import { verifyChain } from '@secura/domain/incidents/chain';
import type { Campaign } from '@secura/domain/similar/campaign';
import type { SimilarIncidents } from '@secura/domain/similar/similar';
import { beforeAll, expect, test } from 'vitest';
import { callable, makeIncident, makePerson, readEvents, readIncident, store, waitFor, type TestPerson } from './support.ts';

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
  await callable('incidents.assign', { id: secret, uids: [assigned.uid, analyst.uid] }, lead.token);
  await callable('people.setWorkState', { kind: 'investigating', incidentId: secret }, analyst.token);
  await waitFor('the notice', async () => (await inbox(analyst, secret)).size > 0 && (await inbox(assigned, secret)).size > 0);
  await callable('incidents.unassign', { id: secret, uids: [analyst.uid] }, lead.token);

  const restrict = (person: TestPerson, visibility = 'restricted') => callable('incidents.setVisibility', { id: secret, visibility, reason }, person.token);
  expect((await restrict(assigned)).status).toBe(403);
  await callable('incidents.link', { id: secret, other: open }, lead.token);
  expect((await restrict(lead)).body.error.message).toContain('Take the links away first');
  await callable('incidents.unlink', { id: secret, other: open }, lead.token);
  const both = await Promise.all([restrict(lead), restrict(lead)]);
  expect(both.map(({ status }) => status)).toEqual([200, 200]);

  for (const [person, status] of [[analyst, 404], [assigned, 200], [one, 200], [lead, 200]] as const) expect((await callable('incidents.get', { id: secret }, person.token)).status).toBe(status);
  expect((await callable('conversation.draftReply', { id: secret }, analyst.token)).status).toBe(404);
  await waitFor('the notices to be gone', async () => (await inbox(analyst, secret)).empty);
  expect((await inbox(assigned, secret)).empty).toBe(false);
  await waitFor('the work state', async () => (await store.doc(`users/${analyst.uid}`).get()).get('workState').incidentNumber === null);
  await waitFor('the lists', async () => !(await nearest(open)).includes(secret));
  await waitFor('the campaign', async () => !JSON.stringify((await store.doc(`campaigns/c-${secret}`).get()).data()).includes(number!));
  expect((await store.doc(`campaigns/c-${secret}`).get()).data()).toMatchObject({ memberIds: [open], name: 'Phishing from INC-X', notes: [] });

  expect((await restrict(lead, 'team')).status).toBe(200);
  await waitFor('the comparison', async () => (await nearest(secret)).includes(open), 60);
  expect((await callable('incidents.get', { id: secret }, analyst.token)).status).toBe(200);
  const events = await readEvents(secret);
  expect(events.filter(({ type }) => type === 'visibility.changed').map(({ data, audience }) => [(data as { to: string }).to, audience])).toEqual([['restricted', 'team'], ['team', 'team']]);
  expect(verifyChain(events, (await readIncident(secret)).head!)).toMatchObject({ verified: true });
}, 90_000);
