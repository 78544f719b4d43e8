import { createId } from '@secura/domain/platform/ids';
import type { Page } from 'playwright-core';
import { demoPerson } from '../seed/people.ts';
import { stories } from '../seed/incidents.ts';
import { incidentIdOf } from '../seed/player.ts';
import { openBrowsers } from './browsers.ts';
import { pause, ratioFigure, type Figure } from './figure.ts';
import { allowFloor } from './floor-place.ts';
import type { Watched } from './page.ts';
import type { InSuite } from './run.ts';

const runs = 40;
const warmUps = 10;
/** For the history to have recorded a message before the next is sent. */
const rest = 400;
const sender = 'demo-analyst1';
const reader = 'demo-lead';

/** The query of a thread on screen, which knows nothing yet of what only the server writes. */
const listOf = (collection: string): Watched => ({ collection, where: [], orderBy: [['createdAt', 'desc']], limit: 13, arrivedWith: ['createdAt'] });

/**
 * From sending a message in one browser to seeing it in another, against the same document where no rule asks who may
 * see what and nothing follows from it, seen by a bare listener.
 */
export async function benchMessages({ place, log }: InSuite): Promise<Figure[]> {
  await allowFloor(place);
  const browsers = await openBrowsers(place);
  const incidentId = incidentIdOf(stories.find(({ restricted, then = [] }) => !restricted && !then.some((step) => step.do === 'resolve'))!);
  const thread = `incidents/${incidentId}/messages`;
  const bareThread = `floor/${incidentId}/messages`;
  const values: number[] = [];
  const floors: number[] = [];
  try {
    const [desk, other, bare] = [await browsers.seat(sender), await browsers.seat(reader), await browsers.seat('demo-analyst2')];
    await other.evaluate((list) => window.bench.watch(list), listOf(thread));
    await bare.evaluate((list) => window.bench.watch(list), listOf(bareThread));
    for (let run = 0; run < runs + warmUps; run++) {
      // In turns, and each first as often as second: whatever else the machine does then hits both alike.
      const steps = [async () => floors.push(await travel(desk, bare, bareThread, run)), async () => values.push(await travel(desk, other, thread, run))];
      for (const step of run % 2 === 0 ? steps : steps.reverse()) {
        await step();
        await pause(rest);
      }
      if (run === warmUps - 1) values.length = floors.length = 0;
    }
    for (const page of [other, bare]) await page.evaluate(() => window.bench.stopWatching());
    await pause(rest);
  } finally {
    await browsers.close();
  }
  log(`messages: ${runs} runs each, in turns, after ${warmUps} to warm up`);
  return [ratioFigure('message sent → visible in another browser', values, floors, 1.5)];
}

/** Sends a message in one browser. @returns ms until the other has it */
async function travel(from: Page, to: Page, thread: string, run: number): Promise<number> {
  const id = createId();
  const author = { uid: sender, name: demoPerson(sender).name, role: 'security_team' };
  const seen = to.evaluate((wanted) => window.bench.see(wanted), id);
  const began = await from.evaluate(([path, content]) => window.bench.write(path, content), [`${thread}/${id}`, { text: `Message ${run}`, audience: 'everyone', author }] as const);
  return (await seen) - began;
}
