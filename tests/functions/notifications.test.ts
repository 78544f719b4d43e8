import type { IncidentEvent } from '@secura/domain/incidents/events';
import type { OutboxNotice } from '@secura/domain/notifications/mail';
import { beforeAll, describe, expect, test } from 'vitest';
import { sweepClocks } from '../../functions/src/notifications/clock-sweep.ts';
import { projectAlert, projectEntry, projectNotices } from '../../functions/src/notifications/project.ts';
import { audited } from '../../functions/src/platform/audit.ts';
import { callable, makeIncident, makePerson, readEvents, readIncident, rest, store, waitFor, type TestPerson } from './support.ts';

let reporter: TestPerson;
let ana: TestPerson;
let bob: TestPerson;
let lead: TestPerson;
let admin: TestPerson;

beforeAll(async () => {
  [reporter, ana, bob, lead, admin] = await Promise.all([
    makePerson('employee', { name: 'Rita Report' }), makePerson('security_team', { name: 'Ana One' }), makePerson('security_team', { name: 'Bob Two' }), makePerson('security_team', { lead: true }), makePerson('admin'),
  ]);
});

const inboxOf = async ({ uid }: TestPerson, incidentId = '') => (await store.collection(`users/${uid}/inbox`).get()).docs.filter(({ id }) => id.startsWith(incidentId));
const kindsOf = async (person: TestPerson, incidentId: string) => (await inboxOf(person, incidentId)).map((doc) => doc.get('kind') as string).sort();
const mailTo = async ({ uid }: TestPerson, incidentId: string) => (await store.collection('outbox').where('to.uid', '==', uid).get()).docs.filter(({ id }) => id.startsWith(incidentId));

/** Waits until the triggers have told everybody of everything so far. */
async function told(id: string, person: TestPerson, kind: string): Promise<void> {
  await waitFor(`“${kind}” in the inbox of ${person.name}`, async () => (await kindsOf(person, id)).includes(kind));
}

describe('a notice', () => {
  test('comes once and as one mail, though every event is delivered again, at the same time and in reverse', async () => {
    const id = await makeIncident(reporter);
    await callable('incidents.assign', { id, uids: [ana.uid] }, bob.token);
    await callable('conversation.postMessage', { incidentId: id, text: 'Here are the headers.' }, reporter.token);
    await callable('incidents.transition', { id, to: 'investigating' }, ana.token);
    await told(id, ana, 'message');
    await told(id, reporter, 'status');
    await told(id, bob, 'incident.new');
    const events = (await readEvents(id)).reverse();
    const now = new Date();
    await Promise.all([...events, ...events].map((event) => projectNotices(event, now)));
    // Of the new report he is told unless it was his by then.
    const kinds = await kindsOf(ana, id);
    expect(kinds.filter((kind) => kind !== 'incident.new')).toEqual(['assigned', 'message']);
    expect(new Set(kinds).size).toBe(kinds.length);
    expect(await kindsOf(reporter, id)).toEqual(['status']);
    expect(await kindsOf(bob, id)).toEqual(['incident.new']);
    await waitFor('the mail', async () => (await mailTo(ana, id)).every((mail) => mail.get('state') === 'kept'));
    const mails = await mailTo(ana, id);
    expect(mails.map((mail) => mail.get('kind') as string).sort()).toEqual(['assigned', 'message']);
    for (const mail of mails) expect(mail.get('text')).not.toContain('Suspicious phishing');
    expect((await inboxOf(ana, id)).every((entry) => entry.get('readAt') === null)).toBe(true);
  });

  test('stays read when its event is delivered again', async () => {
    const id = await makeIncident(reporter);
    await callable('incidents.assign', { id, uids: [ana.uid] }, bob.token);
    await told(id, ana, 'assigned');
    expect((await rest('POST', '/api/notifications/read', {}, ana.token)).body).toMatchObject({ more: false });
    for (const event of await readEvents(id)) await projectNotices(event, new Date());
    for (const entry of await inboxOf(ana, id)) expect(entry.get('readAt')).not.toBeNull();
  });

  test('of a restricted incident reaches insiders alone, by its number, also when its events come late', async () => {
    const id = await makeIncident(reporter, { title: 'Salary list of the board' });
    await callable('incidents.assign', { id, uids: [ana.uid] }, lead.token);
    await told(id, ana, 'assigned');
    await store.doc(`incidents/${id}`).update({ visibility: 'restricted' });
    for (const person of [ana, bob, lead]) for (const entry of await inboxOf(person, id)) await entry.ref.delete();
    const events = await readEvents(id);
    const message: IncidentEvent = { ...events.at(-1)!, type: 'message.posted', seq: 900, actor: { kind: 'person', uid: reporter.uid, name: reporter.name, role: 'employee' }, data: { messageId: 'none', textSha256: '', audience: 'everyone' } };
    for (const event of [...events, message]) await projectNotices(event, new Date());
    expect(await inboxOf(bob, id)).toEqual([]);
    expect(await kindsOf(ana, id)).toEqual(['assigned', 'message']);
    expect(await kindsOf(lead, id)).toEqual(['incident.new']);
    for (const entry of [...(await inboxOf(ana, id)), ...(await inboxOf(lead, id))]) expect(entry.get('text')).not.toContain('Salary');
  });

  test('follows the preferences, and nobody who is suspended gets any', async () => {
    const [quiet, gone] = await Promise.all([makePerson('security_team'), makePerson('security_team')]);
    await store.doc(`users/${quiet.uid}/settings/notifications`).set({ choices: { assigned: 'mail' }, newFrom: 'critical', quiet: null, digest: 'weekly', timeZone: 'Europe/Vienna' });
    await store.doc(`users/${gone.uid}`).update({ status: 'suspended' });
    const id = await makeIncident(reporter);
    await callable('incidents.assign', { id, uids: [quiet.uid] }, bob.token);
    await told(id, lead, 'incident.new');
    await waitFor('the mail', async () => (await mailTo(quiet, id)).length === 1);
    for (const event of await readEvents(id)) await projectNotices(event, new Date());
    expect(await inboxOf(quiet, id)).toEqual([]);
    expect(await inboxOf(gone, id)).toEqual([]);
    const [mail] = (await mailTo(quiet, id)).map((doc) => doc.data() as OutboxNotice & { nextAttemptAt: { toDate(): Date } });
    expect(mail).toMatchObject({ digest: true, state: 'waiting' });
    expect(mail!.nextAttemptAt.toDate().getTime()).toBeGreaterThan(Date.now());
  });

  test('of an alert reaches everybody but who published it, once', async () => {
    const { body } = await callable('notifications.publishAlert', { title: 'Wave of parcel mails', text: 'Do not open them.', severity: 'high', hours: 1 }, lead.token);
    const [alert] = (await store.collection('alerts').where('__name__', '==', store.doc(`alerts/${body.id}`)).get()).docs;
    await told(`alert_${body.id}`, reporter, 'alert');
    await projectAlert({ ...alert!.data(), id: body.id, createdAt: new Date(), expiresAt: new Date() } as never, new Date());
    expect(await inboxOf(reporter, `alert_${body.id}`)).toHaveLength(1);
    expect(await inboxOf(lead, `alert_${body.id}`)).toEqual([]);
  });

  test('of what the audit chain says is decided reaches who waits for it, once', async () => {
    const actor = { ...admin, role: 'admin' as const };
    await audited({ action: 'application.decided', actor, data: { applicantUid: reporter.uid, accepted: false }, now: new Date(), requestId: 'test' }, () => undefined);
    await told('audit_', reporter, 'application');
    const [entry] = (await store.collection('audit').where('data.applicantUid', '==', reporter.uid).get()).docs;
    await projectEntry(entry!.data() as never, new Date());
    expect(await kindsOf(reporter, 'audit_')).toEqual(['application']);
    expect((await mailTo(reporter, 'audit_')).map((mail) => mail.get('text') as string)).toEqual(['Your application to the security team was declined']);
  });
});

describe('a clock', () => {
  test('that runs out is told once to who has it in hand, then to the lead, then to the administrator; only what is due is read', async () => {
    const [id] = await Promise.all([makeIncident(reporter)]);
    await callable('incidents.assign', { id, uids: [ana.uid] }, bob.token);
    await told(id, ana, 'assigned');
    // Long ago, so that the sweep meets this one alone.
    const hours = (count: number): Date => new Date(count * 3_600_000);
    const clock = (dueAt: Date, doneAt: Date | null = null) => ({ dueAt, doneAt });
    await store.doc(`incidents/${id}`).update({ createdAt: hours(0), clocks: { acknowledge: clock(hours(1), hours(0)), resolve: clock(hours(8)) }, reminders: { upTo: hours(0), nextAt: hours(6) } });
    const version = (await readIncident(id)).head!.seq;
    expect(await sweepClocks(hours(5.9))).toBe(0);
    for (const [moment, stage] of [[6, 'soon'], [8, 'breached'], [10, 'overdue']] as const) {
      const reads = await Promise.all([sweepClocks(hours(moment)), sweepClocks(hours(moment))]);
      expect(Math.max(...reads)).toBe(2);
      expect((await readEvents(id)).filter(({ seq }) => seq > version).at(-1)).toMatchObject({ type: 'clock.reminded', data: { clock: 'resolve', stage } });
    }
    expect(await sweepClocks(hours(100))).toBe(0);
    expect((await readIncident(id)).head!.seq).toBe(version + 3);
    await waitFor('the administrator', async () => (await kindsOf(admin, id)).includes('clock.breached'));
    await waitFor('the rest', async () => (await kindsOf(ana, id)).filter((kind) => kind.startsWith('clock')).length === 3 && (await kindsOf(lead, id)).filter((kind) => kind.startsWith('clock')).length === 2);
    expect((await kindsOf(admin, id)).filter((kind) => kind.startsWith('clock'))).toHaveLength(1);
    expect(await kindsOf(reporter, id)).toEqual([]);
  });
});
