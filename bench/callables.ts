import { collection, getDocs, limit, query, where } from 'firebase/firestore';
import { openBrowsers } from './browsers.ts';
import { asOwner, signIn } from './client.ts';
import { pause, ratioFigure, type Figure } from './figure.ts';
import type { InSuite } from './run.ts';

const runs = 40;
/** Until then the engines of the functions and of the emulators still compile what they run. */
const warmUpsEach = 100;
const team = ['demo-analyst1', 'demo-analyst2', 'demo-response', 'demo-lead'];
const assigned = ['demo-lead'];
/** For the counters to be done with a change before the next thing is measured. */
const rest = 250;

/** Reading and assigning an incident from an analyst's browser, against a callable that does nothing. */
export async function benchCallables({ place, log }: InSuite): Promise<Figure[]> {
  const ids = await someIncidents(place);
  await warmUp(place, ids);
  await pause(2_000);
  const browsers = await openBrowsers(place);
  const floors: number[] = [];
  const gets: number[] = [];
  const assigns: number[] = [];
  try {
    const page = await browsers.seat(team[0]!);
    const timed = (name: string, input: unknown): Promise<number> => page.evaluate(([callable, given]) => window.bench.call(callable, given), [name, input] as const);
    for (let run = 0; run < runs; run++) {
      const id = ids[run % ids.length]!;
      // Taken off before, so that every assignment changes something.
      await timed('incidents-unassign', { id, uids: assigned });
      await pause(rest);
      floors.push(await timed('floorCall', {}));
      gets.push(await timed('incidents-get', { id }));
      assigns.push(await timed('incidents-assign', { id, uids: assigned }));
      await pause(rest);
    }
  } finally {
    await browsers.close();
  }
  log(`callables: ${runs} runs each, in turns, after ${warmUpsEach * team.length} to warm up`);
  return [ratioFigure('callable incidents.get', gets, floors, 2), ratioFigure('callable incidents.assign', assigns, floors, 2)];
}

/** Each member of the team on an incident of his own, or the bound on calls a minute would end it. */
async function warmUp(place: InSuite['place'], ids: readonly string[]): Promise<void> {
  const clients = await Promise.all(team.map((uid) => signIn(uid, place)));
  await Promise.all(
    clients.map(async (client, index) => {
      const id = ids[index]!;
      for (let call = 0; call < warmUpsEach; call++) {
        await client.call('incidents-unassign', { id, uids: assigned });
        await client.call('floorCall', {});
        await client.call('incidents-get', { id });
        await client.call('incidents-assign', { id, uids: assigned });
      }
    }),
  );
  await Promise.all(clients.map((client) => client.close()));
}

async function someIncidents(place: InSuite['place']): Promise<string[]> {
  const owner = asOwner(place);
  const active = query(collection(owner.db, 'incidents'), where('status', 'in', ['open', 'investigating', 'contained']), where('visibility', '==', 'team'), limit(20));
  const ids = (await getDocs(active)).docs.map((incident) => incident.id);
  await owner.close();
  if (ids.length < team.length) throw new Error('There are too few incidents to read: the suite was not seeded.');
  return ids;
}
