import { verifyChain } from '@secura/domain/incidents/chain';
import type { InternalCase } from '@secura/domain/incidents/incident';
import { beforeAll, describe, expect, test } from 'vitest';
import { callable, makeIncident, makePerson, readEvents, readIncident, rest, store, type TestPerson } from './support.ts';

let reporter: TestPerson;
let one: TestPerson;
let other: TestPerson;

beforeAll(async () => {
  [reporter, one, other] = await Promise.all([makePerson('employee'), makePerson('security_team', { name: 'Ada One' }), makePerson('security_team', { name: 'Bob Other' })]);
});

const readCase = async (id: string): Promise<InternalCase> => (await store.doc(`incidents/${id}/internal/case`).get()).data() as InternalCase;
const tasksOf = async (id: string) => (await store.collection(`incidents/${id}/tasks`).get()).docs;

describe('tasks', () => {
  test('two analysts make the same step a task at once: it is one task and one event, and both are answered with it', async () => {
    const id = await makeIncident(reporter);
    const stepId = (await readCase(id)).plan[0]!.id;
    const answers = await Promise.all([one, other, one, other].map(({ token }) => callable('tasks.create', { id, stepId }, token)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(new Set(answers.map(({ body }) => body.id))).toEqual(new Set([stepId]));
    expect(await tasksOf(id)).toHaveLength(1);
    const events = await readEvents(id);
    expect(events.filter(({ type }) => type === 'task.created')).toHaveLength(1);
    expect(verifyChain(events, (await readIncident(id)).head)).toMatchObject({ verified: true });
  });

  test('a task that is taken by two at once belongs to the first, and the second is told', async () => {
    const id = await makeIncident(reporter);
    await callable('tasks.create', { id, taskId: 'ask-mail-team', title: 'Ask the mail team.' }, one.token);
    const expectedVersion = (await readIncident(id)).head!.seq;
    const take = (person: TestPerson) => rest('PATCH', `/api/incidents/${id}/tasks/ask-mail-team`, { expectedVersion, changes: { assigneeUid: person.uid } }, person.token);
    const first = await take(one);
    const second = await take(other);
    expect([first.status, second.status]).toEqual([200, 409]);
    expect(second.body.error.details.changes).toMatchObject([{ aspect: 'task:ask-mail-team:assignee', by: 'Ada One', to: { uid: one.uid } }]);
    const done = await rest('PATCH', `/api/incidents/${id}/tasks/ask-mail-team`, { expectedVersion, changes: { status: 'done' } }, other.token);
    expect(done.body).toMatchObject({ status: 'done', assignee: { uid: one.uid }, doneBy: { uid: other.uid } });
  });

  test('a task needs a step that is in the plan, and somebody of the team', async () => {
    const id = await makeIncident(reporter);
    expect((await callable('tasks.create', { id, stepId: 'no-such-step' }, one.token)).body.error.message).toBe('There is no such step in the plan.');
    expect((await callable('tasks.create', { id, title: 'Something.', assigneeUid: reporter.uid }, one.token)).body.error.message).toContain('Only members of the security team');
    expect((await callable('tasks.create', { id, title: 'Something.' }, reporter.token)).status).toBe(403);
    expect(await tasksOf(id)).toHaveLength(0);
  });
});

describe('techniques', () => {
  test('keep what people decided when triage runs again, and the plan follows them', async () => {
    const id = await makeIncident(reporter, { description: 'I got an email with a link to a fake login page. There is a rule in my mailbox that forwards all mails to an external address.' });
    const judge = (techniqueId: string, decision: string) => callable('incidents.reviewTechnique', { id, techniqueId, decision }, one.token);
    const stepIds = async () => (await readCase(id)).plan.map((step) => step.id);
    expect(await stepIds()).toContain('remove-mail-rules');
    expect((await judge('T1114.003', 'rejected')).status).toBe(200);
    expect((await judge('T1528', 'confirmed')).status).toBe(200);
    expect(await stepIds()).not.toContain('remove-mail-rules');
    expect(await stepIds()).toContain('revoke-app');
    await callable('incidents.retriage', { id }, other.token);
    const { techniques } = await readCase(id);
    expect(techniques.find((technique) => technique.id === 'T1114.003')?.review?.decision).toBe('rejected');
    expect(techniques.find((technique) => technique.id === 'T1528')).toMatchObject({ added: true, name: 'Steal Application Access Token', review: { decision: 'confirmed' } });
    expect(await stepIds()).not.toContain('remove-mail-rules');
    expect((await judge('T9999', 'confirmed')).body.error.message).toBe('ATT&CK has no such technique.');
    expect((await callable('incidents.setCategory', { id, category: 'data_breach', reason: 'A list was sent out.' }, one.token)).status).toBe(200);
    expect(await stepIds()).toContain('stop-exposure');
  });
});
