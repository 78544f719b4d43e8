import { beforeAll, describe, expect, test } from 'vitest';
import { makeIncident, makePerson, origin, overTheWire, readEvents, readIncident, rest, store, waitFor, type TestPerson } from './support.ts';

// What an earlier product of this kind got wrong when it was run; each stays right here.

let reporter: TestPerson;
let outsider: TestPerson;
let analyst: TestPerson;

beforeAll(async () => {
  [reporter, outsider, analyst] = await Promise.all([makePerson('employee'), makePerson('employee'), makePerson('security_team')]);
});

describe('an employee', () => {
  test('opens his own incident', async () => {
    const id = await makeIncident(reporter);
    expect((await rest('GET', `/api/incidents/${id}`, undefined, reporter.token)).body.id).toBe(id);
  });

  test('gets just as many of his own incidents as he asks for', async () => {
    await makeIncident(reporter);
    await makeIncident(reporter);
    const page = await rest('GET', '/api/incidents?limit=1', undefined, reporter.token);
    expect(page.body.items).toHaveLength(1);
    expect(page.body.items[0].reporter.uid).toBe(reporter.uid);
    const next = await rest('GET', `/api/incidents?limit=1&cursor=${page.body.nextCursor}`, undefined, reporter.token);
    expect(next.body.items[0].id).not.toBe(page.body.items[0].id);
  });

  test('can neither read, nor write to, nor change what somebody else reported, and learns nothing from trying', async () => {
    const id = await makeIncident(reporter);
    const attempts = await Promise.all([
      overTheWire('incidents.get', { id }, outsider.token),
      overTheWire('conversation.postMessage', { incidentId: id, text: 'Hello' }, outsider.token),
      overTheWire('incidents.update', { id, changes: { title: 'Mine now' } }, outsider.token),
      overTheWire('incidents.verifyChain', { id }, outsider.token),
      overTheWire('incidents.get', { id: 'NOSUCHINCIDENT00' }, outsider.token),
    ]);
    expect(attempts.map((attempt) => attempt.status)).toEqual([404, 404, 404, 404, 404]);
    expect(new Set(attempts.map((attempt) => attempt.body.error.message)).size).toBe(1);
  });

  test('is told 403, not 500, when he reaches for what only the team may do', async () => {
    const id = await makeIncident(reporter);
    const assigning = await rest('POST', `/api/incidents/${id}/assign`, { uids: [analyst.uid] }, reporter.token);
    expect(assigning.status).toBe(403);
    expect(assigning.body.error.code).toBe('permission-denied');
  });
});

describe('assigning', () => {
  test('refuses somebody who is not of the security team', async () => {
    const id = await makeIncident(reporter);
    const answer = await overTheWire('incidents.assign', { id, uids: [outsider.uid] }, analyst.token);
    expect(answer.status).toBe(400);
  });

  test('refuses a resolved incident instead of silently reopening it', async () => {
    const id = await makeIncident(reporter);
    await overTheWire('incidents.transition', { id, to: 'resolved', resolutionCode: 'benign', summary: 'It was our own newsletter.', rootCause: 'A newsletter.' }, analyst.token);
    expect((await overTheWire('incidents.assign', { id, uids: [analyst.uid] }, analyst.token)).status).toBe(400);
    expect((await readIncident(id)).status).toBe('resolved');
  });
});

describe('access', () => {
  test('ends at the moment of a suspension, though the token still lives', async () => {
    const person = await makePerson('security_team');
    const id = await makeIncident(reporter);
    expect((await overTheWire('incidents.get', { id }, person.token)).status).toBe(200);
    await store.doc(`users/${person.uid}`).update({ status: 'suspended' });
    expect((await overTheWire('incidents.get', { id }, person.token)).status).toBe(403);
    expect((await overTheWire('incidents.assign', { id, uids: [analyst.uid] }, person.token)).status).toBe(403);
  });

  test('ends at the moment a role is taken away', async () => {
    const person = await makePerson('security_team');
    const id = await makeIncident(reporter);
    await store.doc(`users/${person.uid}`).update({ role: 'employee' });
    expect((await overTheWire('incidents.assign', { id, uids: [analyst.uid] }, person.token)).status).toBe(401);
  });

  test('to a restricted incident is for its members, leads and admins', async () => {
    const [lead, other] = await Promise.all([makePerson('security_team', { lead: true }), makePerson('security_team')]);
    const id = await makeIncident(reporter);
    await store.doc(`incidents/${id}`).update({ visibility: 'restricted' });
    expect((await overTheWire('incidents.get', { id }, other.token)).status).toBe(404);
    expect((await overTheWire('incidents.get', { id }, lead.token)).status).toBe(200);
    expect((await overTheWire('incidents.get', { id }, reporter.token)).status).toBe(200);
    const listed = await overTheWire('incidents.list', { limit: 50 }, other.token);
    expect(listed.body.items.some((item: { id: string }) => item.id === id)).toBe(false);
  });
});

describe('the queue', () => {
  test('filters by date without falling over', async () => {
    await makeIncident(reporter);
    const today = new Date().toISOString().slice(0, 10);
    const found = await rest('GET', `/api/incidents?from=${today}&to=${today}&limit=5`, undefined, analyst.token);
    expect(found.status).toBe(200);
    expect(found.body.items.length).toBeGreaterThan(0);
    const none = await rest('GET', '/api/incidents?from=2001-01-01&to=2001-01-02', undefined, analyst.token);
    expect(none.body.items).toEqual([]);
  });

  test('finds by number, by a beginning of a title word and by a word of the description', async () => {
    const id = await makeIncident(reporter, { title: 'Zirconium parcel mail', description: 'The attachment was called quokka.docm, I did not open it.' });
    const { number } = await readIncident(id);
    for (const search of [number!, 'zircon', 'quokka.docm', 'parcel zirconium']) {
      const found = await overTheWire('incidents.list', { search }, analyst.token);
      expect(found.body.items.map((item: { id: string }) => item.id), search).toContain(id);
    }
  });

  test('finds among "mine" what one helps with, too, restricted or not', async () => {
    const [lead, helper] = await Promise.all([makePerson('security_team', { lead: true }), makePerson('security_team')]);
    const id = await makeIncident(reporter, { title: 'Zirconium badge lost' });
    await overTheWire('incidents.assign', { id, uids: [lead.uid] }, lead.token);
    await overTheWire('incidents.assign', { id, uids: [helper.uid] }, lead.token);
    await overTheWire('incidents.setVisibility', { id, visibility: 'restricted', reason: 'It concerns a colleague.' }, lead.token);
    const found = await overTheWire('incidents.list', { assigned: 'me', search: 'badge zircon' }, helper.token);
    expect(found.body.items.map((item: { id: string }) => item.id)).toEqual([id]);
    expect((await overTheWire('incidents.list', { assigned: 'me', search: 'badge quokka' }, helper.token)).body.items).toEqual([]);
  });
});

test('a report of tomorrow’s tomorrow is refused at its field, as the form does', async () => {
  const refused = await rest('POST', '/api/incidents', { title: 'A strange mail', description: 'It asked for my password.', occurredAt: new Date(Date.now() + 2 * 86_400_000).toISOString() }, reporter.token);
  expect(refused).toMatchObject({ status: 400, body: { error: { details: { fields: { occurredAt: 'This is in the future. Give a date and time that has passed.' } } } } });
});

describe('addresses', () => {
  test('health answers exactly what monitors look for', async () => {
    const answer = await fetch(`${origin}/health`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ status: 'healthy', service: 'Secura Backend' });
  });

  test('what is no number of rows is refused in a sentence', async () => {
    const refused = await rest('GET', '/api/incidents?limit=abc', undefined, analyst.token);
    expect(refused).toMatchObject({ status: 400, body: { error: { message: 'Give a number from 1 to 50.' } } });
  });

  test('an unknown address and a wrong token get the one error shape', async () => {
    expect((await rest('GET', '/api/nothing')).body.error.code).toBe('not-found');
    const forged = await rest('GET', '/api/incidents', undefined, 'not.a.token');
    expect(forged).toMatchObject({ status: 401, body: { error: { code: 'unauthenticated' } } });
  });

  test('pages carry the headers that keep a browser safe', async () => {
    const { headers } = await fetch(origin);
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBeTruthy();
    expect(headers.get('cross-origin-opener-policy')).toBeTruthy();
  });
});

test('a message and a file that overtake the report are recorded once, behind it', async () => {
  const id = await makeIncident(reporter);
  const { recordMessage } = await import('../../functions/src/conversation/record.ts');
  const { triageIncident } = await import('../../functions/src/triage/intake.ts');
  const author = { uid: reporter.uid, name: reporter.name, role: 'employee' };
  await store.doc(`incidents/${id}/messages/once-0001`).create({ text: 'Here it is.', audience: 'everyone', author, createdAt: new Date() });
  await waitFor('the record', async () => (await store.doc(`incidents/${id}/messages/once-0001`).get()).get('seq') !== undefined);
  await Promise.all([1, 2, 3].map(() => recordMessage(id, 'once-0001', new Date(), (incidentId) => triageIncident(incidentId, new Date()))));
  const events = await readEvents(id);
  expect(events.filter((event) => event.type === 'message.posted')).toHaveLength(1);
  expect((await readIncident(id)).counts.messages).toBe(1);
});

test('somebody assigned to a restricted incident finds it among his own', async () => {
  const member = await makePerson('security_team');
  const id = await makeIncident(reporter);
  await overTheWire('incidents.assign', { id, uids: [member.uid] }, analyst.token);
  await store.doc(`incidents/${id}`).update({ visibility: 'restricted' });
  const mine = await overTheWire('incidents.list', { assigned: 'me' }, member.token);
  expect(mine.body.items.map((item: { id: string }) => item.id)).toEqual([id]);
});

test('an incident that an admin closes without resolving it has no clock left running', async () => {
  const admin = await makePerson('admin');
  const id = await makeIncident(reporter);
  const closed = await overTheWire('incidents.transition', { id, to: 'closed', override: true }, admin.token);
  expect(closed.body).toMatchObject({ status: 'closed', nextDueAt: null });
});
