import { createId } from '@secura/domain/platform/ids';
import { expect, test, vi } from 'vitest';
import { readRecipients } from '../../functions/src/notifications/deliver.ts';
import { handOver } from '../../functions/src/notifications/outbox.ts';
import type { PushSender } from '../../functions/src/notifications/push-port.ts';
import { putOutgoing, readOutgoing as read, someTime as at } from './outbox.ts';
import { makePerson, store, waitFor, type TestPerson } from './support.ts';

async function put(person: TestPerson, tokens: string[]): Promise<string> {
  await Promise.all(tokens.map((token, slot) => store.doc(`users/${person.uid}/devices/${slot}`).set({ uid: person.uid, token, label: 'x', at: new Date() })));
  return putOutgoing('push', person);
}
const devices = async (person: TestPerson) => (await store.collection(`users/${person.uid}/devices`).get()).docs.map((doc) => doc.get('token') as string);
const recorder = (answer: (token: string) => 'told' | 'gone' = () => 'told') => {
  const told: string[] = [];
  const sender: PushSender = {
    provider: 'fcm',
    send: async (_, token) => {
      const outcome = answer(token);
      if (outcome === 'told') told.push(token);
      return outcome;
    },
  };
  return { told, sender };
};

test('a push whose sender dies in the middle reaches each device once after its lease, though many try', async () => {
  const person = await makePerson('employee');
  const id = await put(person, ['phone', 'laptop']);
  const { told: reached, sender } = recorder();
  void handOver(id, at(0), { push: { ...sender, send: () => new Promise(() => undefined) } });
  await waitFor('the lease', async () => (await read(id)).attempts === 1);
  await handOver(id, at(1), { push: sender });
  expect(reached).toEqual([]);
  await Promise.all([1, 2].map(() => handOver(id, at(3), { push: sender })));
  await handOver(id, at(60), { push: sender });
  expect(reached.sort()).toEqual(['laptop', 'phone']);
  expect(await read(id)).toMatchObject({ state: 'sent', attempts: 2, provider: 'fcm' });
});

test('a push that one device does not take is tried again there alone, and a device that is no more is forgotten', async () => {
  const person = await makePerson('employee');
  const id = await put(person, ['phone', 'laptop', 'old']);
  let busy = true;
  const { told: reached, sender } = recorder((token) => {
    if (token === 'laptop' && busy) throw new Error('Firebase Cloud Messaging: internal-error.');
    return token === 'old' ? 'gone' : 'told';
  });
  await handOver(id, at(0), { push: sender });
  expect(await read(id)).toMatchObject({ state: 'waiting', left: ['1'], lastError: 'Firebase Cloud Messaging: internal-error.' });
  busy = false;
  await handOver(id, at(1), { push: sender });
  expect(reached).toEqual(['phone', 'laptop']);
  expect(await read(id)).toMatchObject({ state: 'sent', left: null });
  expect((await devices(person)).sort()).toEqual(['laptop', 'phone']);
});

test('a push is for whoever has a device, found among many people at once, and for nobody where nothing is pushed', async () => {
  const [person, other] = await Promise.all([makePerson('employee'), makePerson('employee')]);
  await put(person, ['phone', 'laptop']);
  const asked = [other.uid, ...Array.from({ length: 60 }, () => createId()), person.uid];
  const reachable = async () => (await readRecipients(asked)).map(({ uid, reachable: is }) => [uid, is]);
  vi.stubEnv('PUSH', 'on');
  expect(await reachable()).toEqual([[other.uid, false], [person.uid, true]]);
  vi.stubEnv('PUSH', '');
  expect(await reachable()).toEqual([[other.uid, false], [person.uid, false]]);
  vi.unstubAllEnvs();
});

test('a push has nobody to tell where no device is left', async () => {
  const person = await makePerson('employee');
  const id = await put(person, ['old']);
  await handOver(id, at(0), { push: recorder(() => 'gone').sender });
  expect(await read(id)).toMatchObject({ state: 'kept', attempts: 1 });
});
