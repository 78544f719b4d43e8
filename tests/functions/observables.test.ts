import { createId } from '@secura/domain/platform/ids';
import { observableKey } from '@secura/domain/observables/identity';
import type { StoredObservable } from '@secura/domain/observables/observable';
import type { IncidentEvent } from '@secura/domain/incidents/events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectObservables } from '../../functions/src/observables/project.ts';
import { reclassifyObservables } from '../../functions/src/observables/reclassify.ts';
import { recordObservables } from '../../functions/src/observables/record.ts';
import { callable, makeIncident, makePerson, readEvents, rest, store, waitFor, type TestPerson } from './support.ts';

let reporter: TestPerson;
let analyst: TestPerson;
let outsider: TestPerson;
let admin: TestPerson;
const organisation = store.doc('settings/organisation');
let organisationBefore: FirebaseFirestore.DocumentData | undefined;

beforeAll(async () => {
  organisationBefore = (await organisation.get()).data();
  [reporter, analyst, outsider, admin] = await Promise.all([makePerson('employee'), makePerson('security_team'), makePerson('security_team'), makePerson('admin')]);
});
afterAll(() => (organisationBefore ? organisation.set(organisationBefore) : organisation.delete()));

const rare = (): string => `x${createId().toLowerCase()}.com`;

async function stored(incidentId: string): Promise<Record<string, StoredObservable>> {
  const { docs } = await store.collection(`incidents/${incidentId}/observables`).get();
  return Object.fromEntries(docs.map((doc) => [doc.get('value') as string, doc.data() as StoredObservable]));
}

const has = (incidentId: string, value: string) => waitFor(`${value} in ${incidentId}`, async () => value in (await stored(incidentId)));
const summary = async (incidentId: string) => (await store.doc(`incidents/${incidentId}/internal/observables`).get()).data();

test('a report and a note to the team give theirs, a correction takes back what is gone, and what both hold stays', async () => {
  const [host, other] = [rare(), rare()];
  const id = await makeIncident(reporter, { description: `The mail leads to hxxps://${host.replace('.', '[.]')}/login and to ${other}, from 10.1.2.3.` });
  await has(id, host);
  expect(await stored(id)).toMatchObject({
    [`https://${host}/login`]: { kind: 'url', scope: 'external', sourceKeys: ['report:report'] },
    [other]: { kind: 'domain' },
    '10.1.2.3': { kind: 'ip', scope: 'private' },
  });
  expect(await summary(id)).toEqual({ count: 4, cut: false });

  const messageId = createId();
  await callable('conversation.postMessage', { incidentId: id, messageId, text: `Blocked ${host} at the proxy.`, audience: 'team' }, analyst.token);
  await waitFor('the note as a source', async () => (await stored(id))[host]!.sourceKeys.length === 2);
  await callable('incidents.update', { id, changes: { description: 'The mail leads to a page that is gone by now.' } }, analyst.token);
  await waitFor('the correction', async () => !(other in (await stored(id))));
  expect(await stored(id)).toEqual({ [host]: expect.objectContaining({ sourceKeys: [`message:${messageId}`] }) });
  expect(await summary(id)).toEqual({ count: 1, cut: false });
});

test('events that come twice, at once and in any order leave the same', async () => {
  const id = await makeIncident(reporter, { description: `See http://${rare()}/a and http://${rare()}/b and 203.0.113.9.` });
  for (const text of [`also ${rare()}`, 'nothing here', `and ${rare()}`]) await callable('conversation.postMessage', { incidentId: id, text }, analyst.token);
  const [kept, gone] = [rare(), rare()];
  await callable('incidents.update', { id, changes: { title: `About ${gone}` } }, analyst.token);
  await callable('incidents.update', { id, changes: { title: `About ${kept}` } }, analyst.token);
  await waitFor('all of them', async () => Object.keys(await stored(id)).length === 8 && kept in (await stored(id)));
  const before = await stored(id);
  const events: IncidentEvent[] = await readEvents(id);
  await Promise.all([...events, ...events.toReversed()].map((event) => projectObservables(event)));
  expect(await stored(id)).toEqual(before);
  expect(await summary(id)).toEqual({ count: 8, cut: false });
  // All over again from nothing, backwards.
  await store.recursiveDelete(store.collection(`incidents/${id}/observables`));
  await store.doc(`incidents/${id}/internal/observables`).delete();
  for (const event of events.toReversed()) await projectObservables(event);
  expect(await stored(id)).toEqual(before);
});

test('a text of thousands is cut, says so, and keeps what points outwards', async () => {
  const id = await makeIncident(reporter);
  const inside = Array.from({ length: 150 }, (_, index) => `10.0.${index}.1`);
  const outside = Array.from({ length: 90 }, (_, index) => `n${index}.${rare()}`);
  const text = [...inside, ...outside].join(' ');
  const file = (name: string) => ({ source: { kind: 'evidence' as const, id: name, at: new Date() }, text });
  await recordObservables(id, file('evidence-1'));
  const first = Object.values(await stored(id));
  expect(first).toHaveLength(100);
  expect(first.filter(({ scope }) => scope === 'external')).toHaveLength(90);
  expect(await summary(id)).toEqual({ count: 100, cut: true });
  for (const name of ['evidence-2', 'evidence-3']) await recordObservables(id, { ...file(name), text: text.replaceAll('n', name.at(-1)!) });
  expect(Object.values(await stored(id))).toHaveLength(200);
  expect(await summary(id)).toEqual({ count: 200, cut: true });
});

test('where else it was seen names only incidents that one may see, at every door', async () => {
  const host = rare();
  const own = `reception@${rare()}`;
  const description = `It came from boss@mail.${host} and links to http://login.${host}/x, sent to ${own}, through 10.9.8.7.`;
  const [open, other, secret] = await Promise.all([makeIncident(reporter, { description }), makeIncident(reporter, { description }), makeIncident(reporter, { description })]);
  await store.doc(`incidents/${secret}`).update({ visibility: 'restricted' });
  await Promise.all([open, other, secret].map((id) => has(id, `login.${host}`)));

  const keys = (await store.collection(`incidents/${open}/observables`).get()).docs.map(({ id }) => id);
  const related = async (incidentId: string, person: TestPerson) => rest('POST', `/api/incidents/${incidentId}/observables/related`, { keys }, person.token);
  const idsOf = (answer: { body: any }) => // oxlint-disable-line typescript/no-explicit-any -- an answer as it came
    new Set(answer.body.related.flatMap((one: { incidents: { id: string }[] }) => one.incidents.map(({ id }) => id)));
  expect(idsOf(await related(open, outsider))).toEqual(new Set([other]));
  expect(idsOf(await related(open, admin))).toEqual(new Set([other, secret]));
  expect((await related(secret, outsider)).status).toBe(404);
  expect((await related(open, reporter)).status).toBe(403);
  // What is private is compared with nothing.
  const privateKey = observableKey({ kind: 'ip', value: '10.9.8.7' });
  expect((await related(open, admin)).body.related.map(({ key }: { key: string }) => key)).not.toContain(privateKey);

  const hunt = async (value: string, person: TestPerson) => rest('GET', `/api/observables?value=${encodeURIComponent(value)}`, undefined, person.token);
  const found = async (value: string, person: TestPerson) => {
    const { body } = await hunt(value, person);
    return body.hunted.map((one: { value: string; more: boolean; incidents: { id: string }[] }) => [one.value, one.more, one.incidents.map(({ id }) => id).sort()]);
  };
  const defanged = host.replace('.', '[.]');
  expect(await found(defanged, outsider)).toEqual([[host, false, [open, other].sort()]]);
  expect(await found(`hxxp://login.${defanged}/x`, admin)).toEqual([
    [`http://login.${host}/x`, false, [open, other, secret].sort()],
    [`login.${host}`, false, [open, other, secret].sort()],
  ]);
  expect(await found(`boss[@]mail.${defanged}`, outsider)).toEqual([[`boss@mail.${host}`, false, [open, other].sort()]]);
  expect((await hunt('nothing of the kind', outsider)).body).toEqual({ hunted: [] });
  expect((await hunt(host, reporter)).status).toBe(403);

});

test('a domain that the organisation names its own is marked where it was found before, and no longer compared; told twice or late, the setting as it is counts', async () => {
  const host = rare();
  const id = await makeIncident(reporter, { description: `Somebody wrote as ceo@mail.${host} to all of us.` });
  await has(id, `ceo@mail.${host}`);
  expect((await stored(id))[`ceo@mail.${host}`]!.scope).toBe('external');
  const set = (domains: string[]) => rest('POST', '/api/settings/organisation', { domains }, admin.token);
  expect((await set(['co.uk'])).status).toBe(400);
  expect((await set([`https://${host}/`])).status).toBe(400);
  expect((await rest('POST', '/api/settings/organisation', { domains: [host] }, analyst.token)).status).toBe(403);
  await set([host.toUpperCase()]);
  await waitFor('the new scope', async () => (await stored(id))[`ceo@mail.${host}`]!.scope === 'own');
  // Nobody is told to block what is our own.
  await waitFor('the plan without it', async () => (await store.doc(`incidents/${id}/internal/case`).get()).get('known.observables').length === 0);
  const delivered = () => reclassifyObservables({ domains: [] }, { domains: [host] });
  const lastWritten = async () => [await store.doc(`incidents/${id}/internal/case`).get(), ...(await store.collection(`incidents/${id}/observables`).get()).docs].map(({ updateTime }) => updateTime);
  const before = await lastWritten();
  await Promise.all([delivered(), delivered()]);
  expect(await lastWritten()).toEqual(before);

  await set(organisationBefore?.['domains'] ?? []);
  await waitFor('the old scope', async () => (await stored(id))[`ceo@mail.${host}`]!.scope === 'external');
  await waitFor('the plan with it', async () => (await store.doc(`incidents/${id}/internal/case`).get()).get('known.observables').length > 0);
  // The first change, come late: what counts is the setting as it is now.
  await delivered();
  expect((await stored(id))[`ceo@mail.${host}`]!.scope).toBe('external');
});
