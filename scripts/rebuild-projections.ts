import { parseArgs } from 'node:util';
import type { IncidentEvent } from '@secura/domain/incidents/events';
import { incrementsOf } from '@secura/domain/insight/rollup';
import type { Transaction } from 'firebase-admin/firestore';
import { rebuildRoster } from '../functions/src/people/project.ts';
import { db, FieldValue } from '../functions/src/platform/firebase.ts';
import { markLife, onceRef } from '../functions/src/platform/once.ts';
import { marked, projectEvent } from '../functions/src/projections.ts';
import { inParallel } from '../seed/parallel.ts';
import { chooseProject, Refusal, runScript } from './project-choice.ts';

const usage = `npm run rebuild-projections -- [--project ID] [--write [--since TIME]]

Compares the counters of the dashboards (rollups/*) with what the events and profiles add up to.
Without --write it only says what differs, and exits with 1 when something does.
With --write it writes the team's roster anew, does again what may follow from any event at any time (observables, plans,
what a restriction takes back), and corrects the counters. Reports are compared anew by npm run compare-again.
With --since, such as 2026-03-01T09:30Z and at most six days ago, all that follows from the events since then is done as well,
where it has not been: people are told, counters count, reports are compared. For events that no function took, as between two deployments.
Words of files are read from the bucket that STORAGE_BUCKET names, PROJECT.appspot.com unless it does.`;

type Counters = Map<string, number>;

/** An event whose trigger may still be on its way is counted only if its mark says that it was. */
const settled = 3_600_000;

/** What the counters should be, from one consistent moment of the database. */
async function expectedCounters(tx: Transaction, now: number): Promise<Counters> {
  const counters: Counters = new Map();
  const add = (path: string, by: number): void => void counters.set(path, (counters.get(path) ?? 0) + by);
  const events = (await tx.get(db().collectionGroup('events'))).docs.map((doc) => doc.data() as IncidentEvent);
  const recent = events.filter((event) => now - Date.parse(event.at) < settled && incrementsOf(event).length > 0);
  const pending = new Set<string>();
  if (recent.length > 0) {
    const marks = await tx.getAll(...recent.map((event) => onceRef('rollup', `${event.incidentId}-${event.seq}`)));
    marks.forEach((mark, index) => {
      if (!mark.exists) pending.add(recent[index]!.hash);
    });
  }
  for (const event of events) {
    if (pending.has(event.hash)) continue;
    for (const { doc, field, by } of incrementsOf(event)) add(`${doc}/${field}`, by);
  }
  const people = await tx.get(db().collection('users'));
  for (const person of people.docs) {
    add(`people/byRole.${person.get('role') as string}`, 1);
    if (person.get('status') === 'suspended') add('people/suspended', 1);
  }
  return counters;
}

async function storedCounters(tx: Transaction): Promise<Counters> {
  const counters: Counters = new Map();
  const walk = (path: string, value: unknown): void => {
    if (typeof value === 'number') counters.set(path, value);
    else if (value !== null && typeof value === 'object') {
      for (const [key, member] of Object.entries(value)) walk(path.endsWith('/') ? path + key : `${path}.${key}`, member);
    }
  };
  for (const doc of (await tx.get(db().collection('rollups'))).docs) walk(`${doc.id}/`, doc.data());
  return counters;
}

function differences(expected: Counters, stored: Counters): [path: string, by: number][] {
  return [...new Set([...expected.keys(), ...stored.keys()])]
    .map((path): [string, number] => [path, (expected.get(path) ?? 0) - (stored.get(path) ?? 0)])
    .filter(([, by]) => by !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

const readDrift = (now: Date): Promise<[path: string, by: number][]> =>
  db().runTransaction(async (tx) => differences(await expectedCounters(tx, now.getTime()), await storedCounters(tx)), { readOnly: true });

const day = 86_400_000;

/** A day before the marks expire that say what is done. */
function sinceOf(text: string, now: Date): Date {
  const since = new Date(text);
  const age = now.getTime() - since.getTime();
  if (Number.isNaN(age) || age < 0 || age > markLife - day) throw new Refusal(`--since takes a time of the last six days, such as ${new Date(now.getTime() - day).toISOString()}.`);
  return since;
}

/** Adds what is missing instead of setting the sum: what triggers count meanwhile stays counted. */
async function correct(drift: [path: string, by: number][]): Promise<void> {
  const batch = db().bulkWriter();
  for (const [path, by] of drift) {
    const [doc, field] = path.split('/') as [string, string];
    const nested = field.split('.').reduceRight<unknown>((inner, key) => ({ [key]: inner }), FieldValue.increment(by));
    void batch.set(db().doc(`rollups/${doc}`), nested as Record<string, unknown>, { merge: true });
  }
  await batch.close();
}

await runScript(async () => {
  const { values } = parseArgs({ options: { project: { type: 'string' }, write: { type: 'boolean', default: false }, since: { type: 'string' }, help: { type: 'boolean', default: false } } });
  if (values.help) {
    console.log(usage);
    return;
  }
  const now = new Date();
  const since = values.since === undefined ? null : sinceOf(values.since, now);
  if (since && !values.write) throw new Refusal('--since says what is done again: it needs --write.');
  const { where } = chooseProject(values.project, usage);
  if (!values.write) {
    const drift = await readDrift(now);
    for (const [path, by] of drift) console.log(`rollups/${path}: ${by > 0 ? `${by} missing` : `${-by} too many`}`);
    console.log(drift.length === 0 ? `The counters of ${where} agree with the events.` : `${drift.length} counters differ. --write corrects them.`);
    if (drift.length > 0) process.exitCode = 1;
    return;
  }
  await rebuildRoster(now);
  const events = await db().collectionGroup('events').get();
  let failures = 0;
  await inParallel(6, events.docs, async (doc) => {
    const event = doc.data() as IncidentEvent;
    await projectEvent(event, now, since && Date.parse(event.at) >= since.getTime() ? [] : [...marked, 'comparison']).catch(() => (failures += 1));
  });
  // Last: what was counted just now with a mark is missing no more.
  const drift = await readDrift(now);
  await correct(drift);
  console.log(`The roster of ${where} was written anew, what follows from ${events.size} events was done again, and ${drift.length} counters were corrected.`);
  if (failures > 0) {
    console.error(`${failures} events failed: the lines "projection failed" above say which and why.`);
    process.exitCode = 1;
  }
});
