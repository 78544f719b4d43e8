import { generateKeyPairSync, sign } from 'node:crypto';
import { unclearWhetherSent, type OutboxNotice } from '@secura/domain/notifications/mail';
import { createId } from '@secura/domain/platform/ids';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { api } from '../../functions/src/api/serve.ts';
import { Refused, Unclear, type MailSender } from '../../functions/src/notifications/mail-port.ts';
import { recordMishap } from '../../functions/src/notifications/mail-trouble.ts';
import { handOver } from '../../functions/src/notifications/outbox.ts';
import { unsubscribeKey, unsubscribeLink } from '../../functions/src/notifications/unsubscribe-token.ts';
import { serveFunction } from '../standins/https-function.ts';
import { startSendGrid } from '../standins/sendgrid.ts';
import { killedAt } from './killed.ts';
import { putOutgoing, readOutgoing as read, someTime as at } from './outbox.ts';
import { callable, makePerson, origin, rest, store, waitFor, type TestPerson } from './support.ts';

let ana: TestPerson;
let admin: TestPerson;

beforeAll(async () => {
  [ana, admin] = await Promise.all([makePerson('security_team', { name: 'Ana One' }), makePerson('admin')]);
});

const put = (change: Partial<OutboxNotice> = {}): Promise<string> => putOutgoing('mail', ana, change);

describe('a mail', () => {
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

  test('whose sender is killed before it asks the provider is sent once after its lease, though many try', async () => {
    const id = await put();
    await killedAt(`import { hold } from './functions/src/notifications/outbox-hold.ts';
      import { db } from './functions/src/platform/firebase.ts';
      await hold(db().doc('outbox/${id}'), new Date(${at(0).getTime()}));
      console.log('held');`);
    expect(await read(id)).toMatchObject({ state: 'waiting', attempts: 1, begunAt: null });
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

  test('that was given up is tried again with all others by one click, but not what may have been sent already', async () => {
    const longAgo = (seconds: number) => new Date(seconds * 1000);
    const given = await Promise.all([1, 2, 3].map((seconds) => put({ state: 'dead', doneAt: longAgo(seconds), attempts: 8, lastError: 'SendGrid: 503' })));
    const doubtful = await put({ state: 'dead', doneAt: longAgo(2), begunAt: longAgo(1), lastError: unclearWhetherSent });
    const later = await put({ state: 'dead', doneAt: longAgo(20), lastError: 'SendGrid: 503' });
    const retry = (person: TestPerson) => callable('notifications.retryMails', { before: longAgo(10).toISOString() }, person.token);
    expect((await retry(ana)).status).toBe(403);
    expect((await retry(admin)).body).toEqual({ retried: 3, next: null });
    for (const id of given) expect(await read(id)).toMatchObject({ state: 'kept', attempts: 1 });
    expect((await retry(admin)).body).toEqual({ retried: 0, next: null });
    for (const id of [doubtful, later]) expect((await read(id)).state).toBe('dead');
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
      const provider = await startSendGrid();
      provider.behave({ silent: true });
      const env = { SENDGRID_API_KEY: 'SG.test', SENDGRID_FROM_EMAIL: 'secura@example.com', SENDGRID_BASE_URL: provider.baseUrl };
      const script = `import { handOver } from './functions/src/notifications/outbox.ts';
        void handOver('${id}', new Date(${at(0).getTime()}));`;
      await killedAt(script, env, () => waitFor('SendGrid to have it', async () => provider.asked.length > 0));
      await provider.stop();
      expect(provider.asked.map(({ body }) => body.custom_args)).toEqual([{ outbox: id, begun: String(at(0).getTime()) }]);
      expect(await read(id)).toMatchObject({ state: 'waiting', batch: id, attempts: 1 });
      const { sent, sender } = recorder();
      for (const minutes of [1, 3, 29]) await handOver(id, at(minutes), { mail: sender });
      expect(await tell(processed(id, at(0), 'delivered'), processed(id, at(0), 'open'))).toEqual({ settled: 1, recorded: 0 });
      expect(await tell(processed(id, at(0)))).toEqual({ settled: 0, recorded: 0 });
      for (const minutes of [31, 90]) await handOver(id, at(minutes), { mail: sender });
      expect(sent).toEqual([]);
      expect(await read(id)).toMatchObject({ state: 'sent', provider: 'sendgrid', attempts: 1, begunAt: null });
    });

    test('is put aside after half an hour of silence, also where later mail is told of, and is never sent again by itself', async () => {
      const [id, later] = [await put({ nextAttemptAt: at(100) }), await put({ nextAttemptAt: at(110) })];
      await die(id, at(100));
      const { sent, sender } = recorder();
      await handOver(later, at(110), { mail: sender });
      await tell(processed(later, at(110)));
      await handOver(id, at(129), { mail: sender });
      expect((await read(id)).state).toBe('waiting');
      for (const minutes of [131, 131, 132, 9000]) await handOver(id, at(minutes), { mail: sender });
      expect(sent).toEqual([expect.stringContaining(later)]);
      expect(await read(id)).toMatchObject({ state: 'dead', attempts: 1, lastError: unclearWhetherSent });
    });

    test('and was put aside, is settled by a late word, or by an administrator who says that it was sent or has it tried again', async () => {
      const [heard, confirmed, again] = await Promise.all([1, 2, 3].map(() => put({ nextAttemptAt: at(200) })));
      const all = [heard!, confirmed!, again!];
      for (const id of all) await die(id, at(200));
      for (const id of all) await handOver(id, at(231));
      expect(await tell(processed(heard!, at(200)))).toEqual({ settled: 1, recorded: 0 });
      expect(await read(heard!)).toMatchObject({ state: 'sent', lastError: null });
      expect((await rest('POST', `/api/mail/${confirmed}/confirmation`, {}, ana.token)).status).toBe(403);
      const said = await Promise.all([1, 2].map(() => callable('notifications.confirmMail', { id: confirmed }, admin.token)));
      expect(said.map(({ body }) => body)).toEqual([1, 2].map(() => ({ id: confirmed, sent: true })));
      expect(await read(confirmed!)).toMatchObject({ state: 'sent', begunAt: null, attempts: 1, lastError: null });
      const asked = await Promise.all([1, 2].map(() => callable('notifications.retryMail', { id: again }, admin.token)));
      expect(asked.map(({ status }) => status)).toEqual([200, 200]);
      expect(await read(again!)).toMatchObject({ state: 'kept', attempts: 1 });
      // One that certainly failed is not made to look sent.
      const refused = await put({ state: 'dead', lastError: 'SendGrid: 400' });
      expect((await callable('notifications.confirmMail', { id: refused }, admin.token)).body).toEqual({ id: refused, sent: false });
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
