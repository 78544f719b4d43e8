import { QueueFilter, queueQuery } from '@secura/domain/incidents/queue';
import { createId } from '@secura/domain/platform/ids';
import type { Page } from 'playwright-core';
import { openBrowsers } from './browsers.ts';
import { reportBy } from './client.ts';
import { pause, ratioFigure, type Figure } from './figure.ts';
import { prepareFloor } from './floor-place.ts';
import type { Watched } from './page.ts';
import type { InSuite } from './run.ts';

const runs = 40;
const warmUps = 10;
/** What a report leaves to be done in the background must not slow the next measurement. */
const rest = 500;
const reporter = 'demo-employee1';
const analyst = 'demo-analyst1';

const floorList: Watched = { collection: 'floor', where: [], orderBy: [['createdAt', 'desc']], limit: 26, arrivedWith: ['seen'] };

/** The very query of the queue page as it opens for an analyst. */
function queueList(): Watched {
  const { collection, where, orderBy } = queueQuery(QueueFilter.parse({}), { uid: analyst, seesRestricted: false });
  return { collection, where, orderBy, limit: 26, arrivedWith: ['number', 'triage.category'] };
}

/**
 * From the employee's write in one browser to the triaged row in the analyst's queue in another, against the same
 * document in a place where a trigger only writes one field, seen by a bare listener.
 */
export async function benchReportToQueue({ place, log }: InSuite): Promise<Figure[]> {
  await prepareFloor(place);
  const browsers = await openBrowsers(place);
  const report = reportBy(reporter, 'Strange e-mail asks for my password');
  const values: number[] = [];
  const floors: number[] = [];
  try {
    const [desk, queue, bare] = [await browsers.seat(reporter), await browsers.seat(analyst), await browsers.seat('demo-analyst2')];
    await queue.evaluate((list) => window.bench.watch(list), queueList());
    await bare.evaluate((list) => window.bench.watch(list), floorList);
    for (let run = 0; run < runs + warmUps; run++) {
      // In turns, and each first as often as second: whatever else the machine does then hits both alike.
      const steps = [
        async () => floors.push(await travel(desk, bare, 'floor', report)),
        async () => values.push(await travel(desk, queue, 'incidents', report)),
      ];
      for (const step of run % 2 === 0 ? steps : steps.reverse()) {
        await step();
        await pause(rest);
      }
      if (run === warmUps - 1) values.length = floors.length = 0;
    }
    for (const page of [queue, bare]) await page.evaluate(() => window.bench.stopWatching());
    await pause(rest);
  } finally {
    await browsers.close();
  }
  log(`reports: ${runs} runs each, in turns, after ${warmUps} to warm up`);
  return [ratioFigure('report written → triaged row in another browser’s queue', values, floors, 1.6)];
}

/** Writes a document in one browser. @returns ms until the other has what the server made of it */
async function travel(from: Page, to: Page, collection: string, { createdAt: _server, ...data }: Record<string, unknown>): Promise<number> {
  const id = createId();
  const seen = to.evaluate((wanted) => window.bench.see(wanted), id);
  const began = await from.evaluate(([path, content]) => window.bench.write(path, content), [`${collection}/${id}`, data] as const);
  return (await seen) - began;
}
