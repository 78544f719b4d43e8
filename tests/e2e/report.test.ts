import { createHash, randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { demoPerson } from '../../seed/people.ts';
import { goIdle } from '../chromium.ts';
import { eventually, findDocuments, readDocument } from './server.ts';
import { signIn, useBrowser } from './support.ts';

const { newPage, newPageAlone } = useBrowser();

const story = 'I got an email from our bank that asked me to verify my account. I clicked on the link and entered my password on a fake login page.';
// A picture of one pixel.
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const title = () => `Suspicious phishing email ${randomUUID().slice(0, 8)}`;
const titleField = (page: Page) => page.getByLabel('What happened?');
const descriptionField = (page: Page) => page.getByLabel('Tell us more');
const send = (page: Page) => page.getByRole('button', { name: 'Send report' });
const idIn = (page: Page): string => page.url().split('/').at(-1) as string;

async function pasteImage(page: Page): Promise<void> {
  await page.evaluate((base64) => {
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    const data = new DataTransfer();
    data.items.add(new File([bytes], 'image.png', { type: 'image/png' }));
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, pixel);
}

describe('reporting', () => {
  it('takes a report with a pasted screenshot, once for many clicks, and answers with number and advice', async () => {
    const page = await newPage();
    await signIn(page, 'demo-employee2', '/report');
    const name = title();
    await titleField(page).fill(name);
    await descriptionField(page).fill(story);
    await page.getByText('Phishing', { exact: true }).waitFor();
    await page.getByText(', likely').waitFor();
    expect(await page.locator('mark').allTextContents()).toContain('entered my password');
    await page.getByText('Change the password that you gave away now').waitFor();

    await pasteImage(page);
    await page.getByText(/^Screenshot .*\.png$/).waitFor();
    await page.setInputFiles('input[type=file] >> nth=0', [
      { name: 'film.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(11 * 1024 * 1024) },
      { name: 'mail.eml', mimeType: 'message/rfc822', buffer: Buffer.from('From: somebody') },
    ]);
    await page.getByText('“film.mp4” has 11.0 MB. A file may have at most 10 MB').waitFor();
    await page.getByText('mail.eml', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'I saw it myself' }).click();
    await page.getByLabel('I don’t know exactly').check();

    // The clicks fall into every moment between the first and the new page, which no double click would hit each time.
    await send(page).evaluate(async (button: HTMLButtonElement) => {
      for (let clicks = 0; clicks < 2000 && button.isConnected; clicks += 1) {
        button.click();
        await (clicks % 2 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve)));
      }
    });
    await page.getByRole('heading', { name: 'Thank you, we have your report' }).waitFor();
    await page.getByText(/^INC-\d{4}-\d{4,}$/).waitFor();
    await page.getByRole('link', { name: 'Open the incident' }).waitFor();

    const found = await findDocuments('', 'incidents', 'title', name);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ id: idIn(page), noticedHow: 'saw_it', occurredAt: null, department: 'Human resources' });
    const evidence = await eventually(() => findDocuments(`incidents/${idIn(page)}`, 'evidence'), (list) => list.length === 2);
    expect(evidence.find((file) => String(file.name).startsWith('Screenshot'))).toMatchObject({
      sha256: createHash('sha256').update(Buffer.from(pixel, 'base64')).digest('hex'),
      declaredType: 'image/png',
      path: expect.stringContaining(`incidents/${idIn(page)}/quarantine/`),
    });
    await page.getByText(/stored$/).nth(1).waitFor();
  });

  it('names what is wrong beside the field, keeps a pasted megabyte, and survives a reload', async () => {
    const page = await newPage();
    await signIn(page, 'demo-employee3', '/report');
    await send(page).click();
    await page.getByText('Say in a few words what happened.').waitFor();
    await page.getByText('Describe what happened, or add a screenshot: a sentence or two are enough.').waitFor();
    expect(await titleField(page).evaluate((input) => input === document.activeElement)).toBe(true);

    const name = title();
    await titleField(page).fill(name);
    await descriptionField(page).fill(`${'0123456789 '.repeat(95_000)}the end`);
    await send(page).click();
    await page.getByText('The description may have at most 5000 characters.').waitFor();
    expect(await descriptionField(page).inputValue()).toMatch(/the end$/);
    await page.getByRole('button', { name: 'Attach the whole text as a file' }).click();
    await page.getByText('description.txt', { exact: true }).waitFor();
    expect((await descriptionField(page).inputValue()).length).toBeLessThanOrEqual(5000);

    await page.getByText('Draft kept on this device.').waitFor();
    await page.waitForTimeout(400);
    await page.reload();
    expect(await titleField(page).inputValue()).toBe(name);
    expect(await descriptionField(page).inputValue()).toMatch(/the whole text is in description\.txt\)$/);
    await page.getByText('description.txt', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Remove description.txt' }).click();
    await page.getByText('description.txt', { exact: true }).waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Discard' }).click();
    expect(await titleField(page).inputValue()).toBe('');
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await titleField(page).inputValue()).toBe(name);
  });

  it('gives a refused report back with a sentence, and takes it again', async () => {
    const page = await newPageAlone();
    await signIn(page, 'demo-employee4', '/report');
    await titleField(page).waitFor();
    // A device whose clock runs three days ahead: the form lets the time pass, the server does not. Changed while nothing
    // runs: on its way there it is 1970 for a moment.
    await goIdle(page);
    await page.clock.setFixedTime(Date.now() + 3 * 86_400_000);
    await page.goto('/report');
    const name = title();
    await titleField(page).fill(name);
    await descriptionField(page).fill(story);
    await send(page).click();
    await page.getByRole('heading', { name: 'Your report was not accepted' }).waitFor();
    expect(await readDocument(`incidents/${idIn(page)}`)).toBeNull();
    await page.getByRole('button', { name: 'Back to the form' }).click();
    expect(await titleField(page).inputValue()).toBe(name);
    expect(await descriptionField(page).inputValue()).toBe(story);
    await page.getByLabel('I don’t know exactly').check();
    await send(page).click();
    await page.getByRole('heading', { name: 'Thank you, we have your report' }).waitFor();
    expect(await findDocuments('', 'incidents', 'title', name)).toHaveLength(1);
  });

  it('keeps the draft when the session is lost', async () => {
    const page = await newPage();
    await signIn(page, 'demo-employee5', '/report');
    const name = title();
    await titleField(page).fill(name);
    await page.getByText('Draft kept on this device.').waitFor();
    await page.waitForTimeout(400);
    await page.goto('about:blank');
    await page.goto('/logo.svg');
    await page.evaluate(() => new Promise((resolve) => { indexedDB.deleteDatabase('firebaseLocalStorageDb').onsuccess = resolve; }));
    await page.goto('/report');
    await page.waitForURL(/\/login/);
    await signIn(page, demoPerson('demo-employee5'), '/report');
    expect(await titleField(page).inputValue()).toBe(name);
  });

  it('keeps nothing on a shared computer beyond the tab', async () => {
    const page = await newPage();
    await page.goto('/login?next=/report');
    await page.getByLabel('This is a shared computer').check();
    await page.getByLabel('E-mail address').fill('employee6@secura.com');
    await page.getByLabel('Password', { exact: true }).fill('SecuraEmployee678!');
    await page.getByRole('button', { name: 'Sign in' }).click();
    const name = title();
    await titleField(page).fill(name);
    await descriptionField(page).fill(story);
    await pasteImage(page);
    await page.getByText('Draft kept until this tab is closed.').waitFor();
    await send(page).click();
    await page.getByText(/^INC-\d{4}-\d{4,}$/).waitFor();
    await page.getByText(/stored$/).waitFor();
    const kept = await page.evaluate(async () => ({
      databases: (await indexedDB.databases()).map((database) => database.name ?? '').filter((database) => /^(secura-|firestore\/)/.test(database)),
      local: JSON.stringify(localStorage),
    }));
    expect(kept.databases).toEqual([]);
    expect(kept.local).not.toContain(name);
    expect(await findDocuments('', 'incidents', 'title', name)).toHaveLength(1);
  });
});
