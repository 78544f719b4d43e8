import { expect, test } from 'vitest';
import { callable, makeIncident, makePerson, store, waitFor } from './support.ts';

const counted = async (): Promise<{ byRole: Record<string, number>; suspended: number }> => (await store.doc('rollups/people').get()).data() as never;

test('a suspension is counted, costs no role its count, and shuts the doors at once', async () => {
  const [reporter, analyst] = await Promise.all([makePerson('employee'), makePerson('security_team')]);
  const id = await makeIncident(reporter);
  await waitFor('everybody counted', async () => ((await counted())?.byRole?.['security_team'] ?? 0) > 0);
  expect((await callable('incidents.get', { id }, analyst.token)).status).toBe(200);
  const before = await counted();

  await store.doc(`users/${analyst.uid}`).update({ status: 'suspended' });
  expect((await callable('incidents.get', { id }, analyst.token)).status).toBe(403);
  await waitFor('the suspension counted', async () => (await counted()).suspended === before.suspended + 1);
  expect((await counted()).byRole['security_team']).toBe(before.byRole['security_team']);
  await waitFor('the roster without him', async () => (await store.doc('team/roster').get()).get(`members.${analyst.uid}`) === undefined);

  await store.doc(`users/${analyst.uid}`).update({ status: 'active' });
  await waitFor('the return counted', async () => (await counted()).suspended === before.suspended);
  expect((await counted()).byRole['security_team']).toBe(before.byRole['security_team']);
  expect((await callable('incidents.get', { id }, analyst.token)).status).toBe(200);
});
