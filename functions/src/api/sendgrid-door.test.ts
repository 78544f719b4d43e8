import { generateKeyPairSync, sign } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { serveFunction } from '../../../tests/standins/https-function.ts';
import { api } from './serve.ts';

const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
const { privateKey: anothers } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });

let door: Awaited<ReturnType<typeof serveFunction>>;
beforeAll(async () => void (door = await serveFunction(api)));
afterAll(() => door.stop());
beforeEach(() => void vi.stubEnv('SENDGRID_WEBHOOK_KEY', publicKey.export({ type: 'spki', format: 'der' }).toString('base64')));
afterEach(() => void vi.unstubAllEnvs());

interface Request {
  method?: string;
  body?: string;
  /** What is signed, where that is not what is sent. */
  signed?: string;
  key?: typeof privateKey;
  secondsAgo?: number;
  headers?: Record<string, string>;
}

/** Knocks as SendGrid does. */
async function knock({ method = 'POST', body = '[]', signed = body, key = privateKey, secondsAgo = 0, headers = {} }: Request = {}) {
  const timestamp = String(Math.floor(Date.now() / 1000) - secondsAgo);
  const signature = sign('sha256', Buffer.from(timestamp + signed), key).toString('base64');
  const answer = await fetch(`${door.baseUrl}/api/hooks/sendgrid`, {
    method,
    headers: { 'content-type': 'application/json', 'x-twilio-email-event-webhook-signature': signature, 'x-twilio-email-event-webhook-timestamp': timestamp, ...headers },
    ...(method === 'POST' && { body }),
  });
  return { status: answer.status, body: (await answer.json().catch(() => null)) as { error?: { message: string } } | null };
}

// As SendGrid writes them, and the signature covers: with spaces and a line break that no parser would write again.
const events = '[ {"event": "open", "email": "ana@example.com", "sg_event_id": "e1"} ]\r\n';

describe('the door of the event webhook', () => {
  test('opens to a request that SendGrid signed, by the bytes as they came, and to the same one again', async () => {
    expect(await knock({ body: events })).toEqual({ status: 200, body: { settled: 0, recorded: 0 } });
    expect((await knock({ body: events, secondsAgo: 500 })).status).toBe(200);
    expect((await knock({ body: events, headers: { 'content-type': 'text/plain' } })).status).toBe(200);
  });

  test.each<[string, Request]>([
    ['somebody else signed', { key: anothers }],
    ['was signed for other bytes', { signed: events.trim() }],
    ['was recorded the day before yesterday', { secondsAgo: 26 * 3600 }],
    ['is of the future', { secondsAgo: -660 }],
    ['has no signature', { headers: { 'x-twilio-email-event-webhook-signature': '' } }],
    ['has the time of another', { headers: { 'x-twilio-email-event-webhook-timestamp': '1600112502' } }],
  ])('stays closed to what %s', async (_, change) => {
    expect(await knock({ body: events, ...change })).toMatchObject({ status: 403, body: { error: { code: 'permission-denied' } } });
  });

  test.each(['{}', '"[]"', '[', ''])('says what it wants to %j', async (body) => {
    expect(await knock({ body, headers: { 'content-type': 'text/plain' } })).toMatchObject({ status: 400, body: { error: { message: 'Send a JSON list of events.' } } });
  });

  test('refuses more than four megabytes before it computes anything over them', async () => {
    const body = `[${' '.repeat(4 * 1024 * 1024)}]`;
    expect(await knock({ body, key: anothers })).toMatchObject({ status: 400, body: { error: { message: 'Send at most 4194304 bytes at once.' } } });
  });

  test('is none without a key, and for another method than POST', async () => {
    expect((await knock({ method: 'GET' })).status).toBe(404);
    vi.stubEnv('SENDGRID_WEBHOOK_KEY', '');
    expect((await knock({ body: events })).status).toBe(404);
  });
});
