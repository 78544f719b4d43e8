import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startFcm } from '../../../tests/standins/fcm.ts';
import { fcmSender } from './fcm.ts';
import { Refused } from './mail-port.ts';
import { pushIsOn, type Push, type PushSender } from './push-port.ts';

const push: Push = { key: 'incident-1_7_ana', text: 'Bob assigned INC-2026-0007 to you', link: '/incidents/one', urgent: false };

let vendor: Awaited<ReturnType<typeof startFcm>>;
let sender: PushSender;
beforeAll(async () => {
  vendor = await startFcm();
  sender = await fcmSender(vendor.app);
});
afterAll(() => vendor.stop());
beforeEach(() => {
  vendor.asked.length = 0;
  vendor.behave({});
});

describe('Firebase Cloud Messaging', () => {
  test('gets what our worker shows as data, of which no other worker makes a notification by itself', async () => {
    expect(await sender.send(push, 'token-1')).toBe('told');
    expect(vendor.asked).toEqual([
      {
        path: 'POST fcm.googleapis.com/v1/projects/demo/messages:send',
        authorization: 'Bearer ya29.x',
        message: { token: 'token-1', data: { key: push.key, text: push.text, link: push.link }, webpush: { headers: { TTL: '86400', Urgency: 'normal' } } },
      },
    ]);
    await sender.send({ ...push, urgent: true }, 'token-1');
    expect(vendor.asked[1]!.message.webpush.headers['Urgency']).toBe('high');
  });

  test.each([[404, 'UNREGISTERED'], [403, 'SENDER_ID_MISMATCH']] as const)('says with %i %s that the device is no more', async (status, code) => {
    vendor.behave({ old: { status, code } });
    expect(await sender.send(push, 'old')).toBe('gone');
  });

  test('says with 400 that it never takes this', async () => {
    vendor.behave({ odd: { status: 400, code: 'INVALID_ARGUMENT' } });
    await expect(sender.send(push, 'odd')).rejects.toBeInstanceOf(Refused);
  });

  test.each([[429, 'QUOTA_EXCEEDED'], [500, 'INTERNAL'], [401, 'THIRD_PARTY_AUTH_ERROR']] as const)('%i %s passes, and is tried again', async (status, code) => {
    vendor.behave({ busy: { status, code } });
    const failure = await sender.send(push, 'busy').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Error);
    expect(failure).not.toBeInstanceOf(Refused);
    expect((failure as Error).message).toMatch(/^Firebase Cloud Messaging: /);
    expect((failure as Error).message).not.toMatch(/busy|ya29/);
  });
});

test('nothing is pushed unless the project says so', () => {
  expect([pushIsOn({}), pushIsOn({ PUSH: '' }), pushIsOn({ PUSH: 'on' })]).toEqual([false, false, true]);
});
