import { createId } from '@secura/domain/platform/ids';
import type { InternalCase } from '@secura/domain/incidents/incident';
import { planOfCase } from '@secura/domain/triage/case';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordObservables } from '../../functions/src/observables/record.ts';
import { fromStore } from '../../functions/src/platform/firebase.ts';
import { projectNeeded, recordNeeded } from '../../functions/src/similar/needed.ts';
import { callable, makeIncident, makePerson, readEvents, readIncident, rest, store, waitFor, type TestPerson } from './support.ts';

let reporter: TestPerson;
let analyst: TestPerson;
let admin: TestPerson;
const organisation = store.doc('settings/organisation');
let organisationBefore: FirebaseFirestore.DocumentData | undefined;

beforeAll(async () => {
  organisationBefore = (await organisation.get()).data();
  [reporter, analyst, admin] = await Promise.all([makePerson('employee', { department: 'Vault keeping' }), makePerson('security_team'), makePerson('admin')]);
});
afterAll(() => (organisationBefore ? organisation.set(organisationBefore) : organisation.delete()));

const rare = (): string => `x${createId().toLowerCase()}.com`;
const caseRef = (id: string) => store.doc(`incidents/${id}/internal/case`);
const caseOf = async (id: string) => fromStore<InternalCase>((await caseRef(id).get()).data());
const stepOf = async (id: string, step: string) => (await caseOf(id)).plan.find((one) => one.id === step);
const settled = (id: string) => waitFor(`the comparison of ${id}`, async () => typeof (await store.doc(`vectors/${id}`).get()).get('settled') === 'string', 60);
const defanged = (host: string): string => host.replaceAll('.', '[.]');

describe('the plan', () => {
  test('names the indicators of the report at once, follows messages and corrections without an event, and leaves tasks alone', async () => {
    const [first, second] = [rare(), rare()];
    const id = await makeIncident(reporter, { title: 'Phishing email', description: `The mail leads to https://${first}/login, from 10.1.2.3. I did not click.` });
    expect((await caseOf(id)).known.observables).toEqual([{ kind: 'domain', value: first }]);
    expect((await stepOf(id, 'block-domains'))?.step).toContain(defanged(first));
    await callable('tasks.create', { id, stepId: 'block-domains' }, analyst.token);
    await callable('conversation.postMessage', { incidentId: id, text: `Also seen: ${second}`, audience: 'team' }, analyst.token);
    await waitFor('the second domain in the plan', async () => (await stepOf(id, 'block-domains'))?.step.includes(defanged(second)) === true);
    await callable('incidents.update', { id, changes: { description: 'The mail leads to a page that is gone by now.' } }, analyst.token);
    await waitFor('the correction', async () => (await caseOf(id)).known.observables.length === 1);
    expect((await store.doc(`incidents/${id}/tasks/block-domains`).get()).get('title')).toContain(defanged(first));
    const types = (await readEvents(id)).map(({ type }) => type).filter((type) => type !== 'assignment.changed');
    expect(types).toEqual(['incident.reported', 'triage.completed', 'task.created', 'message.posted', 'fields.updated']);
  });

  test('holds what people decided and what was found, when both happen at the same moment', async () => {
    const id = await makeIncident(reporter, { title: 'Phishing email', description: 'A mail asks for my password.' });
    const hosts = Array.from({ length: 2 }, rare);
    const severities = ['high', 'critical'];
    await Promise.all(
      hosts.flatMap((host, index) => [
        recordObservables(id, { source: { kind: 'evidence', id: `evidence-${index}`, at: new Date() }, text: host }),
        callable('incidents.setSeverity', { id, severity: severities[index], reason: 'At the same moment' }, analyst.token),
      ]),
    );
    const [incident, internal] = [await readIncident(id), await caseOf(id)];
    expect(internal.known.observables.map(({ value }) => value)).toEqual([...hosts].sort());
    expect(internal.plan).toEqual(planOfCase(internal, incident.category, incident.severity));
  });

  test('says which incidents alike needed a step once they are resolved, and never names a restricted one', async () => {
    const [older, newer] = await Promise.all([makeIncident(reporter, { title: `Invoice ${rare()}`, description: 'An odd invoice came by mail.' }), makeIncident(reporter, { title: `Call ${rare()}`, description: 'Somebody called and asked for money.' })]);
    const { plan } = await caseOf(older);
    const step = plan[0]!.id;
    const { number } = await readIncident(older);
    // Demo incidents may be like it, too.
    const needed = async () => (await caseOf(newer)).known.similarNeeded.filter(({ numbers }) => numbers.includes(number!)).map((one) => one.step);
    await settled(newer);
    await callable('tasks.create', { id: older, stepId: step }, analyst.token);
    await callable('tasks.update', { id: older, taskId: step, changes: { status: 'done' } }, analyst.token);
    await callable('incidents.link', { id: newer, other: older }, analyst.token);
    await recordNeeded(newer);
    expect(await needed()).toEqual([]);

    for (const to of ['investigating', 'contained']) await callable('incidents.transition', { id: older, to }, analyst.token);
    await callable('incidents.transition', { id: older, to: 'resolved', resolutionCode: 'mitigated', summary: 'The sender was blocked everywhere.', rootCause: 'A spoofed invoice.' }, analyst.token);
    await waitFor('what it needed', async () => (await needed()).join() === step);
    expect((await stepOf(newer, step))?.why).toMatch(new RegExp(`Also needed in .*${number}`));
    const { updateTime } = await caseRef(newer).get();
    for (const event of await readEvents(older)) await projectNeeded(event);
    expect((await caseRef(newer).get()).updateTime).toEqual(updateTime);

    await store.doc(`incidents/${older}`).update({ visibility: 'restricted' });
    await recordNeeded(newer);
    expect(JSON.stringify([(await caseOf(newer)).known, (await caseOf(newer)).plan])).not.toContain(number);
    await store.doc(`incidents/${older}`).update({ visibility: 'team' });
    await recordNeeded(newer);
    await callable('incidents.reopen', { id: older, reason: 'It came back.' }, analyst.token);
    await waitFor('that it is no longer sure', async () => (await needed()).length === 0);
  });
});

describe('severity', () => {
  test('counts assets and departments that the organisation lists, at intake and when triage runs again; what is not given stays', async () => {
    const name = `Ledger ${createId().slice(-6).toLowerCase()}`;
    const set = (input: object, as = admin) => rest('POST', '/api/settings/organisation', input, as.token);
    expect((await set({ assets: [{ name, criticality: 'critical' }], sensitiveDepartments: ['Vault keeping'] }, analyst)).status).toBe(403);
    const refused = await set({ assets: [{ name: 'x', criticality: 'critical' }] });
    expect(refused.status).toBe(400);
    await set({ assets: [{ name, criticality: 'critical' }] });
    await set({ sensitiveDepartments: ['Vault keeping'] });
    expect((await organisation.get()).data()).toMatchObject({ assets: [{ name, criticality: 'critical' }], sensitiveDepartments: ['Vault keeping'] });

    const id = await makeIncident(reporter, { title: 'Phishing email', description: `A mail asks for my password to ${name.toUpperCase()}.` });
    const keys = async () => (await caseOf(id)).triage!.severity.factors.filter(({ key }) => /^(asset|reporter)/.test(key)).map(({ key, points, span }) => [key, points, span?.text]);
    const counted = [['asset', 2, name.toUpperCase()], ['reporter-department', 0.5, undefined]];
    expect(await keys()).toEqual(counted);
    await callable('incidents.retriage', { id }, analyst.token);
    expect(await keys()).toEqual(counted);
    const colleague = await makeIncident(analyst, { title: 'Phishing email', description: 'A mail asks for my password.' });
    expect((await caseOf(colleague)).triage!.severity.factors.map(({ key }) => key)).toContain('reporter-role');
  });
});
