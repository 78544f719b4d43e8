import { randomUUID } from 'node:crypto';
import { mkdtempSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { closeWindows, launchProfile } from '../chromium.ts';
import { eventually, findDocuments } from './server.ts';
import { origin, signIn } from './support.ts';

let context: BrowserContext | undefined;
let profile: string | undefined;

async function open(folder: string): Promise<Page> {
  context = await launchProfile(folder, { baseURL: origin, serviceWorkers: 'allow' });
  return context.pages()[0] ?? context.newPage();
}

/** Ends the browser as a crash does: nobody inside gets to say a last word. */
async function kill(folder: string): Promise<void> {
  const pid = Number(readlinkSync(join(folder, 'SingletonLock')).split('-').at(-1));
  const gone = new Promise((resolve) => context?.on('close', resolve));
  process.kill(pid, 'SIGKILL');
  await gone;
  rmSync(join(folder, 'SingletonLock'), { force: true });
}

afterEach(async () => {
  if (context) await closeWindows(context).catch(() => undefined);
  if (profile) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

async function write(page: Page, title: string): Promise<void> {
  await page.getByLabel('What happened?').fill(title);
  await page.getByLabel('Tell us more').fill('A mail that asks for my password came in while I had no network.');
}

/** The shell opens without a network only once it is installed. */
async function installed(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

const documentsOf = (title: string) => findDocuments('', 'incidents', 'title', title);

describe('without a network', () => {
  it('queues a report with a file, survives a killed browser, and arrives exactly once with the same id', async () => {
    profile = mkdtempSync(join(tmpdir(), 'secura-profile-'));
    const title = `Offline ${randomUUID().slice(0, 8)}`;
    let page = await open(profile);
    await signIn(page, 'demo-employee7', '/report');
    await installed(page);
    await page.getByText('You report as Claire Dubois, Legal').waitFor();

    await context?.setOffline(true);
    await write(page, title);
    await page.getByText('You are offline: you can send now').waitFor();
    await page.setInputFiles('input[type=file] >> nth=0', { name: 'mail.eml', mimeType: 'message/rfc822', buffer: Buffer.from('From: somebody') });
    await page.getByText('mail.eml', { exact: true }).waitFor();
    await page.getByText('Draft kept on this device.').waitFor();
    await page.waitForTimeout(300);
    const beforeSending = await page.evaluate(() => ({ ...localStorage }));
    await page.getByRole('button', { name: 'Send report' }).click();
    await page.getByText('Waiting for the network', { exact: true }).waitFor();
    await page.getByText('You can close this page.').waitFor();
    await page.getByText('goes after the report').waitFor();
    const id = page.url().split('/').at(-1) as string;
    expect(await documentsOf(title)).toEqual([]);

    await page.getByRole('link', { name: 'Go to the start page' }).click();
    await page.getByRole('link', { name: title }).getByText('Waits on this device for the network').waitFor();
    // Chromium writes local storage to disk up to a minute later: after a kill there may be what stood there before, the
    // draft, and nothing of its having been sent. The report itself is safe at once.
    await page.waitForTimeout(1000);
    await kill(profile);

    page = await open(profile);
    await context?.setOffline(true);
    await context?.addInitScript((before) => {
      localStorage.clear();
      for (const [key, value] of Object.entries(before)) localStorage.setItem(key, value);
    }, beforeSending);
    await page.goto('/home');
    await page.getByRole('link', { name: title }).getByText('Waits on this device for the network').waitFor();
    expect(await documentsOf(title)).toEqual([]);
    await context?.setOffline(false);

    const [incident] = await eventually(() => documentsOf(title), (found) => found.length > 0 && found[0]?.number !== undefined, 30_000);
    expect(incident?.id).toBe(id);
    await page.getByRole('link', { name: title }).getByText(String(incident?.number)).waitFor();
    const evidence = await eventually(() => findDocuments(`incidents/${id}`, 'evidence'), (found) => found.length > 0);
    expect(evidence).toMatchObject([{ name: 'mail.eml', size: 14 }]);
    await page.waitForTimeout(500);
    expect(await documentsOf(title)).toHaveLength(1);
    expect(await findDocuments(`incidents/${id}`, 'evidence')).toHaveLength(1);
  });

  it('brings back what was being typed when the browser was killed', async () => {
    profile = mkdtempSync(join(tmpdir(), 'secura-profile-'));
    const title = `Half written ${randomUUID().slice(0, 8)}`;
    let page = await open(profile);
    await signIn(page, 'demo-employee7', '/report');
    await page.getByLabel('What happened?').fill(title);
    await page.getByText('Draft kept on this device.').waitFor();
    await page.waitForTimeout(500);
    await kill(profile);
    page = await open(profile);
    await page.goto('/report');
    await page.waitForFunction((wanted) => document.querySelector<HTMLInputElement>('#report-title')?.value === wanted, title);
  });

  it('sends by itself when only the server was out of reach, and asks before a sign-out would lose something', async () => {
    profile = mkdtempSync(join(tmpdir(), 'secura-profile-'));
    const title = `Unreachable ${randomUUID().slice(0, 8)}`;
    const page = await open(profile);
    await signIn(page, 'demo-employee8', '/report');
    await installed(page);
    await page.getByText('You report as Samuel Mensah, Marketing').waitFor();
    await write(page, title);
    await context?.setOffline(true);
    await page.getByRole('button', { name: 'Send report' }).click();
    await page.getByText('Waiting for the network', { exact: true }).waitFor();

    await page.getByRole('button', { name: /^Account of/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Not everything is sent yet' }).waitFor();
    await page.getByRole('button', { name: 'Stay signed in' }).click();

    await page.reload();
    await page.getByText('Waiting for the network', { exact: true }).waitFor();
    await context?.setOffline(false);
    await page.getByText(/^INC-\d{4}-\d{4,}$/).waitFor();
    expect(await documentsOf(title)).toHaveLength(1);
  });
});
