import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { hearSendGrid, isFromSendGrid, readEvents } from './sendgrid-hook.ts';

/** What the vendor's own SDK is tested with. */
const vendors = {
  publicKey: 'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE83T4O/n84iotIvIW4mdBgQ/7dAfSmpqIM8kF9mN1flpVKS3GRqe62gw+2fNNRaINXvVpiglSI8eNEc6wEA3F+g==',
  signature: 'MEUCIGHQVtGj+Y3LkG9fLcxf3qfI10QysgDWmMOVmxG0u6ZUAiEAyBiXDWzM+uOe5W0JuG+luQAbPIqHh89M15TluLtEZtM=',
  timestamp: '1600112502',
  rawBody: Buffer.from(
    `${JSON.stringify([{ email: 'hello@world.com', event: 'dropped', reason: 'Bounced Address', sg_event_id: 'ZHJvcC0xMDk5NDkxOS1MUnpYbF9OSFN0T0doUTRrb2ZTbV9BLTA', sg_message_id: 'LRzXl_NHStOGhQ4kofSm_A.filterdrecv-p3mdw1-756b745b58-kmzbl-18-5F5FC76C-9.0', 'smtp-id': '<LRzXl_NHStOGhQ4kofSm_A@ismtpd0039p1iad1.sendgrid.net>', timestamp: 1600112492 }])}\r\n`,
  ),
};
const then = new Date(1600112502_000);

const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
const ours = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
const now = new Date('2026-01-15T12:00:00Z');
const signed = (body: unknown, at = now) => {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const rawBody = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  return { timestamp, rawBody, signature: sign('sha256', Buffer.concat([Buffer.from(timestamp), rawBody]), privateKey).toString('base64') };
};

describe('the signature of the event webhook', () => {
  test('is checked as the vendor does it', () => expect(isFromSendGrid(vendors, vendors.publicKey, then)).toBe(true));

  test.each<[string, Partial<typeof vendors>, Date?]>([
    ['one byte of the body is another', { rawBody: Buffer.from(vendors.rawBody.toString().replace('hello', 'jello')) }],
    ['the body was parsed and written again', { rawBody: Buffer.from(vendors.rawBody.toString().trim()) }],
    ['its time is another', { timestamp: '1600112503' }],
    ['it is older than SendGrid goes on repeating', {}, new Date(then.getTime() + 26 * 3_600_000)],
    ['it is of the future', {}, new Date(then.getTime() - 11 * 60_000)],
    ['it is no signature', { signature: 'bm90IG9uZQ==' }],
    ['it is empty', { signature: '' }],
    ['its time is no number', { timestamp: '1600112502abc' }],
    ['the key is another', { publicKey: ours }],
    ['the key is none', { publicKey: 'AAAA' }],
  ])('does not hold where %s', (_, change, at = then) => {
    const { publicKey: key, ...request } = { ...vendors, ...change };
    expect(isFromSendGrid(request, key, at)).toBe(false);
  });

  test('holds for a day, as SendGrid repeats what was not heard', () => expect(isFromSendGrid(vendors, vendors.publicKey, new Date(then.getTime() + 24 * 3_600_000))).toBe(true));

  test('is asked for before anything is read, and without a key the address is none', async () => {
    await expect(hearSendGrid({ ...signed('{'), signature: 'AAAA' }, now, ours)).rejects.toMatchObject({ code: 'permission-denied' });
    await expect(hearSendGrid(signed('{'), now, ours)).rejects.toMatchObject({ code: 'invalid-argument' });
    await expect(hearSendGrid(signed([]), now, '')).rejects.toMatchObject({ code: 'not-found' });
    await expect(hearSendGrid(signed([{ event: 'open' }, 'x', null]), now, ours)).resolves.toEqual({ settled: 0, recorded: 0 });
  });
});

describe('an event', () => {
  const event = (change: object) => ({ email: 'ana@example.com', event: 'bounce', type: 'bounce', reason: '550 5.1.1\r\nno such user', sg_event_id: 'e1', outbox: 'incident-1_7_ana', timestamp: 1768478400, ...change });
  const read = (...events: unknown[]) => readEvents(Buffer.from(JSON.stringify(events)));
  const states = (...events: unknown[]) => read(...events).mishaps.map(({ state }) => state);

  test('of a bounce says whose mail it was, when, and why', () => {
    expect(read(event({})).mishaps).toEqual([
      { eventId: 'e1', key: 'incident-1_7_ana', email: 'ana@example.com', state: 'bounced', reason: '550 5.1.1 no such user', at: new Date('2026-01-15T12:00:00Z') },
    ]);
  });

  test('counts when the address is wrong or its reader complains, not when something passes', () => {
    expect(states(event({ event: 'spamreport' }))).toEqual(['complained']);
    expect(states(event({ event: 'dropped', reason: 'Bounced Address' }), event({ event: 'dropped', reason: 'Spam Reporting Address' }))).toEqual(['bounced', 'complained']);
    expect(states(event({ type: 'blocked' }), event({ event: 'dropped', reason: 'Unsubscribed Address' }), ...['processed', 'delivered', 'deferred', 'open', 'click', 'unsubscribe', 'from_the_future'].map((name) => event({ event: name })))).toEqual([]);
  });

  test.each([{ sg_event_id: undefined }, { sg_event_id: 'a/b' }, { outbox: '../users/ana' }, { outbox: undefined }, { email: 7 }, { timestamp: 'soon' }, { timestamp: null }])('that says %j is not ours', (change) => {
    expect(states(event(change))).toEqual([]);
  });

  test('of any kind says that the attempt it names was taken', () => {
    const begun = '1768478399500';
    const told = ['processed', 'deferred', 'delivered', 'dropped', 'bounce', 'open', 'from_the_future'].map((name) => event({ event: name, begun }));
    expect(read(...told).taken).toEqual(told.map(() => ({ key: 'incident-1_7_ana', begunAt: new Date('2026-01-15T11:59:59.500Z') })));
  });

  test.each([{ begun: undefined }, { begun: 1768478399500 }, { begun: 'soon' }, { begun: '17684783995001' + '0'.repeat(99) }, { begun: '1768478399500', outbox: 'a/b' }])('that names none of ours (%j) settles nothing', (change) => {
    expect(read(event({ event: 'processed', ...change })).taken).toEqual([]);
  });
});
