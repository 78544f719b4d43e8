import { verifyChain } from '@secura/domain/incidents/chain';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeIncident, makePerson, readEvents, readIncident, store, waitFor, writeReport, type TestPerson } from './support.ts';
import { triageIncident } from '../../functions/src/triage/intake.ts';

let reporter: TestPerson;

beforeAll(async () => {
  reporter = await makePerson('employee');
  await makePerson('security_team');
});

describe('a report that arrives', () => {
  test('is numbered, triaged with reasons, given clocks, and begins a chain that verifies', async () => {
    const id = await makeIncident(reporter);
    const incident = await readIncident(id);
    expect(incident.number).toMatch(/^INC-\d{4}-\d{4,}$/);
    expect(incident.category).toBe('phishing');
    expect(incident.triage?.state).toBe('done');
    expect(incident.triage?.reasons.length).toBeGreaterThan(0);
    expect(incident.triage?.advice.length).toBeGreaterThan(0);
    expect(incident.clocks?.acknowledge.doneAt).toBeNull();
    const internal = (await store.doc(`incidents/${id}/internal/case`).get()).data();
    expect(internal?.['plan'].length).toBeGreaterThan(0);
    expect(internal?.['triage'].severity.factors.length).toBeGreaterThan(0);
    const events = await readEvents(id);
    expect(events.slice(0, 2).map((event) => event.type)).toEqual(['incident.reported', 'triage.completed']);
    expect(verifyChain(events, incident.head)).toEqual({ verified: true, length: events.length });
  });

  test('marks exactly the words that its reasons name', async () => {
    const incident = await readIncident(await makeIncident(reporter));
    for (const reason of incident.triage?.reasons ?? []) {
      expect({ ...incident, picture: '' }[reason.field].slice(reason.start, reason.end)).toBe(reason.text);
    }
  });

  test('is taken in once, however often it is delivered and however many deliveries run at the same moment', async () => {
    const id = await makeIncident(reporter);
    const before = await readIncident(id);
    await Promise.all(Array.from({ length: 5 }, () => triageIncident(id, new Date())));
    expect(await readIncident(id)).toEqual(before);
    expect((await readEvents(id)).length).toBe(before.head?.seq);
  });

  test('together with 199 others at the same moment: every number is unique, none is lost, all are counted once', async () => {
    const counted = async () => ((await store.doc('rollups/totals').get()).get('all') as number | undefined) ?? 0;
    const before = await counted();
    const ids = await Promise.all(Array.from({ length: 200 }, (_, index) => writeReport(reporter, { title: `Phishing mail number ${index}` })));
    await waitFor('200 numbers', async () => {
      const found = await store.getAll(...ids.map((id) => store.doc(`incidents/${id}`)));
      return found.every((incident) => typeof incident.get('number') === 'string');
    }, 120);
    const found = await store.getAll(...ids.map((id) => store.doc(`incidents/${id}`)));
    const numbers = found.map((incident) => Number((incident.get('number') as string).split('-')[2]));
    expect(new Set(numbers).size).toBe(200);
    expect(found.every((incident) => incident.get('triage.state') === 'done')).toBe(true);
    // The emulator hands events out one after another: whatever comes next would wait for these.
    await waitFor('200 counted', async () => (await counted()) >= before + 200, 240);
    expect(await counted()).toBe(before + 200);
  }, 400_000);
});
