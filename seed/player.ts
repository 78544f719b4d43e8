import { postMessage } from '../functions/src/conversation/post.ts';
import { recordMessage } from '../functions/src/conversation/record.ts';
import { assignIncident, unassignIncident } from '../functions/src/incidents/assign.ts';
import { setCategory, setSeverity } from '../functions/src/incidents/classify.ts';
import { createIncident } from '../functions/src/incidents/create.ts';
import { reopenIncident, transitionIncident } from '../functions/src/incidents/transition.ts';
import { setVisibility } from '../functions/src/incidents/visibility.ts';
import { updateIncident } from '../functions/src/incidents/update.ts';
import { userRef } from '../functions/src/platform/actor.ts';
import { fromStore } from '../functions/src/platform/firebase.ts';
import { caseRef, incidentRef } from '../functions/src/platform/incident-store.ts';
import { triageIncident } from '../functions/src/triage/intake.ts';
import { createTask, updateTask } from '../functions/src/tasks/tasks.ts';
import { reviewTechnique, reviewTriage } from '../functions/src/triage/review.ts';
import type { InternalCase } from '../domain/src/incidents/incident.ts';
import { callerFor } from './accounts.ts';
import { addFile, alreadyRegistered } from './evidence.ts';
import { stableId, stableNumber } from './ids.ts';
import type { Step, Story } from './stories/story.ts';

const minute = 60_000;
/** Whoever has nobody's incident in hand: the lead. */
const lead = 'demo-lead';

/** Where the files go. */
export interface Place {
  projectId: string;
  /** Host and port of the Storage emulator. */
  storage: string;
}

/** The id of a story's incident. */
export const incidentIdOf = (story: Pick<Story, 'key'>): string => stableId('incident', story.key);

const reporterOf = ({ by }: Story): string => (typeof by === 'number' ? `demo-employee${by}` : by);

// Some seconds more or less, so that nothing happens on the full minute; the same ones every time.
const seconds = (...names: (string | number)[]): number => stableNumber(50_000, ...names);

function reportedAt(story: Story, now: Date): Date {
  return new Date(now.getTime() - story.ago * minute - seconds(story.key));
}

/** Reports a story's incident. */
export async function report(story: Story, now: Date): Promise<void> {
  const at = reportedAt(story, now);
  const id = incidentIdOf(story);
  await createIncident.invoke({
    caller: callerFor(reporterOf(story)),
    now: at,
    input: {
      id,
      title: story.title,
      description: story.text,
      location: story.where ?? null,
      occurredAt: story.noticedAfter === undefined ? null : new Date(at.getTime() - story.noticedAfter * minute).toISOString(),
      noticedHow: story.how ?? null,
      affected: story.affected ?? null,
    },
  });
}

/** Has a reported incident numbered and triaged. To be done one after another, so that numbers follow time. */
export async function register(story: Story, now: Date): Promise<void> {
  const id = incidentIdOf(story);
  await triageIncident(id, new Date(reportedAt(story, now).getTime() + 400));
  if (!story.restricted) return;
  const restricted = new Date(reportedAt(story, now).getTime() + 5_000);
  await setVisibility.invoke({ caller: callerFor(lead), input: { id, visibility: 'restricted', reason: 'It names a colleague.' }, now: restricted });
}

/** Plays what happened after the report. @throws Error when a step would lie in the future */
export async function playOn(story: Story, now: Date, place: Place): Promise<void> {
  const incidentId = incidentIdOf(story);
  const reporterUid = reporterOf(story);
  let at = new Date(reportedAt(story, now).getTime() + 20_000);
  for (const file of story.files ?? []) {
    at = new Date(at.getTime() + 15_000);
    await addFile(file, { ...place, incidentId, reporterUid, at });
  }
  let team = (await incidentRef(incidentId).get()).get('primaryAssigneeUid') as string | null;
  for (const [index, step] of (story.then ?? []).entries()) {
    at = new Date(at.getTime() + step.after * minute + seconds(story.key, index));
    if (at > now) throw new Error(`Story ${story.key}: step ${index + 1} (${step.do}) would happen in the future.`);
    team = await perform(step, { incidentId, reporterUid, team: team ?? lead, at, messageId: stableId('message', story.key, index) });
  }
  await markRead(story, incidentId, reporterUid, now);
}

interface Moment {
  incidentId: string;
  reporterUid: string;
  team: string;
  at: Date;
  messageId: string;
}

/** Does one step. @returns who has the incident in hand afterwards */
async function perform(step: Step, { incidentId: id, reporterUid, team, at: now, messageId }: Moment): Promise<string | null> {
  const caller = callerFor(team);
  const say = async (uid: string, text: string, audience: 'everyone' | 'team'): Promise<void> => {
    await postMessage.invoke({ caller: callerFor(uid), input: { incidentId: id, messageId, text, audience }, now });
    await recordMessage(id, messageId, now, alreadyRegistered);
  };
  switch (step.do) {
    case 'reply':
      await say(reporterUid, step.text, 'everyone');
      break;
    case 'ask':
      await say(team, step.text, 'everyone');
      break;
    case 'note':
      await say(team, step.text, 'team');
      break;
    case 'accept':
      await reviewTriage.invoke({ caller, input: { id, decision: 'accepted' }, now });
      break;
    case 'severity':
      await setSeverity.invoke({ caller, input: { id, severity: step.to, reason: step.reason }, now });
      break;
    case 'category':
      await setCategory.invoke({ caller, input: { id, category: step.to, reason: step.reason }, now });
      break;
    case 'assign':
      await assignIncident.invoke({ caller: callerFor(lead), input: { id, uids: step.uids }, now });
      break;
    case 'unassign':
      await unassignIncident.invoke({ caller: callerFor(lead), input: { id, uids: [team] }, now });
      return null;
    case 'investigate':
      await transitionIncident.invoke({ caller, input: { id, to: 'investigating' }, now });
      break;
    case 'contain':
      await transitionIncident.invoke({ caller, input: { id, to: 'contained' }, now });
      break;
    case 'check':
      await workOff(id, team, step.steps, now);
      break;
    case 'resolve':
      await transitionIncident.invoke({ caller, input: { id, to: 'resolved', resolutionCode: step.code, summary: step.summary, rootCause: step.rootCause }, now });
      break;
    case 'close':
      await transitionIncident.invoke({ caller: callerFor(lead), input: { id, to: 'closed' }, now });
      break;
    case 'reopen':
      await reopenIncident.invoke({ caller, input: { id, reason: step.reason }, now });
      break;
    case 'locate':
      await updateIncident.invoke({ caller: callerFor(lead), input: { id, changes: { location: step.location } }, now });
      break;
  }
  return team;
}

/** Confirms the techniques, makes tasks of the first steps of the plan, finishes these, and takes on the one after. */
async function workOff(id: string, uid: string, count: number, now: Date): Promise<void> {
  const caller = callerFor(uid);
  const { techniques, plan } = fromStore<InternalCase>((await caseRef(id).get()).data());
  for (const { id: techniqueId } of techniques.slice(0, 2)) await reviewTechnique.invoke({ caller, input: { id, techniqueId, decision: 'confirmed' }, now });
  for (const [index, { id: stepId }] of plan.slice(0, count + 1).entries()) {
    await createTask.invoke({ caller, input: { id, stepId, assigneeUid: uid }, now });
    await updateTask.invoke({ caller, input: { id, taskId: stepId, changes: { status: index < count ? 'done' : 'doing' } }, now });
  }
}

/** Reporters have read what is older than two days, and everything before their last answer. */
async function markRead(story: Story, incidentId: string, reporterUid: string, now: Date): Promise<void> {
  const answeredLast = story.then?.at(-1)?.do === 'reply';
  const incident = await incidentRef(incidentId).get();
  const quiet = now.getTime() - (incident.get('updatedAt') as { toMillis(): number }).toMillis() > 2 * 1440 * minute;
  if (!answeredLast && !quiet) return;
  await userRef(reporterUid).collection('reads').doc(incidentId).set({ seen: incident.get('counts.public') as number, at: now });
}
