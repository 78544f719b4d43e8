import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds wrong on the page as it is now, one line per rule; empty is right.
 * @param only one of axe's rules, such as `color-contrast`; all when left out
 */
export async function accessibilityFaults(page: Page, only?: string): Promise<string[]> {
  // Fading parts have no contrast of their own yet.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().filter((one) => one.effect?.getComputedTiming().iterations !== Infinity).map((one) => one.finished)));
  await page.evaluate(source);
  return page.evaluate(async (rule) => {
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }> } };
    return (await axe.run(rule ? { runOnly: [rule] } : {})).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  }, only);
}

/** The same in both colour schemes, of which the page has to follow the system's. In the dark only the contrast is another one. */
export async function faultsLightAndDark(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const [colorScheme, only] of [['light'], ['dark', 'color-contrast']] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
    faults.push(...(await accessibilityFaults(page, only)).map((fault) => `${colorScheme}: ${fault}`));
  }
  return faults;
}
