import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { launchProfile } from '../../chromium.ts';
import { origin } from '../support.ts';

interface Shown {
  title: string;
  body: string;
  tag: string;
  data: string;
}

it('the one worker of the app shows what is pushed, once however often it comes, and leads nowhere but into the app', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'secura-push-'));
  const context = await launchProfile(folder, { baseURL: origin, serviceWorkers: 'allow', permissions: ['notifications'] });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto('/login');
    await page.evaluate(() => navigator.serviceWorker.ready);
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(1);
    const browser = await context.newCDPSession(page);
    const registered = new Promise<string>((resolve) => {
      browser.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => registrations[0] && resolve(registrations[0].registrationId));
    });
    await browser.send('ServiceWorker.enable');
    const registrationId = await registered;
    const push = (data: unknown) => browser.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data: typeof data === 'string' ? data : JSON.stringify({ data, fcmMessageId: '1' }) });
    const shown = (): Promise<Shown[]> =>
      page.evaluate(async () => (await (await navigator.serviceWorker.ready).getNotifications()).map(({ title, body, tag, data }) => ({ title, body, tag, data: data as string })));

    const told = { key: 'incident-1_7_ana_push', text: 'Bob assigned INC-2026-0007 to you', link: '/incidents/one' };
    await push(told);
    await push(told);
    await push({ key: 'evil', text: '<b>x</b>', link: 'https://evil.example/' });
    await push('not ours');
    await expect.poll(async () => (await shown()).length).toBe(3);
    expect(await shown()).toEqual(
      expect.arrayContaining([
        { title: 'Secura', body: told.text, tag: told.key, data: '/incidents/one' },
        { title: 'Secura', body: '<b>x</b>', tag: 'evil', data: '/inbox' },
        { title: 'Secura', body: 'There is something new in your inbox.', tag: 'secura', data: '/inbox' },
      ]),
    );
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
