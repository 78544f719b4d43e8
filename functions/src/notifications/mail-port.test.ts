import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startSendGrid } from '../../../tests/standins/sendgrid.ts';
import { appOrigin, mailSender, Refused, Unclear, type MailSettings } from './mail-port.ts';
import type { Mail } from './mail-text.ts';

const mail: Mail = { key: 'incident-1_7_ana', begun: '1768478400000', kind: 'assigned', to: { email: 'ana@example.com', name: 'Ana' }, subject: 'Secura: yours', text: 'Yours.', html: '<p>Yours.</p>', unsubscribe: 'https://secura.example/api/unsubscribe/t.m' };
const settings: MailSettings = { sendGridKey: 'SG.x', from: 'secura@example.com', sandbox: false };

let vendor: Awaited<ReturnType<typeof startSendGrid>>;
beforeAll(async () => void (vendor = await startSendGrid()));
afterAll(() => vendor.stop());
beforeEach(() => {
  vendor.asked.length = 0;
  vendor.behave({});
});

describe.each([
  ['kept', { sendGridKey: '' }],
  ['sendgrid', {}],
] as const)('mail through “%s”', (provider, change) => {
  test('is taken, and says by whom', async () => {
    const sender = await mailSender({ ...settings, ...change, baseUrl: vendor.baseUrl });
    expect(sender.provider).toBe(provider);
    await expect(sender.send(mail)).resolves.toBeUndefined();
    expect(vendor.asked).toHaveLength(provider === 'kept' ? 0 : 1);
  });
});

describe('SendGrid', () => {
  test('gets text and HTML, categories, the outbox document, and follows nobody', async () => {
    await (await mailSender({ ...settings, sandbox: true, baseUrl: vendor.baseUrl })).send(mail);
    const [{ path, authorization, body }] = vendor.asked as [(typeof vendor.asked)[number]];
    expect({ path, authorization }).toEqual({ path: 'POST /v3/mail/send', authorization: 'Bearer SG.x' });
    expect(body).toMatchObject({
      from: { email: 'secura@example.com' },
      subject: 'Secura: yours',
      personalizations: [{ to: [{ email: 'ana@example.com', name: 'Ana' }] }],
      categories: ['secura', 'assigned'],
      custom_args: { outbox: 'incident-1_7_ana', begun: '1768478400000' },
      mail_settings: { sandbox_mode: { enable: true } },
      headers: { 'List-Unsubscribe': '<https://secura.example/api/unsubscribe/t.m>', 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
      tracking_settings: { subscription_tracking: { enable: false }, click_tracking: { enable: false }, open_tracking: { enable: false } },
    });
    expect(body.content.map(({ type }) => type)).toEqual(['text/plain', 'text/html']);
  });

  test.each([400, 413])('a refusal with %i is for good, with the reason', async (status) => {
    vendor.behave({ status, message: 'Does not contain a valid address.' });
    const failure = await (await mailSender({ ...settings, baseUrl: vendor.baseUrl })).send(mail).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Refused);
    expect((failure as Error).message).toBe(`SendGrid: ${status} Does not contain a valid address.`);
  });

  test.each([401, 429, 500, 503])('%i says that it was not taken, passes, and is tried again', async (status) => {
    vendor.behave({ status });
    const failure = await (await mailSender({ ...settings, baseUrl: vendor.baseUrl })).send(mail).catch((error: unknown) => error);
    expect((failure as Error).constructor).toBe(Error);
    expect((failure as Error).message).toContain(String(status));
    expect((failure as Error).message).not.toContain('SG.x');
  });

  test.each([{ status: 502 }, { status: 504 }, { hangUp: true }])('%j leaves unclear whether it was taken', async (behaviour) => {
    vendor.behave(behaviour);
    const failure = await (await mailSender({ ...settings, baseUrl: vendor.baseUrl })).send(mail).catch((error: unknown) => error);
    expect(vendor.asked).toHaveLength(1);
    expect(failure).toBeInstanceOf(Unclear);
  });

  test('has no header for stopping mails where nothing signs it', async () => {
    await (await mailSender({ ...settings, baseUrl: vendor.baseUrl })).send({ ...mail, unsubscribe: null });
    expect(vendor.asked[0]!.body.headers).toBeUndefined();
  });

  test('takes an address off its lists, also one that is on none of them', async () => {
    const sender = await mailSender({ ...settings, baseUrl: vendor.baseUrl });
    await sender.readmit('ana+x@example.com');
    expect(vendor.asked.map(({ path }) => path)).toEqual(['bounces', 'spam_reports', 'invalid_emails'].map((list) => `DELETE /v3/suppression/${list}/ana%2Bx%40example.com`));
    vendor.behave({ status: 404 });
    await expect(sender.readmit('ana@example.com')).resolves.toBeUndefined();
    vendor.behave({ status: 403, message: 'No rights to suppressions.' });
    await expect(sender.readmit('ana@example.com')).rejects.toThrow('SendGrid: 403 No rights to suppressions.');
  });

  test.each([{ baseUrl: 'http://127.0.0.1:9' }, { baseUrl: 'http://nowhere.invalid' }, { from: '' }])('has not got what never left (%j), so it is tried again', async (change) => {
    const failure = await (await mailSender({ ...settings, ...change })).send(mail).catch((error: unknown) => error);
    expect((failure as Error).constructor).toBe(Error);
  });
});

test('links lead to the address that is set, else to that of the project', () => {
  expect(appOrigin({ APP_URL: 'https://secura.example/', GCLOUD_PROJECT: 'p' })).toBe('https://secura.example');
  expect(appOrigin({ GCLOUD_PROJECT: 'p' })).toBe('https://p.web.app');
});
