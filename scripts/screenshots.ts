/**
 * Takes the pictures of the landing page from the running demo, light and dark, into web/public/screenshots.
 * Usage: npm start (in another terminal), then npx tsx scripts/screenshots.ts; SECURA_OFFSET names another suite.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { root } from '../emulators/paths.ts';
import { suiteUnderTest } from '../emulators/running.ts';
import { demoPerson } from '../seed/people.ts';
import { launchBrowser } from '../tests/chromium.ts';

const folder = join(root, 'web', 'public', 'screenshots');
const { origin } = suiteUnderTest();

const pictures = [
  { name: 'queue', person: 'demo-analyst1', path: '/queue', width: 1280, height: 800, scale: 1.25, shows: ['ul[aria-label="Incidents, page 1"] > li', 'section[aria-label="Team status"] li', '[data-severity]'] },
  { name: 'home', person: 'demo-employee1', path: '/home', width: 390, height: 800, scale: 1.5, shows: ['a[href^="/incidents/"]', '[data-online]'] },
];

async function signIn(page: Page, person: string, next: string): Promise<void> {
  const { email, password } = demoPerson(person);
  await page.goto(`${origin}/login?next=${next}`);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`**${next}`);
}

async function take(browser: Browser, picture: (typeof pictures)[number], colorScheme: 'light' | 'dark'): Promise<void> {
  const { name, person, path, width, height, scale, shows } = picture;
  const context = await browser.newContext({ colorScheme, viewport: { width, height }, deviceScaleFactor: scale, serviceWorkers: 'block', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await signIn(page, person, path);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  // A list says that it loads only once it has begun to: what it shows is waited for, not that nothing loads.
  for (const selector of shows) await page.locator(selector).first().waitFor({ timeout: 60_000 });
  await page.waitForFunction(() => !document.querySelector('[aria-label="Loading"]'));
  // Where the sign-in button was is a row now.
  await page.mouse.move(0, 0);
  // Charts draw themselves a moment after their figures are there.
  await page.waitForTimeout(1500);
  if (await page.getByLabel('Loading').count()) throw new Error(`${path} loads again: the picture would show that.`);
  const session = await context.newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 82 });
  writeFileSync(join(folder, `${name}-${colorScheme}.webp`), Buffer.from(data, 'base64'));
  await context.close();
}

mkdirSync(folder, { recursive: true });
const browser = await launchBrowser();
for (const picture of pictures) for (const scheme of ['light', 'dark'] as const) await take(browser, picture, scheme);
await browser.close();
console.log(`${pictures.length * 2} pictures in ${folder}`);
