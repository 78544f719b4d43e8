import { generateKeyPairSync, sign } from 'node:crypto';
import type { IncidentEvent } from '@secura/domain/incidents/events';
import { unclearWhetherSent, type OutboxNotice } from '@secura/domain/notifications/mail';
import { createId } from '@secura/domain/platform/ids';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { api } from '../../functions/src/api/serve.ts';
import { sweepClocks } from '../../functions/src/notifications/clock-sweep.ts';
import { readRecipients } from '../../functions/src/notifications/deliver.ts';
import { Refused, Unclear, type MailSender } from '../../functions/src/notifications/mail-port.ts';
import { recordMishap } from '../../functions/src/notifications/mail-trouble.ts';
import { hold } from '../../functions/src/notifications/outbox-hold.ts';
import { handOver } from '../../functions/src/notifications/outbox.ts';
import { projectAlert, projectNotices } from '../../functions/src/notifications/project.ts';
import type { PushSender } from '../../functions/src/notifications/push-port.ts';
import { unsubscribeKey, unsubscribeLink } from '../../functions/src/notifications/unsubscribe-token.ts';
import { serveFunction } from '../standins/https-function.ts';
import { callable, makeIncident, makePerson, origin, readEvents, readIncident, rest, store, waitFor, type TestPerson } from './support.ts';

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
});

describe('a mail', () => {
  // In a time of its own, so that neither the suite's trigger nor its sweep takes it.
  const due = Date.UTC(2090, 0, 1);
  const at = (minutes: number): Date => new Date(due + minutes * 60_000);
  const put = async (change: Partial<OutboxNotice> = {}, id = createId()): Promise<string> => {
    const mail: OutboxNotice = {
      channel: 'mail', to: { uid: ana.uid, email: ana.email, name: ana.name }, kind: 'assigned', text: 'INC-1 is yours', link: '/incidents/one', severity: null, at: new Date(), digest: false, state: 'waiting', attempts: 0,
      nextAttemptAt: at(0), lastError: null, provider: null, begunAt: null, doneAt: null, batch: null, left: null, createdAt: new Date(), expireAt: at(9999), ...change,
    };
    await store.doc(`outbox/${id}`).set(mail);
    return id;
  };
  const read = async (id: string) => (await store.doc(`outbox/${id}`).get()).data() as OutboxNotice;
  const recorder = (fail?: () => Error) => {
    const sent: string[] = [];
    const sender: MailSender = {
      provider: 'sendgrid',
      readmit: async () => undefined,
      send: async ({ key, text }) => {
        const error = fail?.();
        if (error) throw error;
        sent.push(`${key} ${text}`);
      },
    };
    return { sent, sender };
  };

  test('whose sender dies before it asks the provider is sent once after its lease, though many try', async () => {
    const id = await put();
    expect(await hold(store.doc(`outbox/${id}`), at(0))).toHaveLength(1);
    const { sent, sender } = recorder();
    await Promise.all([handOver(id, at(1), { mail: sender }), handOver(id, at(1.5), { mail: sender })]);
    expect(sent).toEqual([]);
    await Promise.all([1, 2, 3, 4].map(() => handOver(id, at(3), { mail: sender })));
    await handOver(id, at(60), { mail: sender });
    expect(sent).toHaveLength(1);
    expect(await read(id)).toMatchObject({ state: 'sent', attempts: 2, provider: 'sendgrid', lastError: null, begunAt: null });
  });

  test('that fails is tried again later and later, then put aside with the reason, until an administrator asks for it', async () => {
    const id = await put();
    const { sender } = recorder(() => new Error('SendGrid: 503'));
    for (let attempt = 1, now = 0; attempt <= 8; attempt++) {
      await handOver(id, at(now), { mail: sender });
      const mail = await read(id);
      expect(mail).toMatchObject({ attempts: attempt, lastError: 'SendGrid: 503', state: attempt < 8 ? 'waiting' : 'dead' });
      now += Math.min(60, 2 ** (attempt - 1));
      if (attempt < 8) expect((mail.nextAttemptAt as unknown as { toDate(): Date }).toDate()).toEqual(at(now));
    }
    expect((await callable('notifications.retryMail', { id }, ana.token)).status).toBe(403);
    expect((await callable('notifications.retryMail', { id }, admin.token)).body).toEqual({ id, waiting: true });
    await waitFor('the mail', async () => (await read(id)).state === 'kept');
  });

  test('that is refused, or whose reader is suspended, is not tried again', async () => {
    const [refused, suspended] = [await put(), await put({ to: { uid: 'nobody-there', email: 'x@example.com', name: 'X' } })];
    await handOver(refused, at(0), { mail: recorder(() => new Refused('SendGrid: 400 No such address.')).sender });
    const { sent, sender } = recorder();
    await handOver(suspended, at(0), { mail: sender });
    expect(sent).toEqual([]);
    expect(await read(refused)).toMatchObject({ state: 'dead', attempts: 1, lastError: 'SendGrid: 400 No such address.' });
    expect(await read(suspended)).toMatchObject({ state: 'dead', lastError: 'The account is suspended or gone.' });
  });

  test('of a digest takes all that waits for the same person along, and nothing of another', async () => {
    const person = await makePerson('employee');
    const to = { uid: person.uid, email: person.email, name: person.name };
    const ids = [await put({ to, digest: true, text: 'One' }), await put({ to, digest: true, text: 'Two' }), await put({ to, text: 'At once' })];
    const { sent, sender } = recorder();
    await Promise.all(ids.slice(0, 2).map((id) => handOver(id, at(0), { mail: sender })));
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatch(/One[^]*Two/);
    expect((await read(ids[2]!)).state).toBe('waiting');
    expect((await read(ids[0]!)).batch).toBe((await read(ids[1]!)).batch);
  });

  test('is stopped by a click without a sign-in: to look changes nothing, to post does, once and again', async () => {
    const person = await makePerson('employee');
    const link = unsubscribeLink({ uid: person.uid, kind: 'message' }, origin, unsubscribeKey({ FUNCTIONS_EMULATOR: 'true' }))!;
    const stored = async () => (await store.doc(`users/${person.uid}/settings/notifications`).get()).data();
    const page = await fetch(link);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await page.text()).toContain('Stop these mails?');
    expect(await stored()).toBeUndefined();
    const post = () => fetch(link, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'List-Unsubscribe=One-Click' });
    const answers = await Promise.all([post(), post()]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await stored()).toMatchObject({ choices: { message: 'inbox' }, digest: 'off' });
    const forged = await fetch(`${link.slice(0, -4)}AAAA`, { method: 'POST' });
    expect([forged.status, await forged.text()]).toEqual([404, expect.stringContaining('This link does not work')]);
  });

  test('that bounces, told twice and late, has its address written to no more until an administrator says so', async () => {
    const person = await makePerson('employee');
    const to = { uid: person.uid, email: person.email, name: person.name };
    const [sentOne, next] = [await put({ to, state: 'sent' }), await put({ to })];
    await store.doc(`outbox/${sentOne}`).update({ batch: sentOne });
    const mishap = { eventId: createId(), key: sentOne, email: person.email.toUpperCase(), state: 'bounced' as const, reason: '550 no such user', at: new Date() };
    await Promise.all([recordMishap(mishap, new Date()), recordMishap(mishap, new Date())]);
    await recordMishap({ ...mishap, eventId: createId(), email: 'somebody@else.example' }, new Date());
    const trouble = async () => ((await store.doc(`users/${person.uid}`).get()).get('mailTrouble') as { state: string; email: string } | undefined) ?? null;
    expect(await trouble()).toMatchObject({ state: 'bounced', email: person.email, reason: '550 no such user' });
    expect(await read(sentOne)).toMatchObject({ state: 'dead', lastError: expect.stringContaining('550 no such user') as string });
    const { sent, sender } = recorder();
    await handOver(next, at(0), { mail: sender });
    expect(sent).toEqual([]);
    expect(await read(next)).toMatchObject({ state: 'dead', attempts: 1, lastError: expect.stringContaining('came back') as string });
    const clear = (by: TestPerson) => rest('POST', `/api/mail/troubles/${person.uid}/clear`, {}, by.token);
    expect((await clear(ana)).status).toBe(403);
    expect((await clear(admin)).body).toEqual({ uid: person.uid, cleared: true });
    await recordMishap({ ...mishap, eventId: createId() }, new Date());
    expect((await trouble())!.state).toBe('cleared');
    const later = await put({ to });
    await handOver(later, at(0), { mail: sender });
    expect(sent).toHaveLength(1);
    expect((await fetch(`${origin}/api/hooks/sendgrid`, { method: 'POST', body: '[]' })).status).toBe(404);
  });

  describe('whose sender dies after the provider’s yes', () => {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
    let door: Awaited<ReturnType<typeof serveFunction>>;
    beforeAll(async () => {
      vi.stubEnv('SENDGRID_WEBHOOK_KEY', publicKey.export({ type: 'spki', format: 'der' }).toString('base64'));
      door = await serveFunction(api);
      await store.doc('counters/mail').delete();
    });
    afterAll(async () => {
      vi.unstubAllEnvs();
      await door.stop();
    });
    /** As SendGrid tells of what it took. */
    const tell = async (...events: object[]): Promise<unknown> => {
      const [body, timestamp] = [JSON.stringify(events), String(Math.floor(Date.now() / 1000))];
      const signature = sign('sha256', Buffer.from(timestamp + body), privateKey).toString('base64');
      return (await fetch(`${door.baseUrl}/api/hooks/sendgrid`, { method: 'POST', body, headers: { 'content-type': 'application/json', 'x-twilio-email-event-webhook-signature': signature, 'x-twilio-email-event-webhook-timestamp': timestamp } })).json();
    };
    const processed = (id: string, begunAt: Date, event = 'processed') => ({ event, email: ana.email, outbox: id, begun: String(begunAt.getTime()), sg_event_id: createId(), timestamp: 1 });
    /** Takes the mail, and is never heard of again. */
    const die = async (id: string, now: Date): Promise<string[]> => {
      const { sent, sender } = recorder();
      void handOver(id, now, { mail: { ...sender, send: async (mail) => (await sender.send(mail), new Promise(() => undefined)) } });
      await waitFor('the provider’s yes', async () => sent.length === 1);
      return sent;
    };

    test('is not sent again, and is settled by the provider’s word, however often it comes', async () => {
      const id = await put();
      await die(id, at(0));
      expect(await read(id)).toMatchObject({ state: 'waiting', batch: id });
      const { sent, sender } = recorder();
      for (const minutes of [1, 3, 29]) await handOver(id, at(minutes), { mail: sender });
      expect(await tell(processed(id, at(0), 'delivered'), processed(id, at(0), 'open'))).toEqual({ settled: 1, recorded: 0 });
      expect(await tell(processed(id, at(0)))).toEqual({ settled: 0, recorded: 0 });
      for (const minutes of [31, 90]) await handOver(id, at(minutes), { mail: sender });
      expect(sent).toEqual([]);
      expect(await read(id)).toMatchObject({ state: 'sent', provider: 'sendgrid', attempts: 1, begunAt: null });
    });

    test('is put aside when the provider never tells of anything, and may still be settled late or tried again by an administrator', async () => {
      const [id, other] = [await put({ nextAttemptAt: at(100) }), await put({ nextAttemptAt: at(100) })];
      for (const one of [id, other]) await die(one, at(100));
      const { sent, sender } = recorder();
      for (const one of [id, other, id]) await handOver(one, at(131), { mail: sender });
      for (const one of [id, other]) expect(await read(one)).toMatchObject({ state: 'dead', lastError: unclearWhetherSent });
      expect(await tell(processed(id, at(100)))).toEqual({ settled: 1, recorded: 0 });
      expect(await read(id)).toMatchObject({ state: 'sent', lastError: null });
      const asked = await Promise.all([1, 2].map(() => callable('notifications.retryMail', { id: other }, admin.token)));
      expect(asked.map(({ status }) => status)).toEqual([200, 200]);
      expect(await read(other)).toMatchObject({ state: 'kept', attempts: 1 });
      expect(sent).toEqual([]);
    });

    test('is sent once more when the provider tells of later mail and not of this one', async () => {
      const [id, later] = [await put({ nextAttemptAt: at(200) }), await put({ nextAttemptAt: at(210) })];
      await die(id, at(200));
      const { sent, sender } = recorder();
      await handOver(later, at(210), { mail: sender });
      await tell(processed(later, at(210)));
      await handOver(id, at(229), { mail: sender });
      expect(sent).toHaveLength(1);
      for (const minutes of [231, 231, 232]) await handOver(id, at(minutes), { mail: sender });
      expect(sent).toHaveLength(2);
      expect(await read(id)).toMatchObject({ state: 'sent', attempts: 2, begunAt: null });
    });

    test('or heard no answer, is settled by a word that comes before it knows; a digest with all that went in it; a bounce with its reason', async () => {
      const person = await makePerson('employee');
      const to = { uid: person.uid, email: person.email, name: person.name };
      const [id, ...digest] = [await put({ nextAttemptAt: at(300) }), await put({ to, digest: true, nextAttemptAt: at(300) }), await put({ to, digest: true, nextAttemptAt: at(300) })];
      const { sender } = recorder();
      await handOver(id, at(300), { mail: { ...sender, send: async () => (await tell(processed(id, at(300))), Promise.reject(new Unclear('SendGrid: ECONNABORTED'))) } });
      expect(await read(id)).toMatchObject({ state: 'sent', lastError: null, begunAt: null });
      await handOver(digest[1]!, at(300), { mail: { ...sender, send: () => Promise.reject(new Unclear('SendGrid: 504')) } });
      for (const one of digest) expect(await read(one)).toMatchObject({ state: 'waiting', lastError: 'SendGrid: 504', batch: digest[1] });
      await tell({ ...processed(digest[1]!, at(300), 'bounce'), type: 'bounce', email: person.email, reason: '550 no such user' });
      for (const one of digest) expect(await read(one)).toMatchObject({ state: 'dead', begunAt: null, lastError: expect.stringContaining('550 no such user') as string });
      expect(await tell(processed(digest[1]!, at(300)))).toEqual({ settled: 0, recorded: 0 });
      for (const one of digest) expect((await read(one)).state).toBe('dead');
    });
  });

  test('without a provider can be read at /dev/mailbox', async () => {
    const id = await put({ state: 'kept', text: 'INC-77 <b>is</b> yours', batch: null, createdAt: new Date(Date.now() + 60_000) });
    const page = await fetch(`${origin}/dev/mailbox`);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(await page.text()).toContain('INC-77 &lt;b&gt;is&lt;/b&gt; yours');
    expect(await (await fetch(`${origin}/dev/mailbox?id=${id}`)).text()).toContain('Open in Secura');
  });
});

describe('a push', () => {
  const at = (minutes: number): Date => new Date(Date.UTC(2090, 0, 1) + minutes * 60_000);
  const put = async (person: TestPerson, tokens: string[]): Promise<string> => {
    const id = `${createId()}_push`;
    const push: OutboxNotice = {
      channel: 'push', to: { uid: person.uid, email: person.email, name: person.name }, kind: 'assigned', text: 'INC-1 is yours', link: '/incidents/one', severity: null, at: new Date(), digest: false, state: 'waiting', attempts: 0,
      nextAttemptAt: at(0), lastError: null, provider: null, begunAt: null, doneAt: null, batch: null, left: null, createdAt: new Date(), expireAt: at(9999),
    };
    await Promise.all([store.doc(`outbox/${id}`).set(push), ...tokens.map((token, slot) => store.doc(`users/${person.uid}/devices/${slot}`).set({ uid: person.uid, token, label: 'x', at: new Date() }))]);
    return id;
  };
  const read = async (id: string) => (await store.doc(`outbox/${id}`).get()).data() as OutboxNotice;
  const devices = async (person: TestPerson) => (await store.collection(`users/${person.uid}/devices`).get()).docs.map((doc) => doc.get('token') as string);
  const recorder = (answer: (token: string) => 'told' | 'gone' = () => 'told') => {
    const told: string[] = [];
    const sender: PushSender = {
      provider: 'fcm',
      send: async (_, token) => {
        const outcome = answer(token);
        if (outcome === 'told') told.push(token);
        return outcome;
      },
    };
    return { told, sender };
  };

  test('whose sender dies in the middle reaches each device once after its lease, though many try', async () => {
    const person = await makePerson('employee');
    const id = await put(person, ['phone', 'laptop']);
    const { told: reached, sender } = recorder();
    void handOver(id, at(0), { push: { ...sender, send: () => new Promise(() => undefined) } });
    await waitFor('the lease', async () => (await read(id)).attempts === 1);
    await handOver(id, at(1), { push: sender });
    expect(reached).toEqual([]);
    await Promise.all([1, 2].map(() => handOver(id, at(3), { push: sender })));
    await handOver(id, at(60), { push: sender });
    expect(reached.sort()).toEqual(['laptop', 'phone']);
    expect(await read(id)).toMatchObject({ state: 'sent', attempts: 2, provider: 'fcm' });
  });

  test('that one device does not take is tried again there alone, and a device that is no more is forgotten', async () => {
    const person = await makePerson('employee');
    const id = await put(person, ['phone', 'laptop', 'old']);
    let busy = true;
    const { told: reached, sender } = recorder((token) => {
      if (token === 'laptop' && busy) throw new Error('Firebase Cloud Messaging: internal-error.');
      return token === 'old' ? 'gone' : 'told';
    });
    await handOver(id, at(0), { push: sender });
    expect(await read(id)).toMatchObject({ state: 'waiting', left: ['1'], lastError: 'Firebase Cloud Messaging: internal-error.' });
    busy = false;
    await handOver(id, at(1), { push: sender });
    expect(reached).toEqual(['phone', 'laptop']);
    expect(await read(id)).toMatchObject({ state: 'sent', left: null });
    expect((await devices(person)).sort()).toEqual(['laptop', 'phone']);
  });

  test('is for whoever has a device, found among many people at once, and for nobody where nothing is pushed', async () => {
    const person = await makePerson('employee');
    await put(person, ['phone', 'laptop']);
    const asked = [ana.uid, ...Array.from({ length: 60 }, () => createId()), person.uid];
    const reachable = async () => (await readRecipients(asked)).map(({ uid, reachable: is }) => [uid, is]);
    vi.stubEnv('PUSH', 'on');
    expect(await reachable()).toEqual([[ana.uid, false], [person.uid, true]]);
    vi.stubEnv('PUSH', '');
    expect(await reachable()).toEqual([[ana.uid, false], [person.uid, false]]);
    vi.unstubAllEnvs();
  });

  test('has nobody to tell where no device is left, and none is written where nothing is pushed', async () => {
    const person = await makePerson('employee');
    const id = await put(person, ['old']);
    await handOver(id, at(0), { push: recorder(() => 'gone').sender });
    expect(await read(id)).toMatchObject({ state: 'kept', attempts: 1 });
    expect((await store.collection('outbox').where('to.uid', '==', ana.uid).get()).docs.filter((doc) => doc.id.endsWith('_push'))).toEqual([]);
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
