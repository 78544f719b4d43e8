import { link, sha256Hex, type Head } from '@secura/domain/incidents/chain';
import { followStatus, nextDue } from '@secura/domain/incidents/clocks';
import { eventAudience, onlyLooks, type EventActor, type EventBody, type IncidentEvent, type IncidentFacts, type PersonRef } from '@secura/domain/incidents/events';
import { completeIncident, type Incident, type InternalCase, type ReportedIncident } from '@secura/domain/incidents/incident';
import { searchTokens } from '@secura/domain/incidents/search';
import { nextReminder } from '@secura/domain/notifications/reminders';
import { wellFormed } from '@secura/domain/platform/clean';
import type { LedgerWrite } from '@secura/domain/triage/ledger';
import { activeStatuses, severityRank } from '@secura/domain/incidents/vocabulary';
import type { DocumentReference, DocumentSnapshot, Timestamp } from 'firebase-admin/firestore';
import { db, fromStore } from './firebase.ts';

export const incidentRef = (id: string): DocumentReference => db().doc(`incidents/${id}`);
export const caseRef = (id: string): DocumentReference => db().doc(`incidents/${id}/internal/case`);
export const rosterRef = (): DocumentReference => db().doc('team/roster');

/** Id of an event's document; padded, so that the console lists events in order. */
export const eventId = (seq: number): string => String(seq).padStart(6, '0');
export const eventRef = (id: string, seq: number): DocumentReference => db().doc(`incidents/${id}/events/${eventId(seq)}`);

/** Reads a stored incident; null when there is none. */
export function readIncident(snapshot: DocumentSnapshot): Incident | null {
  return snapshot.exists ? completeIncident(snapshot.id, fromStore<ReportedIncident & Partial<Incident>>(snapshot.data())) : null;
}

/** What a change does to an incident: new values, and the events that say so. */
export interface Change {
  patch: Partial<Incident>;
  casePatch?: Partial<InternalCase>;
  /** A document below the incident, whole as it is afterwards. */
  part?: { ref: DocumentReference; data: object; create: boolean };
  events: readonly EventBody[];
  /** What the ledger of AI decisions keeps of it. */
  ledger?: readonly LedgerWrite[];
  /** For the row's "last activity", in the past tense: "Asked for the original headers". */
  what: string;
}

/** A transaction or a batch: what gathers writes for one commit. */
export interface Writes {
  create(ref: DocumentReference, data: object): unknown;
  update(ref: DocumentReference, data: object, precondition?: { lastUpdateTime: Timestamp }): unknown;
  set(ref: DocumentReference, data: object, options: { merge: true }): unknown;
}

const systemName = 'Secura';

/** Rules and triggers. */
export const systemActor: EventActor = { kind: 'system', uid: 'system', name: systemName, role: 'system' };

export const factsOf = ({ status, severity, category, department }: Incident): IncidentFacts => ({ status, severity, category, department });

/**
 * The one place that writes an incident after its creation: applies the change, appends its events to the chain,
 * keeps clocks, counters, search tokens and version in step. To be called once in a commit, after all reads.
 * @param by `eventActors` and `times` where single events of one change are somebody else's or older; `incidentAt` and
 *   `caseAt` where the change was decided on the incident or the case as it stood then, outside of a transaction: the
 *   commit fails when it was changed since, be it by a projection, without an event
 * @returns the incident as it is now
 */
export function applyChange(
  writes: Writes,
  incident: Incident,
  given: Change,
  by: { actor: EventActor; now: Date; requestId: string | null; eventActors?: readonly EventActor[]; times?: readonly Date[]; incidentAt?: Timestamp | undefined; caseAt?: Timestamp | undefined },
): Incident {
  const { actor, now } = by;
  // One half of a character would have the whole commit refused, each time that it is tried.
  const change = wellFormed(given);
  const looks = change.events.every(onlyLooks);
  const next: Incident = { ...incident, ...change.patch, updatedAt: looks ? incident.updatedAt : now };
  const resolvedNow = incident.status !== 'resolved' && next.status === 'resolved';
  const acknowledgedNow = !looks && acknowledges(actor) && next.clocks !== null && next.clocks.acknowledge.doneAt === null;
  if (next.clocks) {
    next.clocks = followStatus(next.clocks, { from: incident.status, to: next.status, acknowledged: acknowledgedNow, reportedAt: incident.createdAt, now });
    next.nextDueAt = nextDue(next.clocks)?.dueAt ?? null;
    const upTo = next.reminders?.upTo ?? incident.createdAt;
    next.reminders = { upTo, nextAt: activeStatuses.includes(next.status) ? nextReminder(next.clocks, upTo) : null };
  }
  next.severityRank = severityRank(next.severity);
  if (incident.head === null || searchable.some((field) => next[field] !== incident[field])) next.tokens = searchTokens(next);

  let head: Head | null = incident.head;
  let publicCount = 0;
  for (const [index, body] of change.events.entries()) {
    const eventActor = by.eventActors?.[index] ?? actor;
    const isFirst = index === 0;
    const isLast = index === change.events.length - 1;
    const audience = eventAudience(body);
    const event: IncidentEvent = link(head, {
      ...body,
      incidentId: incident.id,
      at: (by.times?.[index] ?? now).toISOString(),
      actor: eventActor,
      audience,
      // Counted once: the chain's first event begins at nothing, and only the last of a change arrives.
      before: incident.head === null && isFirst ? null : factsOf(incident),
      after: isLast ? factsOf(next) : factsOf(incident),
      reportedAt: incident.createdAt.toISOString(),
      marks: {
        acknowledgedAfter: isLast && acknowledgedNow ? now.getTime() - incident.createdAt.getTime() : null,
        resolvedAfter: isLast && resolvedNow ? now.getTime() - incident.createdAt.getTime() : null,
      },
      requestId: by.requestId,
    });
    writes.create(eventRef(incident.id, event.seq), event);
    head = { seq: event.seq, hash: event.hash };
    if (audience === 'everyone' && eventActor.uid !== incident.reporter.uid) publicCount += 1;
  }
  next.head = head;
  next.counts = { ...next.counts, public: next.counts.public + publicCount };
  // The reporter reads this field: what only the team may know leaves it as it was.
  if (change.events.some((body) => eventAudience(body) === 'everyone')) {
    next.lastActivity = { at: now, by: { uid: actor.uid, name: actor.name }, what: change.what };
  }

  const fields = incident.head === null ? stored(next) : changedFields(incident, next);
  if (by.incidentAt) writes.update(incidentRef(incident.id), fields, { lastUpdateTime: by.incidentAt });
  else writes.update(incidentRef(incident.id), fields);
  if (change.part?.create) writes.create(change.part.ref, change.part.data);
  else if (change.part) writes.update(change.part.ref, change.part.data);
  if (change.casePatch && by.caseAt) writes.update(caseRef(incident.id), change.casePatch, { lastUpdateTime: by.caseAt });
  else if (change.casePatch) writes.set(caseRef(incident.id), change.casePatch, { merge: true });
  for (const write of change.ledger ?? []) {
    if ('create' in write) writes.create(db().doc(write.path), write.create);
    else writes.set(db().doc(write.path), write.merge, { merge: true });
  }
  return next;
}

const searchable = ['number', 'title', 'description', 'pictureWords'] as const;

function stored({ id: _id, ...fields }: Incident): Omit<Incident, 'id'> {
  return fields;
}

function changedFields(before: Incident, after: Incident): Partial<Incident> {
  return Object.fromEntries(Object.entries(stored(after)).filter(([field, value]) => value !== before[field as keyof Incident]));
}

/** The first act of a person of the team stops the acknowledge clock; assigning by rule does not. */
function acknowledges(actor: EventActor): boolean {
  return actor.kind === 'person' && (actor.role === 'security_team' || actor.role === 'admin');
}

/** Members are the reporter and whoever is assigned: they see a restricted incident. */
export function memberUids(reporterUid: string, assignees: readonly PersonRef[]): string[] {
  return [...new Set([reporterUid, ...assignees.map((person) => person.uid)])];
}

/** The fields that hang together with who is assigned. */
export function assigneesPatch(incident: Incident, assignees: PersonRef[]): Partial<Incident> {
  return {
    assignees,
    assigneeUids: assignees.map((person) => person.uid),
    primaryAssigneeUid: assignees[0]?.uid ?? null,
    memberUids: memberUids(incident.reporter.uid, assignees),
  };
}

/** Hash of a text, kept in an event in place of the text. */
export const textHash = sha256Hex;
