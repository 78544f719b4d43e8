import { defaultClocks } from '@secura/domain/settings/clocks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sweepClocks } from '../../functions/src/notifications/clock-sweep.ts';
import { recordMessage } from '../../functions/src/conversation/record.ts';
import { callable, makeIncident, makePerson, readEvents, readIncident, store, waitFor, type TestPerson } from './support.ts';

let reporter: TestPerson;
let ana: TestPerson;
let admin: TestPerson;

beforeAll(async () => {
  [reporter, ana, admin] = await Promise.all([makePerson('employee'), makePerson('security_team'), makePerson('admin')]);
});
afterAll(() => store.doc('settings/clocks').delete());

const call = async (name: string, input: object, by = ana) => callable(`incidents.${name}`, input, by.token);
const typesOf = async (id: string) => (await readEvents(id)).map(({ type }) => type).filter((type) => type.startsWith('clock.'));
const dueOf = async (id: string) => (await store.doc(`incidents/${id}`).get()).get('clocks.resolve.dueAt').toDate() as Date;

async function says(id: string, by: TestPerson, text: string, audience = 'everyone'): Promise<string> {
  const { body } = await callable('conversation.postMessage', { incidentId: id, text, audience }, by.token);
  await waitFor('the record', async () => (await store.doc(`incidents/${id}/messages/${body.id}`).get()).get('seq') !== undefined);
  return body.id as string;
}

test('a pause is begun once by many at the same moment, is told to nobody by the sweep, and ends once', async () => {
  const id = await makeIncident(reporter);
  const due = await dueOf(id);
  expect((await call('pauseClock', { id, reason: 'other' })).body.error.message).toContain('Say what is waited for');
  expect((await call('pauseClock', { id, reason: 'supplier' }, reporter)).status).toBe(403);
  const both = await Promise.all([1, 2, 3].map(() => call('pauseClock', { id, reason: 'supplier', text: 'The mail provider looks into it.' })));
  expect(both.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect((await call('pauseClock', { id, reason: 'reporter' })).body.error.message).toContain('paused already');
  const paused = await readIncident(id);
  expect(paused).toMatchObject({ nextDueAt: null, reminders: { nextAt: null }, clocks: { pause: { reason: 'supplier', by: { uid: ana.uid } } } });
  // What the team says to itself is not in what the reporter reads.
  expect(JSON.stringify(paused)).not.toContain('provider looks');
  expect((await store.doc(`incidents/${id}/internal/case`).get()).get('pauseNote')).toBe('The mail provider looks into it.');
  // Who is waited for is the supplier: an answer of the reporter changes nothing.
  await says(id, reporter, 'Any news?');
  await Promise.all([call('resumeClock', { id }), call('resumeClock', { id })]);
  expect(await typesOf(id)).toEqual(['clock.paused', 'clock.resumed']);
  const after = await readIncident(id);
  expect(after.clocks!.pause).toBeNull();
  expect(after.clocks!.stops).toHaveLength(1);
  expect((await dueOf(id)).getTime()).toBeGreaterThanOrEqual(due.getTime());
  expect(after.nextDueAt).not.toBeNull();
});

test('a pause that waits for the reporter ends with the answer, once, however often it is delivered', async () => {
  const id = await makeIncident(reporter);
  await call('pauseClock', { id, reason: 'reporter' });
  await says(id, ana, 'Did you open the attachment?');
  expect(await typesOf(id)).toEqual(['clock.paused']);
  const answer = await says(id, reporter, 'No.');
  await Promise.all([1, 2].map(() => recordMessage(id, answer, new Date(), () => Promise.resolve())));
  await says(id, reporter, 'But my colleague did.');
  const events = await readEvents(id);
  expect(events.filter(({ type }) => type === 'clock.resumed').map(({ actor, data }) => [actor.kind, (data as { by: string }).by])).toEqual([['system', 'answer']]);
  const place = (await store.doc(`incidents/${id}/messages/${answer}`).get()).get('seq') as number;
  expect(events.find(({ seq }) => seq === place)).toMatchObject({ type: 'message.posted', data: { messageId: answer } });
  expect((await readIncident(id)).clocks!.pause).toBeNull();
  expect((await callable('incidents.verifyChain', { id }, ana.token)).body.verified).toBe(true);
});

test('an answer from before the question ends nothing, and resolving ends any pause', async () => {
  const id = await makeIncident(reporter);
  const early = await says(id, reporter, 'It came on Monday.');
  await call('pauseClock', { id, reason: 'reporter' });
  // As if its record were late: the same message, not yet recorded.
  const { seq: _seq, ...message } = (await store.doc(`incidents/${id}/messages/${early}`).get()).data()!;
  await store.doc(`incidents/${id}/messages/late-message`).set(message);
  await waitFor('the late record', async () => (await store.doc(`incidents/${id}/messages/late-message`).get()).get('seq') !== undefined);
  expect((await readIncident(id)).clocks!.pause).not.toBeNull();
  const resolved = await call('transition', { id, to: 'resolved', resolutionCode: 'benign', summary: 'It was our own newsletter.', rootCause: 'A newsletter.' });
  expect(resolved.body).toMatchObject({ status: 'resolved', pause: null, nextDueAt: null });
  expect((await call('pauseClock', { id, reason: 'supplier' })).body.error.message).toContain('no clock runs');
});

test('other targets hold for what comes, and for what changes its severity; a severity that is over by them is reminded of at once', async () => {
  // Reported an hour ago, so that all of it is over by now.
  const id = await makeIncident(reporter, { createdAt: new Date(Date.now() - 3_600_000) });
  const due = await dueOf(id);
  const strict = { ...defaultClocks, targets: { ...defaultClocks.targets, critical: { acknowledge: 1, resolve: 1, hours: 'always' } } };
  expect((await callable('settings.setClocks', strict, ana.token)).status).toBe(403);
  expect((await callable('settings.setClocks', strict, admin.token)).status).toBe(200);
  expect(await dueOf(id)).toEqual(due);
  const { createdAt } = (await store.doc(`incidents/${id}`).get()).data() as { createdAt: { toDate(): Date } };
  await call('setSeverity', { id, severity: 'critical', reason: 'It spreads.' });
  expect((await dueOf(id)).getTime()).toBe(createdAt.toDate().getTime() + 60_000);
  await sweepClocks(new Date());
  await sweepClocks(new Date());
  expect((await readEvents(id)).filter(({ type }) => type === 'clock.reminded').map(({ data }) => data)).toMatchObject([{ clock: 'resolve', stage: 'overdue' }]);
});
