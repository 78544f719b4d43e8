import { project } from './project.ts';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { root } from '../../../emulators/paths.ts';
import { inspectEvidence } from '../../../functions/src/evidence/inspect.ts';
import { postMessage } from '../../../functions/src/conversation/post.ts';
import { recordMessage } from '../../../functions/src/conversation/record.ts';
import { recordEvidence } from '../../../functions/src/evidence/record.ts';
import { assignIncident } from '../../../functions/src/incidents/assign.ts';
import { transitionIncident } from '../../../functions/src/incidents/transition.ts';
import { rebuildRoster } from '../../../functions/src/people/project.ts';
import { projectEvent } from '../../../functions/src/projections.ts';
import { triageIncident } from '../../../functions/src/triage/intake.ts';
import { addFile, makeProfile, projectId, readEvents, store, writeReport, type TestPerson } from '../support.ts';

let reporter: TestPerson;
let analyst: TestPerson;
let admin: TestPerson;
beforeAll(async () => {
  [reporter, analyst, admin] = await Promise.all([makeProfile('employee'), makeProfile('security_team'), makeProfile('admin')]);
  await rebuildRoster(new Date());
});

const never = () => Promise.reject(new Error('There is nothing to register.'));
const run = promisify(execFile);
const rebuild = async (...more: string[]): Promise<string> => (await run(process.execPath, ['--import', 'tsx', 'scripts/rebuild-projections.ts', '--project', project, ...more], { cwd: root, env: { ...process.env, STORAGE_BUCKET: `${projectId}.appspot.com` } })).stdout.trim().split('\n').at(-1)!;

/** A report with an assignment, a message, a file and its resolution, of which the history alone tells. */
async function handled(words: string): Promise<string> {
  const id = await writeReport(reporter, { title: 'Phishing email', description: `A mail sends me to https://${words}.example/login for my password.` });
  await triageIncident(id, new Date());
  await assignIncident.invoke({ caller: admin, input: { id, uids: [analyst.uid] }, now: new Date() });
  const { id: message } = await postMessage.invoke({ caller: reporter, input: { incidentId: id, text: `It came from 198.51.100.7, by ${words}-mail.example.` }, now: new Date() });
  await recordMessage(id, message, new Date(), never);
  const file = await addFile(id, reporter, 'headers.txt', Buffer.from(`Received: from ${words}-relay.example`));
  await recordEvidence(id, file, new Date(), never);
  expect(await inspectEvidence(id, file)).toBe('clean');
  await transitionIncident.invoke({ caller: analyst, input: { id, to: 'resolved', resolutionCode: 'benign', summary: 'It was our own exercise.', rootCause: 'An exercise.' }, now: new Date() });
  return id;
}

/** All that followed, but for moments and marks. */
async function followed(): Promise<Record<'inboxes' | 'outbox' | 'observables' | 'comparisons', string[]> & { rollups: Record<string, unknown> }> {
  const [inboxes, outbox, observables, comparisons, rollups] = await Promise.all([
    store.collectionGroup('inbox').get(), store.collection('outbox').get(), store.collectionGroup('observables').get(), store.collection('comparisons').get(), store.collection('rollups').get(),
  ]);
  return {
    inboxes: inboxes.docs.map((doc) => `${doc.ref.parent.parent!.id} ${doc.id} ${doc.get('kind')}`).sort(),
    outbox: outbox.docs.map(({ id }) => id).sort(),
    observables: observables.docs.map((doc) => `${doc.ref.parent.parent!.id} ${doc.get('value')} ${(doc.get('sourceKeys') as string[]).join()}`).sort(),
    comparisons: comparisons.docs.map((doc) => doc.get('incidentId') as string).sort(),
    rollups: Object.fromEntries(rollups.docs.map((doc) => [doc.id, doc.data()])),
  };
}

test('events that no function took are made up for by rebuild-projections, notices, mail, counters, observables and comparisons alike, and a second time changes nothing', async () => {
  const [lost, half] = [await handled('lost'), await handled('half')];
  // Of one nothing followed, of the other what follows from its first three events.
  for (const event of (await readEvents(half)).slice(0, 3)) await projectEvent(event, new Date());
  const before = await followed();
  expect([before.inboxes, before.observables].flat().filter((line) => line.includes(lost))).toEqual([]);

  const since = new Date(Date.now() - 3_600_000).toISOString();
  expect(await rebuild('--write', '--since', since)).toMatch(/counters were corrected\.$/);
  const after = await followed();
  for (const id of [lost, half]) {
    const told = ({ uid }: TestPerson) => after.inboxes.filter((line) => line.startsWith(`${uid} ${id}_`)).map((line) => line.split(' ')[2]).sort();
    expect(told(reporter)).toEqual(['status']);
    expect(told(analyst)).toEqual(expect.arrayContaining(['assigned', 'message']));
    expect(new Set(after.outbox).size).toBe(after.outbox.length);
    expect(after.outbox.some((mail) => mail.startsWith(`${id}_`) && mail.endsWith(analyst.uid))).toBe(true);
    const word = id === lost ? 'lost' : 'half';
    const values = after.observables.filter((line) => line.startsWith(id)).map((line) => line.split(' ')[1]);
    expect(values).toEqual(expect.arrayContaining([`https://${word}.example/login`, '198.51.100.7', `${word}-mail.example`, `${word}-relay.example`]));
    expect(after.comparisons).toContain(id);
  }
  const today = new Date().toISOString().slice(0, 10);
  expect(after.rollups[today]).toMatchObject({ reported: 2, resolved: 2 });
  expect(after.rollups['totals']).toMatchObject({ all: 2, status: { resolved: 2 } });
  expect(after.rollups['people']).toMatchObject({ byRole: { employee: 1, security_team: 1, admin: 1 } });

  expect(await rebuild('--write', '--since', since)).toMatch(/ and 0 counters were corrected\.$/);
  expect(await followed()).toEqual(after);
}, 120_000);
