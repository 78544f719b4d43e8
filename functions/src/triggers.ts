import type { Evidence } from '@secura/domain/evidence/evidence';
import { asksForReading } from '@secura/domain/evidence/reading';
import type { IncidentEvent } from '@secura/domain/incidents/events';
import type { Person } from '@secura/domain/people/person';
import type { Organisation } from '@secura/domain/settings/organisation';
import { onDocumentCreated, onDocumentUpdated, onDocumentWritten } from 'firebase-functions/v2/firestore';
import { onSchedule } from 'firebase-functions/v2/scheduler';
import { recordLast } from './conversation/last.ts';
import { recordMessage } from './conversation/record.ts';
import { inspectEvidence } from './evidence/inspect.ts';
import { readPicture } from './evidence/read.ts';
import { recordEvidence } from './evidence/record.ts';
import { retryInspections } from './evidence/retry.ts';
import { reclassifyObservables } from './observables/reclassify.ts';
import { concernsRoster, projectPerson, rebuildRoster } from './people/project.ts';
import { fromStore } from './platform/firebase.ts';
import { mailSecrets, pictureSecrets, triageSecrets } from './platform/secrets.ts';
import { triageWithPicture } from './triage/again.ts';
import { triageIncident } from './triage/intake.ts';

// Eventarc delivers at least once and in any order: each of these may run again with no effect, so all may retry.
const retried = { retry: true } as const;
// A message or a file may arrive before its report was taken in, and then has it triaged.
const triaging = { ...retried, secrets: [...triageSecrets] };

const registerNow = (incidentId: string): Promise<void> => triageIncident(incidentId, new Date());

/** A report arrived: number it, triage it, assign it. */
export const onReport = onDocumentCreated({ ...triaging, document: 'incidents/{incidentId}' }, async ({ params, data }) => {
  await triageIncident(params.incidentId, new Date(), data);
});

/** A message was posted: record it in the incident's history. */
export const onMessage = onDocumentCreated({ ...triaging, document: 'incidents/{incidentId}/messages/{messageId}' }, async ({ params }) => {
  await recordMessage(params.incidentId, params.messageId, new Date(), registerNow);
});

async function followTalk(place: 'questions' | 'rooms' | 'direct', placeId: string, messageId: string): Promise<void> {
  await recordLast(place, placeId, messageId);
  const { projectTalk } = await import('./notifications/talk.ts');
  await projectTalk(place, placeId, messageId, new Date());
}

/** Somebody wrote outside of incidents: keep who was last, and tell whom it concerns. */
export const onQuestionMessage = onDocumentCreated({ ...retried, document: 'questions/{id}/messages/{messageId}' }, async ({ params }) => {
  await followTalk('questions', params.id, params.messageId);
});
export const onRoomMessage = onDocumentCreated({ ...retried, document: 'rooms/{id}/messages/{messageId}' }, async ({ params }) => {
  await followTalk('rooms', params.id, params.messageId);
});
export const onDirectMessage = onDocumentCreated({ ...retried, document: 'direct/{id}/messages/{messageId}' }, async ({ params }) => {
  await followTalk('direct', params.id, params.messageId);
});

// Unpacking a file and drawing a picture anew takes memory, so few at a time share an instance.
const heavy = { memory: '1GiB', timeoutSeconds: 120, concurrency: 4 } as const;

/** A file was added: record it in the incident's history, then look into it. */
export const onEvidence = onDocumentCreated({ ...triaging, ...heavy, secrets: [...triageSecrets, ...pictureSecrets], document: 'incidents/{incidentId}/evidence/{evidenceId}' }, async ({ params }) => {
  await recordEvidence(params.incidentId, params.evidenceId, new Date(), registerNow);
  await inspectEvidence(params.incidentId, params.evidenceId);
});

// Reading takes a processor and some 400 MB for seconds: one picture at a time, few at once, and nobody else waits for it.
const reading = { memory: '1GiB', cpu: 1, concurrency: 1, maxInstances: 3, timeoutSeconds: 180 } as const;

/** A picture was found harmless: read the text in it, and triage the report again with it. */
export const onPicture = onDocumentUpdated({ ...triaging, ...reading, document: 'incidents/{incidentId}/evidence/{evidenceId}' }, async ({ params, data }) => {
  const [before, after] = [data?.before.data(), data?.after.data()] as (Partial<Evidence> | undefined)[];
  if (asksForReading(before?.reading ?? null, after?.reading ?? null)) await readPicture(params.incidentId, params.evidenceId, triageWithPicture());
});

/** Every minute: reminders of clocks, and what waits in the outbox, is to be tried again, or was left behind by a function that died. */
export const everyMinute = onSchedule({ schedule: 'every 1 minutes', secrets: [...mailSecrets] }, async () => {
  const [{ sweepClocks }, { sweepOutbox }, { askAgain }] = await Promise.all([import('./notifications/clock-sweep.ts'), import('./notifications/outbox.ts'), import('./similar/requests.ts')]);
  const now = new Date();
  await Promise.all([sweepClocks(now), sweepOutbox(now), askAgain(now)]);
});

/** Files whose inspection failed, or died in the middle, are looked into again when their time has come. */
export const retryEvidence = onSchedule({ ...heavy, schedule: 'every 5 minutes', timeoutSeconds: 540, secrets: [...pictureSecrets] }, async () => {
  await retryInspections(new Date());
});

/** Once a night, bytes without a record are deleted, here and where pictures are given out. */
export const sweepEvidence = onSchedule({ schedule: 'every day 03:20', timeoutSeconds: 540, memory: '512MiB', secrets: [...pictureSecrets] }, async () => {
  const [{ sweepOrphans }, { sweepPictures }] = await Promise.all([import('./evidence/sweep.ts'), import('./evidence/pictures/take-back.ts')]);
  await Promise.all([sweepOrphans(new Date()), sweepPictures(new Date())]);
});

/** Something happened to an incident: do what follows from it. */
export const onIncidentEvent = onDocumentCreated({ ...retried, secrets: [...pictureSecrets], document: 'incidents/{incidentId}/events/{seq}' }, async ({ data }) => {
  if (!data) return;
  const { projectEvent } = await import('./projections.ts');
  await projectEvent(data.data() as IncidentEvent, new Date());
});

/** The organisation named other domains its own: say so of the observables found before. */
export const onOrganisation = onDocumentWritten({ ...retried, document: 'settings/organisation' }, async ({ data }) => {
  await reclassifyObservables(data?.before.data() as Partial<Organisation> | undefined, data?.after.data() as Partial<Organisation> | undefined);
});

/** A profile changed: count people, and keep the team's roster. */
export const onPerson = onDocumentWritten({ ...retried, document: 'users/{uid}' }, async ({ id, data }) => {
  const before = data?.before.exists ? fromStore<Person>(data.before.data()) : null;
  const after = data?.after.exists ? fromStore<Person>(data.after.data()) : null;
  const now = new Date();
  await projectPerson(id, before, after, now);
  if (concernsRoster(before, after)) await rebuildRoster(now);
});
