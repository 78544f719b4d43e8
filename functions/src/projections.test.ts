import type { IncidentEvent } from '@secura/domain/incidents/events';
import { logger } from 'firebase-functions/v2';
import { afterEach, expect, test, vi } from 'vitest';
import { runAll } from './projections.ts';
import { onIncidentEvent } from './triggers.ts';

const event = { incidentId: 'incident-1', seq: 7 } as IncidentEvent;

afterEach(() => void vi.restoreAllMocks());

test('a projection that fails keeps no other from being done, is logged by its name, and makes the event come again', async () => {
  const logged = vi.spyOn(logger, 'error').mockImplementation(() => undefined);
  const done: string[] = [];
  const finish = (name: string) => async () => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    done.push(name);
  };
  const throwing = (): Promise<void> => {
    throw new Error('at once');
  };
  const run = runAll({ first: finish('first'), broken: () => Promise.reject(new Error('no such index')), throwing, last: finish('last') }, event, new Date());
  await expect(run).rejects.toThrow('no such index');
  expect(done).toEqual(['first', 'last']);
  expect(logged.mock.calls).toMatchObject([
    ['projection failed', { projection: 'broken', incidentId: 'incident-1', seq: 7, error: expect.stringContaining('no such index') as string }],
    ['projection failed', { projection: 'throwing', error: expect.stringContaining('at once') as string }],
  ]);
  expect(onIncidentEvent.__endpoint.eventTrigger?.retry).toBe(true);
});
