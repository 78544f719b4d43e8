import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, LaunchOptions, Page } from 'playwright-core';
import { installSystemPackage } from '../emulators/system-packages.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const applications = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The Chromium or Chrome of this machine, if there is one. CHROMIUM_PATH names another. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const candidates = [
    env.CHROMIUM_PATH,
    ...names.flatMap((name) => (env.PATH ?? '').split(delimiter).map((folder) => join(folder, name))),
    ...applications,
    ...downloadedByPlaywright(),
  ];
  return candidates.find((path) => path && existsSync(path));
}

/** The path of a browser, installed from the system's packages when it is missing and that is allowed. */
export function requireChromium(): string {
  const found = findChromium();
  if (found) return found;
  if (installSystemPackage('chromium')) {
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Error(
    'The end-to-end tests need Chromium, and none was found. Install it with: ' +
      (process.platform === 'linux' ? 'sudo apt-get install -y chromium' : 'npx playwright-core install chromium') +
      ' (or set CHROMIUM_PATH to a Chrome or Chromium).',
  );
}

/** Starts a headless browser that talks to nothing but the pages it is sent to. */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const { chromium } = await import('playwright-core');
  return chromium.launch({ ...options, executablePath: requireChromium(), args: [...flags, ...(options.args ?? [])] });
}

/** Like {@link launchBrowser}, with a profile that outlives the browser, for what must survive a closed or killed one. */
export async function launchProfile(folder: string, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const { chromium } = await import('playwright-core');
  return chromium.launchPersistentContext(folder, { ...options, executablePath: requireChromium(), args: flags });
}

/** Closes windows as a person does: Playwright tells a page nothing, which then could not say that it listens no more. */
export async function closeWindows(context: BrowserContext): Promise<void> {
  await leavePages(context);
  await context.close();
}

/** A file of the app without its program: a window that shows it can change what the app keeps, while nothing of the app runs. */
const idlePage = '/logo.svg';

/** Shows a page of the app on which nothing of the app runs. */
export async function goIdle(page: Page): Promise<void> {
  if (!page.url().endsWith(idlePage)) await page.goto(idlePage);
}

/**
 * Closes windows and forgets all that the app keeps in a browser, but for its files in the browser's cache: the next person
 * begins with nothing, and does not load and compile the app anew. Playwright's own way takes a process for each time.
 * @returns false when that was not possible; the context is closed then
 */
export async function clearWindows(context: BrowserContext): Promise<boolean> {
  await leavePages(context);
  try {
    const [page, ...others] = context.pages();
    await Promise.all([context.clearCookies(), ...others.map((other) => other.close())]);
    if (page) {
      await goIdle(page);
      const left = await page.evaluate(async () => {
        localStorage.clear();
        for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name!);
        for (const name of await caches.keys()) await caches.delete(name);
        return (await indexedDB.databases()).length;
      });
      if (left > 0) throw new Error('Something in this browser still uses what the app keeps.');
      await page.close();
    }
    return true;
  } catch {
    await context.close();
    return false;
  }
}

/**
 * Has the windows of a browser say that they listen no more before they move to another page, which unloads too fast for it: the
 * emulator, unlike the service, asks anew for what a page listened to at every write for as long as it runs.
 */
export function leaveBeforeMoving(context: BrowserContext): void {
  context.on('page', (page) => {
    const { goto, reload } = page;
    page.goto = async (...where) => {
      await leavePage(page);
      return goto.apply(page, where);
    };
    page.reload = async (...how) => {
      await leavePage(page);
      return reload.apply(page, how);
    };
  });
}

const leavePages = (context: BrowserContext): Promise<unknown> => Promise.all(context.pages().map(leavePage));

async function leavePage(page: Page): Promise<void> {
  if (!page.url().startsWith('http') || page.url().endsWith(idlePage)) return;
  const left = async (): Promise<void> => {
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')));
    // Until that is on its way.
    await page.waitForTimeout(100);
  };
  await Promise.race([left().catch(() => undefined), new Promise((resolve) => setTimeout(resolve, 1000))]);
}

function downloadedByPlaywright(): string[] {
  const folder = join(homedir(), '.cache', 'ms-playwright');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.startsWith('chromium'))
    .map((name) => join(folder, name, 'chrome-linux', 'chrome'));
}
