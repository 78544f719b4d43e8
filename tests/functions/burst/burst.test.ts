import { expect, test } from 'vitest';
import { makePerson, store, waitFor, writeReport } from '../support.ts';

test('200 reports at the same moment: every number is unique, none is lost, all are triaged and counted once', async () => {
  const reporter = await makePerson('employee');
  await makePerson('security_team');
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
  await waitFor('200 counted', async () => (await counted()) >= before + 200, 240);
  expect(await counted()).toBe(before + 200);
}, 400_000);
