import { verifyChain } from '@secura/domain/incidents/chain';
import { beforeAll, describe, expect, test } from 'vitest';
import { callable, makeIncident, makePerson, readEvents, readIncident, rest, store, type TestPerson } from './support.ts';

let reporter: TestPerson;
let one: TestPerson;
let other: TestPerson;

beforeAll(async () => {
  [reporter, one, other] = await Promise.all([makePerson('employee'), makePerson('security_team', { name: 'Ada One' }), makePerson('security_team', { name: 'Bob Other' })]);
});

describe('two analysts on one incident', () => {
  test('who change the same field: the second is told what the first wrote, and nothing is overwritten', async () => {
    const id = await makeIncident(reporter);
    const expectedVersion = (await readIncident(id)).head!.seq;
    const first = await callable('incidents.update', { id, expectedVersion, changes: { title: 'What Ada wrote' } }, one.token);
    expect(first.status).toBe(200);
    const second = await rest('PATCH', `/api/incidents/${id}`, { expectedVersion, changes: { title: 'What Bob wrote' } }, other.token);
    expect(second.status).toBe(409);
    expect(second.body.error.code).toBe('conflict');
    expect(second.body.error.details.changes).toMatchObject([{ aspect: 'field:title', by: 'Ada One', to: 'What Ada wrote' }]);
    expect((await readIncident(id)).title).toBe('What Ada wrote');
    // Having seen it, the second may decide.
    const merged = await callable('incidents.update', { id, expectedVersion: second.body.error.details.version, changes: { title: 'What both wrote' } }, other.token);
    expect(merged.body.title).toBe('What both wrote');
  });

  test('who change different things: both stay', async () => {
    const id = await makeIncident(reporter);
    const expectedVersion = (await readIncident(id)).head!.seq;
    const answers = await Promise.all([
      callable('incidents.update', { id, expectedVersion, changes: { location: 'Floor 3' } }, one.token),
      callable('incidents.setSeverity', { id, expectedVersion, severity: 'high', reason: 'It went to the whole floor.' }, other.token),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
    expect(await readIncident(id)).toMatchObject({ location: 'Floor 3', severity: 'high' });
  });

  test('a triage in the meantime does not stand in the way of a severity that somebody sets, but of agreeing with one that he has not seen', async () => {
    const id = await makeIncident(reporter);
    const triaged = (await readEvents(id)).find(({ type }) => type === 'triage.completed')!;
    const expectedVersion = triaged.seq - 1;
    expect((await callable('incidents.reviewTriage', { id, expectedVersion, decision: 'accepted' }, one.token)).body.error).toMatchObject({ details: { changes: [{ aspect: 'triage' }] } });
    expect((await callable('incidents.setSeverity', { id, expectedVersion, severity: 'critical', reason: 'Payroll is affected.' }, one.token)).body).toMatchObject({ severity: 'critical' });
  });

  test('who act twenty times at once leave an unbroken history with every act in it', async () => {
    const id = await makeIncident(reporter);
    const before = (await readIncident(id)).head!.seq;
    const acts = Array.from({ length: 20 }, (_, index) =>
      callable('incidents.update', { id, changes: { affected: `Group ${index}` } }, (index % 2 ? one : other).token),
    );
    expect((await Promise.all(acts)).every((answer) => answer.status === 200)).toBe(true);
    const events = await readEvents(id);
    expect(events.length).toBe(before + 20);
    expect(verifyChain(events, (await readIncident(id)).head).verified).toBe(true);
  });
});

test('a call repeated with its idempotency key acts once and gets the first answer', async () => {
  const id = await makeIncident(reporter);
  const key = { 'idempotency-key': `key-${id}` };
  const first = await rest('POST', `/api/incidents/${id}/severity`, { severity: 'critical', reason: 'Payroll is affected.' }, one.token, key);
  const again = await rest('POST', `/api/incidents/${id}/severity`, { severity: 'critical', reason: 'Payroll is affected.' }, one.token, key);
  expect(again.body).toEqual(first.body);
  // Its answer would be that of another request.
  const other = await rest('POST', `/api/incidents/${id}/severity`, { severity: 'low', reason: 'It was nothing.' }, one.token, key);
  expect(other).toMatchObject({ status: 400, body: { error: { code: 'invalid-argument', message: 'This Idempotency-Key was used for something else. Make a new one for each request.' } } });
  expect((await readEvents(id)).filter((event) => event.type === 'severity.changed')).toHaveLength(1);
});

test('somebody who rewrites one character of the history is found out, with the place', async () => {
  const id = await makeIncident(reporter);
  await store.doc(`incidents/${id}/events/000002`).update({ 'data.category': 'malware' });
  const verdict = await callable('incidents.verifyChain', { id }, one.token);
  expect(verdict.body).toMatchObject({ verified: false, seq: 2, reason: 'altered' });
});

test('the acknowledge clock stops at the first act of a person, not at the assignment by rule', async () => {
  const available = await makePerson('security_team', { available: true });
  const id = await makeIncident(reporter);
  const assigned = await readIncident(id);
  expect(assigned.assignees.length).toBe(1);
  expect(assigned.clocks?.acknowledge.doneAt).toBeNull();
  await callable('incidents.transition', { id, to: 'investigating' }, one.token);
  expect((await readIncident(id)).clocks?.acknowledge.doneAt).not.toBeNull();
  await store.doc(`users/${available.uid}`).update({ 'workState.kind': 'off_duty' });
});

test('a root cause is asked for at high severity, and an admin who goes past it is recorded', async () => {
  const admin = await makePerson('admin');
  const id = await makeIncident(reporter);
  await callable('incidents.setSeverity', { id, severity: 'high', reason: 'Finance clicked.' }, one.token);
  await callable('incidents.transition', { id, to: 'investigating' }, one.token);
  await callable('incidents.transition', { id, to: 'contained' }, one.token);
  const resolving = { id, to: 'resolved', resolutionCode: 'mitigated', summary: 'Mail pulled back, passwords changed.' };
  const refused = await callable('incidents.transition', resolving, one.token);
  expect(refused.body.error.details.fields.rootCause).toContain('root cause');
  expect((await callable('incidents.transition', { ...resolving, override: true }, one.token)).status).toBe(403);
  expect((await callable('incidents.transition', { ...resolving, override: true }, admin.token)).body.status).toBe('resolved');
  const documented = (await readEvents(id)).find((event) => event.type === 'resolution.documented');
  expect(documented?.data).toMatchObject({ overridden: true });
});
