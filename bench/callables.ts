import { collection, getDocs, limit, query, where } from 'firebase/firestore';
import { openBrowsers } from './browsers.ts';
import { asOwner } from './client.ts';
import { pause, ratioFigure, type Figure } from './figure.ts';
import type { InSuite } from './run.ts';

const runs = 40;
const warmUps = 10;
/** For the counters to be done with a change before the next thing is measured. */
const rest = 250;

/** Reading and assigning an incident from an analyst's browser, against a callable that does nothing. */
export async function benchCallables({ place, log }: InSuite): Promise<Figure[]> {
  const ids = await someIncidents(place);
  const browsers = await openBrowsers(place);
  const floors: number[] = [];
  const gets: number[] = [];
  const assigns: number[] = [];
  try {
    const page = await browsers.seat('demo-analyst1');
    const timed = (name: string, input: unknown): Promise<number> => page.evaluate(([callable, given]) => window.bench.call(callable, given), [name, input] as const);
    for (let run = 0; run < runs + warmUps; run++) {
      const id = ids[run % ids.length]!;
      const uids = ['demo-lead'];
      // Taken off before, so that every assignment changes something.
      await timed('incidents-unassign', { id, uids });
      await pause(rest);
      floors.push(await timed('floorCall', {}));
      gets.push(await timed('incidents-get', { id }));
      assigns.push(await timed('incidents-assign', { id, uids }));
      await pause(rest);
      if (run === warmUps - 1) floors.length = gets.length = assigns.length = 0;
    }
  } finally {
    await browsers.close();
  }
  log(`callables: ${runs} runs each, in turns, after ${warmUps} to warm up`);
  return [ratioFigure('callable incidents.get', gets, floors, 2), ratioFigure('callable incidents.assign', assigns, floors, 2)];
}

async function someIncidents(place: InSuite['place']): Promise<string[]> {
  const owner = asOwner(place);
  const active = query(collection(owner.db, 'incidents'), where('status', 'in', ['open', 'investigating', 'contained']), where('visibility', '==', 'team'), limit(20));
  const ids = (await getDocs(active)).docs.map((incident) => incident.id);
  await owner.close();
  if (ids.length === 0) throw new Error('There is no incident to read: the suite was not seeded.');
  return ids;
}
