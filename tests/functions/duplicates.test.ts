import { createId } from '@secura/domain/platform/ids';
import type { Role } from '@secura/domain/people/vocabulary';
import { expect, test } from 'vitest';
import { recordLast } from '../../functions/src/conversation/last.ts';
import { projectPerson } from '../../functions/src/people/project.ts';
import { store } from './support.ts';

// Triggers without a test file of their own; each delivery of the others that comes again is tried beside what it does.

test('a change of a person that is delivered again, at the same time and later, counts once', async () => {
  const key = createId();
  // Nobody else has it, so nobody else moves its count.
  const role = `tried-${key}` as Role;
  const count = async (): Promise<unknown> => ((await store.doc('rollups/people').get()).get('byRole') as Record<string, unknown>)[role];
  const arrive = () => projectPerson(key, null, { role, status: 'active' }, new Date());
  await Promise.all([arrive(), arrive(), arrive()]);
  await arrive();
  expect(await count()).toBe(1);
  await projectPerson(`${key}-left`, { role, status: 'active' }, null, new Date());
  expect(await count()).toBe(0);
});

test.each(['questions', 'rooms', 'direct'] as const)('who wrote last in %s stays the last, in whatever order and however often messages are delivered', async (place) => {
  const id = createId();
  const write = (messageId: string, name: string, minute: number) =>
    store.doc(`${place}/${id}/messages/${messageId}`).set({ text: 'Hello', author: { uid: name, name, role: 'security_team' }, createdAt: new Date(Date.UTC(2026, 0, 1, 0, minute)) });
  await store.doc(`${place}/${id}`).set({ name: 'A place' });
  await Promise.all([write('first-01', 'ada', 1), write('second-1', 'bob', 2), write('third-01', 'cem', 3)]);
  await Promise.all(['third-01', 'first-01', 'second-1', 'third-01', 'first-01'].map((messageId) => recordLast(place, id, messageId)));
  await recordLast(place, id, 'second-1');
  expect((await store.doc(`${place}/${id}`).get()).get('last.by')).toEqual({ uid: 'cem', name: 'cem' });
});
