import type { PersonRef } from '@secura/domain/incidents/events';
import type { Incident } from '@secura/domain/incidents/incident';
import { useCallback } from 'react';
import { callOperation } from '../../firebase/operations.ts';
import { announce } from '../../ui/announcer.tsx';
import { notify } from '../../ui/notify.ts';
import { forEachReported, type EachResult } from './each.ts';

export type Assignable = Pick<Incident, 'id' | 'number' | 'title' | 'assigneeUids'>;

const nameOf = (incident: Assignable) => incident.number ?? `“${incident.title}”`;
const count = (incidents: readonly Assignable[]) => (incidents.length === 1 ? nameOf(incidents[0]!) : `${incidents.length} incidents`);
const namesOf = (people: readonly PersonRef[]) => people.map((person) => person.name).join(', ');

/** Assigns people to incidents, tells how each went, and offers to take it back. */
export function useAssign(): (incidents: readonly Assignable[], people: readonly PersonRef[]) => Promise<EachResult<Assignable>> {
  return useCallback(async (incidents, people) => {
    const missing = new Map(incidents.map((incident) => [incident.id, people.filter(({ uid }) => !incident.assigneeUids.includes(uid))]));
    const open = incidents.filter(({ id }) => (missing.get(id)?.length ?? 0) > 0);
    const result = await forEachReported(open, (incident) =>
      callOperation('incidents.assign', { id: incident.id, uids: missing.get(incident.id)?.map(({ uid }) => uid) }),
    );
    if (open.length === 0) notify({ message: `${namesOf(people)} had ${count(incidents)} already.`, tone: 'info' });
    if (result.done.length > 0) {
      const message = `Assigned ${namesOf(people)} to ${count(result.done)}.`;
      announce(message);
      notify({ message, undo: () => void takeBack(result.done, missing) });
    }
    const [first] = result.failed;
    if (first && result.failed.length === 1) notify({ message: `${nameOf(first.item)}: ${first.message}`, tone: 'error' });
    else if (first) notify({ message: `${result.failed.length} of ${open.length} were not assigned; the list says why.`, tone: 'error' });
    return result;
  }, []);
}

async function takeBack(incidents: readonly Assignable[], added: ReadonlyMap<string, readonly PersonRef[]>): Promise<void> {
  const { done, failed } = await forEachReported(incidents, (incident) =>
    callOperation('incidents.unassign', { id: incident.id, uids: added.get(incident.id)?.map(({ uid }) => uid) }),
  );
  if (done.length > 0) notify({ message: `Took it back for ${count(done)}.`, tone: 'info' });
  for (const { item, message } of failed) notify({ message: `${nameOf(item)}: ${message}`, tone: 'error' });
}
