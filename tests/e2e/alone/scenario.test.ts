import { afterAll, beforeAll, describe, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { suiteUnderTest } from '../../../emulators/running.ts';
import { closeWindows, launchBrowser } from '../../chromium.ts';
import { openStage, phishingStory, type Stage } from '../../scenario/story.ts';

let browser: Browser;
let stage: Stage;

beforeAll(async () => {
  browser = await launchBrowser();
  stage = await openStage(browser, suiteUnderTest().origin);
});
afterAll(async () => {
  await Promise.all(browser.contexts().map(closeWindows));
  await browser.close();
});

describe('the phishing story', () => {
  for (const step of phishingStory) it(step.name, () => step.play(stage));
});
