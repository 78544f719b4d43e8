import { verifyChain } from '@secura/domain/incidents/chain';
import { campaignReporters, type Campaign } from '@secura/domain/similar/campaign';
import type { SimilarIncidents } from '@secura/domain/similar/similar';
import { beforeAll, describe, expect, test } from 'vitest';
import { recordSimilar } from '../../functions/src/similar/record.ts';
import { tellOutcome } from '../../functions/src/similar/tell-outcome.ts';
import { callable, makeIncident, makePerson, readEvents, readIncident, store, waitFor, type TestPerson } from './support.ts';

let people: TestPerson[];
let analyst: TestPerson;
let other: TestPerson;

beforeAll(async () => {
  people = await Promise.all(Array.from({ length: 5 }, () => makePerson('employee')));
  [analyst, other] = await Promise.all([makePerson('security_team'), makePerson('security_team')]);
});

// A day and a word of their own keep one test's reports from being alike those of another, or of an earlier run.
const wave = (): { title: string; description: string; createdAt: Date } => {
  const word = `zq${Math.random().toString(36).slice(2, 9)}`;
  return { title: `Parcel fee text from ${word}`, description: `I got an SMS that a parcel is held at customs, with a link to ${word}.example to pay 2.99 by card. I did not pay the ${word} people.`, createdAt: new Date(Date.now() - (100 + Math.random() * 70) * 86_400_000) };
};
const settled = (id: string) => waitFor(`the comparison of ${id}`, async () => typeof (await store.doc(`vectors/${id}`).get()).get('settled') === 'string', 60);
const similarOf = async (id: string) => (await store.doc(`incidents/${id}/internal/similar`).get()).data() as SimilarIncidents | undefined;
const caseOf = async (id: string) => (await store.doc(`incidents/${id}/internal/case`).get()).data()!;

describe('reports of the same', () => {
  test('find one another, are told of in coarse numbers, suggest one campaign and merge nothing; delivered again they change nothing', async () => {
    const report = wave();
    const ids: string[] = [];
    for (const person of people.slice(0, 4)) {
      const id = await makeIncident(person, report);
      await settled(id);
      ids.push(id);
    }
    const [first, , third, fourth] = ids as [string, string, string, string];
    const nearest = (await similarOf(fourth))!.nearest;
    expect(nearest.map(({ id }) => id).filter((id) => ids.includes(id)).sort()).toEqual(ids.slice(0, 3).sort());
    expect(nearest[0]).toMatchObject({ level: 'likely duplicate' });
    expect(nearest.find(({ id }) => id === first)!.why.words.length).toBeGreaterThan(0);
    // The older report's list names the newer ones too.
    expect((await similarOf(first))!.nearest.map(({ id }) => id)).toContain(fourth);

    const alike = await store.getAll(...ids.map((id) => store.doc(`incidents/${id}/shared/alike`)));
    expect(alike.map((doc) => doc.get('colleagues'))).toEqual([undefined, undefined, undefined, '3']);
    expect(Object.keys(alike[3]!.data()!).sort()).toEqual(['at', 'colleagues']);

    const campaigns = await store.collection('campaigns').where('memberIds', 'array-contains', first).get();
    expect(campaigns.size).toBe(1);
    const campaign = campaigns.docs[0]!.data() as Campaign;
    expect(campaign).toMatchObject({ state: 'suggested', category: 'phishing' });
    expect([...campaign.memberIds].sort()).toEqual([...ids].sort());
    expect(new Set(campaign.members.map(({ reporterUid }) => reporterUid)).size).toBeGreaterThanOrEqual(campaignReporters);
    for (const id of ids) expect((await readIncident(id)).status).toBe('open');

    const before = [await similarOf(third), campaign, alike[3]!.data()];
    await Promise.all([recordSimilar(third, new Date()), recordSimilar(fourth, new Date()), recordSimilar(fourth, new Date())]);
    expect([await similarOf(third), (await campaigns.docs[0]!.ref.get()).data(), (await alike[3]!.ref.get()).data()]).toEqual(before);

    // A correction is compared anew, and says no more about colleagues than the first wording did.
    await callable('incidents.update', { id: first, changes: { title: 'My office chair squeaks', description: 'The chair squeaks when I sit down on it. Could facilities oil it?' } }, analyst.token);
    await waitFor('the new comparison', async () => !(await similarOf(first))?.nearest.some(({ id }) => id === fourth) && typeof (await store.doc(`vectors/${first}`).get()).get('settled') === 'string');
    expect((await store.doc(`incidents/${first}/shared/alike`).get()).exists).toBe(false);

    // The campaign is people's to decide: two who decide at once do not both do so.
    const { id, version } = { id: campaigns.docs[0]!.id, version: campaign.version };
    const decided = await Promise.all([callable('campaigns.decide', { id, expectedVersion: version, decision: 'confirm' }, analyst.token), callable('campaigns.decide', { id, expectedVersion: version, decision: 'dismiss' }, other.token)]);
    expect(decided.filter((answer) => answer.status === 200)).toHaveLength(1);
    const state = (await store.doc(`campaigns/${id}`).get()).get('state');
    const told = (await readEvents(third)).some(({ type }) => type === 'campaign.changed');
    expect(told).toBe(state === 'confirmed');
  }, 120_000);

  test('that are restricted are neither compared nor shown', async () => {
    const report = wave();
    const secret = await makeIncident(people[0]!, report);
    await settled(secret);
    await store.doc(`incidents/${secret}`).update({ visibility: 'restricted' });
    const open = await makeIncident(people[1]!, report);
    await settled(open);
    expect((await similarOf(open))!.nearest.map(({ id }) => id)).not.toContain(secret);
    await recordSimilar(secret, new Date());
    expect((await store.doc(`vectors/${secret}`).get()).data()).toMatchObject({ gone: true });
    expect((await store.doc(`vectors/${secret}`).get()).get('values')).toBeUndefined();
    for (const name of ['incidents.link', 'incidents.merge']) {
      const lead = await makePerson('admin');
      const answer = await callable(name, { id: open, [name === 'incidents.link' ? 'other' : 'into']: secret }, lead.token);
      expect(answer.body.error.message).toContain('restricted');
    }
    const hidden = await callable('incidents.link', { id: open, other: secret }, analyst.token);
    expect(hidden.status).toBe(404);
  }, 60_000);
});

describe('two people who merge', () => {
  test('A into B and B into A at once: exactly one wins, no circle, and both histories verify', async () => {
    const [a, b] = await Promise.all([makeIncident(people[0]!), makeIncident(people[1]!)]);
    const answers = await Promise.all([callable('incidents.merge', { id: a, into: b }, analyst.token), callable('incidents.merge', { id: b, into: a }, other.token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
    const [caseA, caseB] = [await caseOf(a), await caseOf(b)];
    expect([caseA['mergedInto'], caseB['mergedInto']].filter(Boolean)).toHaveLength(1);
    for (const id of [a, b]) expect(verifyChain(await readEvents(id), (await readIncident(id)).head).verified).toBe(true);
  });

  test('and undo it: the report stands where it stood, with nothing left over', async () => {
    const [a, b] = await Promise.all([makeIncident(people[0]!), makeIncident(people[1]!)]);
    await callable('incidents.transition', { id: a, to: 'investigating' }, analyst.token);
    const before = [await caseOf(a), await readIncident(a)] as const;
    expect((await callable('incidents.merge', { id: a, into: b }, analyst.token)).body.status).toBe('resolved');
    expect((await caseOf(b))['duplicates']).toMatchObject([{ id: a }]);
    expect((await callable('incidents.unmerge', { id: a }, other.token)).body.status).toBe('investigating');
    const after = await readIncident(a);
    expect(after).toMatchObject({ status: 'investigating', resolution: null });
    expect(after.clocks?.resolve.doneAt).toBeNull();
    expect((await caseOf(a))['rootCause']).toBe(before[0]['rootCause']);
    expect((await caseOf(b))['duplicates']).toEqual([]);
    expect((await readEvents(b)).map(({ type }) => type)).toEqual(expect.arrayContaining(['incident.merged', 'incident.unmerged']));
    expect((await callable('incidents.unmerge', { id: a }, other.token)).body.error.message).toContain('not merged');
  });

  test('and link: once, on both sides; an employee may do none of it', async () => {
    const [a, b] = await Promise.all([makeIncident(people[0]!), makeIncident(people[0]!)]);
    await Promise.all([callable('incidents.link', { id: a, other: b }, analyst.token), callable('incidents.link', { id: b, other: a }, other.token)]);
    expect((await caseOf(a))['links']).toMatchObject([{ id: b, how: 'linked' }]);
    expect((await caseOf(b))['links']).toMatchObject([{ id: a, how: 'linked' }]);
    expect((await readEvents(a)).filter(({ type }) => type === 'incident.linked')).toHaveLength(1);
    for (const [name, input] of [['incidents.link', { id: a, other: b }], ['incidents.merge', { id: a, into: b }], ['incidents.unmerge', { id: a }]] as const) {
      expect((await callable(name, input, people[0]!.token)).status, name).toBe(403);
    }
  });
});

describe('the reporter', () => {
  test('of a duplicate and one who joined are told once how it ended, in plain words and nothing of the other report', async () => {
    const [primary, duplicate] = await Promise.all([makeIncident(people[0]!, { title: 'A secret of person zero' }), makeIncident(people[1]!)]);
    await callable('incidents.merge', { id: duplicate, into: primary }, analyst.token);
    await callable('incidents.transition', { id: primary, to: 'resolved', resolutionCode: 'benign', summary: 'Private words about person zero.', rootCause: 'Private.' }, analyst.token);
    await waitFor('the outcome', async () => (await readEvents(duplicate)).some(({ type }) => type === 'outcome.told'));
    const ended = (await readEvents(primary)).find((event) => event.type === 'status.changed' && event.data.to === 'resolved')!;
    await Promise.all([tellOutcome(ended, new Date()), tellOutcome(ended, new Date())]);
    const told = (await readEvents(duplicate)).filter(({ audience }) => audience === 'everyone');
    expect(told.filter(({ type }) => type === 'outcome.told')).toHaveLength(1);
    expect(JSON.stringify([told, await readIncident(duplicate)])).not.toMatch(/rivate|secret/);
  });

  test('who has no company cannot join, and nobody joins for him', async () => {
    const id = await makeIncident(people[2]!, { title: 'My chair', description: 'The chair in room seven is broken since this morning.' });
    expect((await callable('incidents.join', { id }, people[2]!.token)).body.error.message).toContain('no group');
    expect((await callable('incidents.join', { id }, people[3]!.token)).status).toBe(404);
    expect((await callable('incidents.join', { id }, analyst.token)).status).toBe(403);
  });
});
