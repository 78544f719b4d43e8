import type { Link } from './chain.ts';
import type { ClockKind, Clocks, Pause, PauseReason } from './clocks.ts';
import type { ReminderStage } from '../notifications/reminders.ts';
import type { EmergencyTeam } from '../posture/emergency.ts';
import type { ThreatLevel } from '../posture/threat-level.ts';
import type { IncidentRef } from '../similar/links.ts';
import type { Category, ResolutionCode, Severity, Status, Visibility } from './vocabulary.ts';

/** Who did it. Rules and triggers act as `system`. */
export interface EventActor {
  kind: 'person' | 'system';
  uid: string;
  name: string;
  role: string;
}

export interface PersonRef {
  uid: string;
  name: string;
}

/** What projections count by; every event carries it before and after, so that none needs another read. */
export interface IncidentFacts {
  status: Status;
  severity: Severity | null;
  category: Category | null;
  department: string;
}

/** `undecided` takes a decision back; `added` is a person's own suggestion. */
export type TechniqueDecision = 'confirmed' | 'rejected' | 'undecided' | 'added';

/** What of a task changed; times as ISO 8601 in UTC. */
export interface TaskChanges {
  title?: { from: string; to: string };
  status?: { from: string; to: string };
  assignee?: { from: PersonRef | null; to: PersonRef | null };
  dueAt?: { from: string | null; to: string | null };
}

/** What can happen to an incident, and what is kept of it. JSON only: it is hashed. */
export type EventBody =
  | { type: 'incident.reported'; data: { title: string; descriptionSha256: string; reporter: PersonRef; source: string } }
  | {
      type: 'triage.completed';
      /** `pictures`: the names of those whose text was read along. */
      data: { provider: string; model: string; category: Category; confidence: number; severity: Severity; rerun: boolean; pictures?: string[] };
    }
  | { type: 'triage.failed'; data: { message: string } }
  | { type: 'triage.reviewed'; data: { decision: 'accepted' | 'overridden'; reason: string } }
  | { type: 'assignment.changed'; data: { added: PersonRef[]; removed: PersonRef[]; by: 'person' | 'rule' } }
  | { type: 'severity.changed'; data: { from: Severity | null; to: Severity; reason: string } }
  | { type: 'category.changed'; data: { from: Category | null; to: Category; reason: string } }
  | { type: 'visibility.changed'; data: { from: Visibility; to: Visibility; reason: string } }
  | { type: 'fields.updated'; data: { changes: Record<string, { from: string | null; to: string | null }> } }
  | { type: 'status.changed'; data: { from: Status; to: Status; resolutionCode: ResolutionCode | null; summary: string | null } }
  | { type: 'resolution.documented'; data: { rootCause: string | null; overridden: boolean } }
  | { type: 'incident.reopened'; data: { from: Status; reason: string } }
  | { type: 'technique.reviewed'; data: { id: string; name: string; decision: TechniqueDecision; reason: string } }
  | { type: 'task.created'; data: { taskId: string; title: string; stepId: string | null; assignee: PersonRef | null; dueAt: string | null } }
  | { type: 'task.updated'; data: { taskId: string; title: string; changes: TaskChanges } }
  | { type: 'message.posted'; data: { messageId: string; textSha256: string; audience: Audience } }
  | { type: 'message.edited'; data: { messageId: string; fromSha256: string; textSha256: string; audience: Audience } }
  | { type: 'message.removed'; data: { messageId: string; author: PersonRef; textSha256: string; audience: Audience } }
  | { type: 'evidence.added'; data: { evidenceId: string; name: string; size: number; sha256?: string; parentId?: string } }
  | { type: 'incident.linked'; data: { other: IncidentRef; how: 'linked' | 'joined' } }
  | { type: 'incident.unlinked'; data: { other: IncidentRef } }
  | { type: 'incident.merged'; data: { other: IncidentRef; as: 'duplicate' | 'primary' } }
  | { type: 'incident.unmerged'; data: { other: IncidentRef; as: 'duplicate' | 'primary' } }
  | { type: 'incident.joined'; data: Record<string, never> }
  | { type: 'outcome.told'; data: { code: ResolutionCode } }
  | { type: 'campaign.changed'; data: { campaignId: string; name: string; member: boolean } }
  | { type: 'evidence.inspected'; data: EvidenceRef & { state: 'clean' | 'flagged' | 'infected' | 'refused'; fileType: string | null; scanner: string | null; reasons: string[] } }
  | { type: 'evidence.read'; data: EvidenceRef & { textSha256: string; letters: number; reader: string; confidence: number } }
  | { type: 'evidence.opened'; data: EvidenceRef & { what: 'view' | 'file' | 'sealed'; purpose: string; reason: string | null; via?: 'imagekit' } }
  | { type: 'evidence.verified'; data: EvidenceRef & { matches: boolean } }
  | { type: 'evidence.exported'; data: { evidenceIds: string[]; manifestSha256: string; reason: string } }
  | { type: 'clock.reminded'; data: { clock: ClockKind; stage: ReminderStage; dueAt: string } }
  | { type: 'clock.paused'; data: { reason: PauseReason; text: string | null } }
  /** `by`: a person, or the reporter's answer that was waited for. */
  | { type: 'clock.resumed'; data: { reason: PauseReason; pausedAt: string; resumedAt: string; dueAt: string; by: 'person' | 'answer' } }
  | { type: 'emergency.declared'; data: { emergencyId: string; team: EmergencyTeam; level: ThreatLevel } }
  | { type: 'emergency.stoodDown'; data: { emergencyId: string; reason: string } };

/** A file, and the SHA-256 of its bytes as the server computed it. */
interface EvidenceRef {
  evidenceId: string;
  name: string;
  sha256: string;
}

/** The end of a pause. @param resumed the clocks as they run on */
export function resumedEvent(pause: Pause, resumed: Clocks, at: Date, by: 'person' | 'answer'): EventBody {
  return { type: 'clock.resumed', data: { reason: pause.reason, pausedAt: pause.at.toISOString(), resumedAt: at.toISOString(), dueAt: resumed.resolve.dueAt.toISOString(), by } };
}

export type EventType = EventBody['type'];
export type Audience = 'everyone' | 'team';

/** One link of an incident's history as stored in `incidents/{id}/events/{seq}`. */
export type IncidentEvent = EventBody &
  Link & {
    incidentId: string;
    /** ISO 8601 in UTC with ms: a text, because the hash must not depend on a store's number format. */
    at: string;
    actor: EventActor;
    audience: Audience;
    before: IncidentFacts | null;
    after: IncidentFacts;
    reportedAt: string;
    /** Durations in ms from the report, on the one event that stops that clock. */
    marks: { acknowledgedAfter: number | null; resolvedAfter: number | null };
    /** From the click that caused it; null for triggers' own. */
    requestId: string | null;
  };

/** A reporter sees the course of things, not the team's deliberation. */
const publicTypes: readonly EventType[] = [
  'incident.reported',
  'triage.completed',
  'assignment.changed',
  'status.changed',
  'incident.reopened',
  'evidence.added',
  'incident.joined',
  'outcome.told',
];

const custodyTypes: readonly EventType[] = ['evidence.opened', 'evidence.verified', 'evidence.exported'];

/** Events that only say that somebody looked: the incident itself stays as it was. */
export function onlyLooks(body: EventBody): boolean {
  return custodyTypes.includes(body.type);
}

/** Who may read an event. */
export function eventAudience(body: EventBody): Audience {
  if (body.type === 'message.posted' || body.type === 'message.edited' || body.type === 'message.removed') return body.data.audience;
  return publicTypes.includes(body.type) ? 'everyone' : 'team';
}

/** Parts of an incident that two people can change at once without harm to one another. */
export type Aspect = 'status' | 'severity' | 'category' | 'visibility' | 'assignees' | 'triage' | `field:${string}` | `technique:${string}` | `task:${string}:${string}`;

/** What an event changed, for finding out whether two edits overlap. */
export function touchedAspects(event: EventBody): Aspect[] {
  switch (event.type) {
    case 'fields.updated':
      return Object.keys(event.data.changes).map((field): Aspect => `field:${field}`);
    case 'severity.changed':
      return ['severity'];
    case 'category.changed':
      return ['category'];
    case 'visibility.changed':
      return ['visibility'];
    case 'status.changed':
    case 'incident.reopened':
      return ['status'];
    case 'triage.completed':
      return ['triage', 'severity', 'category'];
    case 'triage.reviewed':
      return ['triage'];
    case 'technique.reviewed':
      return [`technique:${event.data.id}`];
    case 'task.updated':
      return Object.keys(event.data.changes).map((field): Aspect => `task:${event.data.taskId}:${field}`);
    default:
      // Assigning adds to or removes from a set, messages and evidence only add: they never overlap.
      return [];
  }
}
