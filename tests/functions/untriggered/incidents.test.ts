import './project.ts';
import { createHash } from 'node:crypto';
import { verifyChain } from '@secura/domain/incidents/chain';
import type { IncidentEvent } from '@secura/domain/incidents/events';
import { observableKey } from '@secura/domain/observables/identity';
import type { StoredObservable } from '@secura/domain/observables/observable';
import { createId } from '@secura/domain/platform/ids';
import { analyse } from '@secura/domain/triage/analyse';
import type { AiDecision } from '@secura/domain/triage/ledger';
import { beforeAll, expect, test } from 'vitest';
import { transitionIncident } from '../../../functions/src/incidents/transition.ts';
import { projectEvent } from '../../../functions/src/projections.ts';
import { hunt } from '../../../functions/src/observables/hunt.ts';
import { recordObservables } from '../../../functions/src/observables/record.ts';
import { triageModel } from '../../../functions/src/platform/triage-model.ts';
import { geminiModel } from '../../../functions/src/platform/gemini/model.ts';
import { dailyBudget } from '../../../functions/src/platform/gemini/token-budget.ts';
import { opinionOf } from '../../../functions/src/triage/gemini.ts';
import { askAgain, askForComparison, forgetRequest } from '../../../functions/src/similar/requests.ts';
import { triageIncident } from '../../../functions/src/triage/intake.ts';
import { joinedPort } from '../../../functions/src/triage/port.ts';
import { retriageIncident, reviewTriage } from '../../../functions/src/triage/review.ts';
import { measuredWeights } from '../../../functions/src/triage/track-record.ts';
import { startGemini } from '../../standins/gemini.ts';
import { makeProfile, readEvents, readIncident, store, writeReport, type TestPerson } from '../support.ts';

let reporter: TestPerson;
let analyst: TestPerson;
let admin: TestPerson;

beforeAll(async () => {
  [reporter, analyst, admin] = await Promise.all([makeProfile('employee'), makeProfile('security_team'), makeProfile('admin')]);
});

test('a report stands when triage fails, says so, and can be triaged again', async () => {
  const broken = () => Promise.resolve({ analyse: () => Promise.reject(new Error('the model is away')) });
  const id = await writeReport(reporter);
  await triageIncident(id, new Date(), undefined, broken);
  const failed = await readIncident(id);
  expect(failed.number).toMatch(/^INC-/);
  expect(failed.triage?.state).toBe('failed');
  expect(failed.severity).toBeNull();
  const again = await retriageIncident.invoke({ caller: analyst, input: { id }, now: new Date() });
  expect(again.triage?.state).toBe('done');
  expect(again.severity).not.toBeNull();
});

test('a crowd of incidents that one may not see neither hides an older one that one may see nor shows in "more"', async () => {
  const crowd = { kind: 'domain', value: `x${createId().toLowerCase()}.com` } as const;
  const key = observableKey(crowd);
  const file = createHash('sha256').update(crowd.value).digest('hex');
  // More than one page of what is read; written as a projection leaves them, since nothing here depends on how they came about.
  const batch = store.batch();
  for (let index = 0; index < 60; index++) {
    const isOldest = index === 59;
    const incident = store.doc(`incidents/${createId()}`);
    const { uid, name, email, department } = reporter;
    const createdAt = new Date(Date.now() - index * 60_000);
    batch.set(incident, {
      title: `About it ${index}`, description: 'The same again.', department, reporter: { uid, name, email, department }, memberUids: [uid], status: 'open',
      visibility: isOldest ? 'team' : 'restricted', createdAt, head: { seq: 1, hash: '0'.repeat(64) },
    });
    const observable: StoredObservable = { ...crowd, key, scope: 'external', rank: 1, terms: [key], sources: [{ kind: 'report', id: 'report', at: createdAt }], sourceKeys: ['report:report'], seenAt: createdAt };
    batch.set(incident.collection('observables').doc(key), observable);
    batch.set(incident.collection('evidence').doc(createId()), { sha256: file, createdAt });
  }
  await batch.commit();
  const found = async (caller: TestPerson, value: string = crowd.value) => (await hunt.invoke({ caller, input: { value }, now: new Date() })).hunted[0]!;
  const [asAnalyst, asAdmin] = [await found(analyst), await found(admin)];
  expect(asAnalyst).toMatchObject({ more: false, incidents: [{ title: 'About it 59' }] });
  expect(asAdmin.more).toBe(true);
  expect(asAdmin.incidents.map(({ title }) => title)).toEqual(Array.from({ length: 25 }, (_, index) => `About it ${index}`));
  expect(await found(analyst, file)).toMatchObject({ more: false, incidents: [{ title: 'About it 59' }] });
  const filesAsAdmin = await found(admin, file);
  expect([filesAsAdmin.more, filesAsAdmin.incidents.length]).toEqual([true, 25]);
});

test('Gemini beside the local triage is asked once for a report; each opinion and what both make is kept, shown and judged', async () => {
  const { baseUrl, asked, stop } = await startGemini(() => ({
    answer: { quotes: ['entered my password', 'made up'], category: 'social_engineering', confidence: 0.7, alternatives: [{ category: 'phishing', confidence: 0.25 }], severity: 'low' },
  }));
  const model = `gemini-test-${createId()}`;
  try {
    const port = opinionOf(geminiModel({ apiKey: 'k', model, baseUrl }).within(dailyBudget(1_000_000, 1)));
    const id = await writeReport(reporter, { title: 'Phishing email', description: 'I clicked the link and entered my password on a fake login page.' });
    await triageIncident(id, new Date(), undefined, () => Promise.resolve(joinedPort((input) => analyse(input, triageModel()), port)));
    const entries = async () => (await store.collection('aiDecisions').where('incidentId', '==', id).get()).docs.map((doc) => doc.data() as AiDecision).sort((a, b) => a.provider.localeCompare(b.provider));
    expect(asked).toHaveLength(1);
    const incident = await readIncident(id);
    expect(incident).toMatchObject({ category: 'phishing', triage: { provider: 'local+gemini' } });
    expect(['high', 'critical']).toContain(incident.severity);
    const internal = (await store.doc(`incidents/${id}/internal/case`).get()).data()!;
    expect(internal['triage'].opinions[1]).toMatchObject({ provider: 'gemini', category: 'social_engineering', severity: 'low', quotes: [{ text: 'entered my password' }] });
    expect((await entries()).map(({ provider }) => provider)).toEqual(['gemini', 'local', 'local+gemini']);

    await reviewTriage.invoke({ caller: analyst, input: { id, decision: 'accepted' }, now: new Date() });
    expect((await entries()).map(({ decision }) => decision?.categoryRight)).toEqual([false, true, true]);
    const weights = await measuredWeights('no such model', { provider: 'gemini', model });
    expect(weights.other).toBeLessThan(0.5);
  } finally {
    await stop();
  }
});

test('reports that race for a number, each delivered twice, are taken in once each, with numbers that follow one another', async () => {
  const ids = await Promise.all(Array.from({ length: 4 }, () => writeReport(reporter)));
  await Promise.all([...ids, ...ids].map((id) => triageIncident(id, new Date())));
  const incidents = await Promise.all(ids.map(readIncident));
  const numbers = incidents.map(({ number }) => Number(number?.split('-')[2])).toSorted((a, b) => a - b);
  expect(numbers).toEqual(numbers.map((_, index) => numbers[0]! + index));
  for (const [index, id] of ids.entries()) expect(verifyChain(await readEvents(id), incidents[index]!.head)).toMatchObject({ verified: true });
});

test('what changes in a report while it is being triaged is not overwritten', async () => {
  const id = await writeReport(reporter);
  // A wave of reports takes the other way.
  await new Promise((resolve) => setTimeout(resolve, 2100));
  await triageIncident(id, new Date(), await store.doc(`incidents/${id}`).get(), async () => {
    await store.doc(`incidents/${id}`).update({ 'counts.messages': 7 });
    return joinedPort((input) => analyse(input, triageModel()), null);
  });
  const incident = await readIncident(id);
  expect(incident.number).toMatch(/^INC-/);
  expect(incident.counts.messages).toBe(7);
});

test('a plan is written once however often the same text comes', async () => {
  const id = await writeReport(reporter, { title: 'Phishing email', description: 'A mail asks for my password.' });
  await triageIncident(id, new Date());
  const text = { source: { kind: 'evidence' as const, id: 'evidence-1', at: new Date() }, text: `see x${createId().toLowerCase()}.com` };
  await recordObservables(id, text);
  const caseRef = store.doc(`incidents/${id}/internal/case`);
  const { updateTime } = await caseRef.get();
  await Promise.all([recordObservables(id, text), recordObservables(id, text)]);
  expect((await caseRef.get()).updateTime).toEqual(updateTime);
});

test('the counters move by exactly one for one report and its resolution, also when each event is delivered twice at once', async () => {
  const read = async () => {
    const [day, totals] = await store.getAll(store.doc(`rollups/${new Date().toISOString().slice(0, 10)}`), store.doc('rollups/totals'));
    return { reported: day!.get('reported') ?? 0, resolved: day!.get('resolved') ?? 0, all: totals!.get('all') ?? 0, resolvedNow: totals!.get('status.resolved') ?? 0 };
  };
  const before = await read();
  const id = await writeReport(reporter);
  await triageIncident(id, new Date());
  const resolution = { to: 'resolved' as const, resolutionCode: 'benign' as const, summary: 'It was our own newsletter.', rootCause: 'A newsletter.' };
  await transitionIncident.invoke({ caller: analyst, input: { id, ...resolution }, now: new Date() });
  for (const event of await readEvents(id)) await Promise.all([projectEvent(event, new Date()), projectEvent(event, new Date())]);
  expect(await read()).toEqual({ reported: before.reported + 1, resolved: before.resolved + 1, all: before.all + 1, resolvedNow: before.resolvedNow + 1 });
});

test('a comparison that nobody made is asked for again after an hour, once though two sweeps meet, and remembers since when it waits', async () => {
  const [incidentId, asked] = [createId(), new Date(Date.UTC(2026, 0, 1))];
  const later = (minutes: number): Date => new Date(asked.getTime() + minutes * 60_000);
  const waiting = async () => (await store.collection('comparisons').where('incidentId', '==', incidentId).get()).docs;
  await askForComparison({ type: 'incident.reported', incidentId, seq: 1 } as IncidentEvent, asked);
  const [first] = await waiting();
  expect(await askAgain(later(59))).toBe(0);
  await Promise.all([askAgain(later(60)), askAgain(later(60))]);
  const again = await waiting();
  expect(again.map(({ id }) => id)).toEqual([expect.not.stringMatching(first!.id) as string]);
  expect((again[0]!.get('at') as { toDate(): Date }).toDate()).toEqual(asked);
  expect(await askAgain(later(119))).toBe(0);
  expect(await askAgain(later(121))).toBe(1);
  const [third] = await waiting();
  await forgetRequest(third!.id);
  await forgetRequest(third!.id);
  expect(await waiting()).toEqual([]);
});
