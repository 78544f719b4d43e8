import { getDocs, collection, limit, query, where } from 'firebase/firestore';
import { asOwner, signIn } from './client.ts';
import { ratioFigure, type Figure } from './figure.ts';
import type { InSuite } from './run.ts';

const runs = 40;
const warmUps = 8;

/** Reading and assigning an incident as an analyst, against a callable that does nothing. */
export async function benchCallables({ place, log }: InSuite): Promise<Figure[]> {
  const analyst = await signIn('demo-analyst1', place);
  const owner = asOwner(place);
  const active = await getDocs(query(collection(owner.db, 'incidents'), where('status', 'in', ['open', 'investigating', 'contained']), where('visibility', '==', 'team'), limit(20)));
  const ids = active.docs.map((incident) => incident.id);
  if (ids.length === 0) throw new Error('There is no incident to read: the suite was not seeded.');

  const timed = async (name: string, input: unknown): Promise<number> => {
    const started = performance.now();
    await analyst.call(name, input);
    return performance.now() - started;
  };
  const floors: number[] = [];
  const gets: number[] = [];
  const assigns: number[] = [];
  for (let run = 0; run < runs + warmUps; run++) {
    const id = ids[run % ids.length]!;
    const uids = ['demo-lead'];
    // Taken off again before each measurement, so that every one of them changes something.
    await analyst.call('incidents-unassign', { id, uids });
    floors.push(await timed('floorCall', {}));
    gets.push(await timed('incidents-get', { id }));
    assigns.push(await timed('incidents-assign', { id, uids }));
    if (run === warmUps - 1) for (const list of [floors, gets, assigns]) list.length = 0;
  }
  await Promise.all([analyst.close(), owner.close()]);
  log(`callables: ${runs} runs each, in turns, after ${warmUps} to warm up`);
  return [ratioFigure('callable incidents.get', gets, floors, 2), ratioFigure('callable incidents.assign', assigns, floors, 2)];
}
