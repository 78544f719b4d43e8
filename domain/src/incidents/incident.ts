import type { Reminders } from '../notifications/reminders.ts';
import type { Connections } from '../similar/links.ts';
import type { PersonRef } from './events.ts';
import { completeClocks, type Clocks } from './clocks.ts';
import type { Head } from './chain.ts';
import type { Category, DiscoveryMethod, ResolutionCode, Severity, Status, Visibility } from './vocabulary.ts';
import type { LedgerEntry } from '../triage/ledger.ts';
import type { Known } from '../triage/plan/situation.ts';
import type { PlanStep, TechniqueSuggestion, TriageAssessment, TriageReason } from '../triage/result.ts';

/** What the reporter writes, alone and possibly offline; rules allow just these fields at creation. */
export interface ReportedIncident {
  title: string;
  description: string;
  location: string | null;
  occurredAt: Date | null;
  noticedHow: DiscoveryMethod | null;
  affected: string | null;
  department: string;
  reporter: PersonRef & { email: string; department: string };
  memberUids: string[];
  status: 'open';
  visibility: 'team';
  /** When the server received it. */
  createdAt: Date;
}

/** What triage found, as far as the reporter may know it. */
export interface TriageSummary {
  state: 'done' | 'failed';
  /** What was assumed first, kept when a person decides otherwise. */
  category: Category | null;
  severity: Severity | null;
  confidence: number | null;
  finding: string;
  reasons: TriageReason[];
  advice: string[];
  provider: string | null;
  model: string | null;
  at: Date;
  review: { decision: 'accepted' | 'overridden'; by: PersonRef; at: Date } | null;
}

/** `incidents/{id}`: everything in it may be seen by the reporter. Fields after `createdAt` are the server's. */
export interface Incident extends Omit<ReportedIncident, 'status' | 'visibility'> {
  id: string;
  status: Status;
  visibility: Visibility;
  number: string | null;
  category: Category | null;
  severity: Severity | null;
  severityRank: number;
  triage: TriageSummary | null;
  assignees: PersonRef[];
  assigneeUids: string[];
  /** The first assignee; null says "unassigned" in a way that a query can ask for. */
  primaryAssigneeUid: string | null;
  clocks: Clocks | null;
  nextDueAt: Date | null;
  /** Null before the clocks have started. */
  reminders: Reminders | null;
  counts: { messages: number; evidence: number; evidenceBytes?: number; public: number };
  lastActivity: { at: Date; by: PersonRef; what: string };
  resolution: { code: ResolutionCode; summary: string; at: Date; by: PersonRef } | null;
  updatedAt: Date;
  tokens: string[];
  /** Words that were read in its pictures, for the search; absent where there are none. */
  pictureWords?: string[];
  head: Head | null;
}

/** A technique in a case: suggested by triage or added by a person, and what a person thinks of it. */
export interface CaseTechnique extends Omit<TechniqueSuggestion, 'span'> {
  /** Null for one that a person added, and for one whose words triage no longer finds. */
  span: TechniqueSuggestion['span'] | null;
  /** A person's own. */
  added: boolean;
  review: { decision: 'confirmed' | 'rejected'; by: PersonRef; at: Date; reason: string } | null;
}

/** `incidents/{id}/internal/case`: the security team's own part. */
export interface InternalCase extends Connections {
  triage: TriageAssessment | null;
  techniques: CaseTechnique[];
  known: Known;
  /** Follows what people decided about category, severity and techniques. */
  plan: PlanStep[];
  rootCause: string | null;
  /** What the team said about the latest pause of the clocks. */
  pauseNote?: string | null;
  /** Where the outputs of the latest triage are kept; absent in incidents from before there was a ledger. */
  ledger?: LedgerEntry[];
}

/** A fresh report has no server fields yet: the shape that screens and triggers can rely on. */
export function completeIncident(id: string, stored: Partial<Incident> & ReportedIncident): Incident {
  return {
    number: null,
    category: null,
    severity: null,
    severityRank: -1,
    triage: null,
    assignees: [],
    assigneeUids: [],
    primaryAssigneeUid: null,
    clocks: null,
    nextDueAt: null,
    reminders: null,
    counts: { messages: 0, evidence: 0, public: 0 },
    lastActivity: { at: stored.createdAt, by: { uid: stored.reporter.uid, name: stored.reporter.name }, what: 'Reported' },
    resolution: null,
    updatedAt: stored.createdAt,
    tokens: [],
    head: null,
    ...stored,
    ...(stored.clocks && { clocks: completeClocks(stored.clocks, stored.createdAt) }),
    id,
  };
}
