import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { webFolder } from '../../../emulators/config.ts';
import { root } from '../../../emulators/paths.ts';
import { suite, useBrowser } from '../support.ts';

const { newPageAlone } = useBrowser();

describe('a new version', () => {
  it('asks before it reloads, and never takes another tab along', async () => {
    const page = await newPageAlone({ serviceWorkers: 'allow' });
    const worker = join(root, webFolder(suite.offset), 'sw.js');
    const before = readFileSync(worker, 'utf8');
    try {
      await page.goto('/login');
      await page.evaluate(() => navigator.serviceWorker.ready);
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
      const other = await page.context().newPage();
      await other.goto('/register');
      await other.getByLabel('Your name').fill('Mira');
      await page.getByLabel('E-mail address').fill('mira@');
      writeFileSync(worker, `${before}\n// ${Date.now()}\n`);
      await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
      await page.getByText('A new version of Secura is ready.').waitFor();
      expect(await page.getByLabel('E-mail address').inputValue()).toBe('mira@');
      await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Reload' }).click()]);
      expect(await page.getByLabel('E-mail address').inputValue()).toBe('');
      await other.getByText('A new version of Secura is ready.').waitFor();
      expect(await other.getByLabel('Your name').inputValue()).toBe('Mira');
    } finally {
      writeFileSync(worker, before);
    }
  });
});
