import type { IncidentEvent } from '@secura/domain/incidents/events';
import { takeBackPictures } from './evidence/pictures/take-back.ts';
import { projectRollup } from './insight/project.ts';
import { projectNotices } from './notifications/project.ts';
import { withdrawNotices } from './notifications/withdraw.ts';
import { observeEvent } from './observe.ts';
import { hideWork } from './people/hide-work.ts';
import { projectionFailed } from './platform/logs.ts';
import { projectNeeded } from './similar/needed.ts';
import { askForComparison } from './similar/requests.ts';
import { tellOutcome } from './similar/tell-outcome.ts';

type Projection = (event: IncidentEvent, now: Date) => Promise<void>;

/** What is taken back when an incident is restricted: what others were shown of it, or hold of it. */
async function hideRestricted(event: IncidentEvent): Promise<void> {
  if (event.type === 'visibility.changed') await Promise.all([withdrawNotices(event.incidentId), hideWork(event.incidentId), takeBackPictures(event.incidentId)]);
}

/** Everything that follows from an event, by name. Each may run again, late, and after later events, with no effect. */
const projections = {
  counters: projectRollup,
  notices: projectNotices,
  observables: observeEvent,
  restriction: hideRestricted,
  comparison: askForComparison,
  needed: projectNeeded,
  outcome: tellOutcome,
} satisfies Record<string, Projection>;

export type ProjectionName = keyof typeof projections;

/**
 * Those that know by a mark or a document which expires (platform/once.ts) that they are done: years later they would count, tell and
 * write a second time.
 */
export const marked: readonly ProjectionName[] = ['counters', 'notices', 'outcome'];

/**
 * Does all that follows from an event. What fails keeps nothing else from being done; it is logged by its name.
 * @param except what is left out: what is new follows from an event unless somebody says otherwise
 * @throws the first failure, so that the event comes again: to those that are done already, with no effect
 */
export async function projectEvent(event: IncidentEvent, now: Date, except: readonly ProjectionName[] = []): Promise<void> {
  await runAll(Object.fromEntries(Object.entries(projections).filter(([name]) => !except.includes(name as ProjectionName))), event, now);
}

/** Runs projections side by side. @throws as projectEvent does */
export async function runAll(list: Readonly<Record<string, Projection>>, event: IncidentEvent, now: Date): Promise<void> {
  const names = Object.keys(list);
  const ends = await Promise.allSettled(names.map(async (name) => list[name]!(event, now)));
  const failed = ends.flatMap((end, index) => (end.status === 'rejected' ? [{ name: names[index]!, reason: end.reason as unknown }] : []));
  for (const { name, reason } of failed) projectionFailed({ projection: name, incidentId: event.incidentId, seq: event.seq }, reason);
  if (failed.length > 0) throw failed[0]!.reason;
}
