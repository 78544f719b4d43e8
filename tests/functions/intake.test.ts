import { verifyChain } from '@secura/domain/incidents/chain';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeIncident, makePerson, readEvents, readIncident, store, type TestPerson } from './support.ts';
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
      expect({ ...incident, affected: '', picture: '' }[reason.field].slice(reason.start, reason.end)).toBe(reason.text);
    }
  });

  test('is taken in whatever letters it is written in: half of one would have every commit refused', async () => {
    const incident = await readIncident(await makeIncident(reporter, { title: '山田𠮷男: 𝐩𝐚𝐬𝐬𝐰𝐨𝐫𝐝 mail', description: '𝐢 𝐜𝐥𝐢𝐜𝐤𝐞𝐝 𝐭𝐡𝐞 𝐥𝐢𝐧𝐤 in the phishing mail and entered my 𝐩𝐚𝐬𝐬𝐰𝐨𝐫𝐝.' }));
    expect(incident).toMatchObject({ category: 'phishing', triage: { state: 'done' } });
    expect(incident.number).not.toBeNull();
    expect(incident.triage!.reasons.map(({ text }) => text).join()).toContain('𝐜𝐥𝐢𝐜𝐤𝐞𝐝');
  });

  test('is taken in once, however often it is delivered and however many deliveries run at the same moment', async () => {
    const id = await makeIncident(reporter);
    const before = await readIncident(id);
    await Promise.all(Array.from({ length: 5 }, () => triageIncident(id, new Date())));
    expect(await readIncident(id)).toEqual(before);
    expect((await readEvents(id)).length).toBe(before.head?.seq);
  });
});
