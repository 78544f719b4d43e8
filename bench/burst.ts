import { createId } from '@secura/domain/platform/ids';
import { collection, doc, onSnapshot, query, setDoc, where } from 'firebase/firestore';
import { demoPeople } from '../seed/people.ts';
import { asOwner, reportBy, signIn } from './client.ts';
import { plainFigure, quantile, type Figure } from './figure.ts';
import type { InSuite } from './run.ts';

const count = 200;
const patience = 180_000;

/** So many reports at the same moment: every one numbered once and triaged, and how long the slowest took. */
export async function benchBurst({ place, log }: InSuite): Promise<Figure[]> {
  const reporters = await Promise.all(demoPeople.filter(({ role }) => role === 'employee').map(({ uid }) => signIn(uid, place)));
  const owner = asOwner(place);
  const mark = `burst ${createId()}`;
  const arrived = new Map<string, { ms: number; number: string }>();
  let started = 0;
  let stop = (): void => {};
  const all = new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`Only ${arrived.size} of ${count} reports were triaged within ${patience / 1000} s.`)), patience);
    stop = onSnapshot(query(collection(owner.db, 'incidents'), where('location', '==', mark)), (snapshot) => {
      const ms = performance.now() - started;
      for (const { id, ...incident } of snapshot.docs.map((found) => ({ id: found.id, ...found.data() }) as { id: string; number?: string; triage?: { state: string } })) {
        if (incident.number && incident.triage?.state === 'done' && !arrived.has(id)) arrived.set(id, { ms, number: incident.number });
      }
      if (arrived.size < count) return;
      clearTimeout(late);
      resolve();
    }, reject);
  });
  started = performance.now();
  const writes = Array.from({ length: count }, (_, index) => {
    const { db, uid } = reporters[index % reporters.length]!;
    return setDoc(doc(db, 'incidents', createId()), reportBy(uid, `Suspicious mail number ${index + 1}`, mark));
  });
  await Promise.all([all, ...writes]);
  stop();
  await Promise.all([...reporters, owner].map((client) => client.close()));

  const numbers = [...arrived.values()].map(({ number }) => Number(number.split('-').at(-1)));
  const unique = new Set(numbers).size;
  const gapless = Math.max(...numbers) - Math.min(...numbers) === count - 1;
  const times = [...arrived.values()].map(({ ms }) => ms);
  log(`burst: ${count} reports at once, ${unique} different numbers${gapless ? ' without a gap' : ', WITH GAPS'}`);
  return [
    { ...plainFigure('200 reports at once: uniquely numbered and triaged', unique, 'reports', null), ok: unique === count && gapless },
    plainFigure('200 reports at once: half triaged after', quantile(times, 0.5), 'ms', null),
    plainFigure('200 reports at once: 95 % triaged after', quantile(times, 0.95), 'ms', null),
  ];
}
