import type { Category, Severity } from '../incidents/vocabulary.ts';

/** What triage reads: the report as written. */
export interface TriageInput {
  title: string;
  description: string;
  /** Who or what is affected, as a form asks for by itself: it tells how far something reaches, not what happened. */
  affected?: string | null;
}

/** The text that was read in a picture of the incident. Untrusted like the report, and often an attacker's own words. */
export interface PictureText {
  /** Of the evidence. */
  id: string;
  name: string;
  text: string;
}

/** A place in the report, or in the text of a picture, as half-open offsets in UTF-16 units. */
export interface Span {
  field: 'title' | 'description' | 'affected' | 'picture';
  /** The name of the picture, where the field is one. */
  picture?: string;
  start: number;
  end: number;
}

/** Words that moved the decision; a negative weight spoke against it. */
export interface TriageReason extends Span {
  text: string;
  weight: number;
}

/** One reason for the severity: so many points, because of these words. */
export interface SeverityFactor {
  key: string;
  meaning: string;
  points: number;
  span: (Span & { text: string }) | null;
}

/** Something that happened, and the words that say so; denied ones ("did not click") are none. */
export interface Fact {
  key: string;
  span: Span & { text: string };
}

/** A technique of MITRE ATT&CK that the report's words speak of. */
export interface TechniqueSuggestion {
  id: string;
  name: string;
  tactic: string;
  /** One sentence. */
  why: string;
  span: Span & { text: string };
}

/** A step of the response plan, by the phases of NIST SP 800-61. */
export interface PlanStep {
  id: string;
  phase: 'contain' | 'eradicate' | 'recover' | 'learn';
  step: string;
  owner: 'analyst' | 'it' | 'reporter' | 'lead';
  /** Target in hours from the triage. */
  hours: number;
  why: string;
  /** An ATT&CK mitigation or a NIST SP 800-53 control. */
  source: string;
  /** Done in similar incidents that are resolved. */
  similar: boolean;
}

/** What one provider says of a report, before opinions are combined. */
export interface Opinion {
  provider: string;
  model: string;
  category: Category;
  /** How sure it says it is, 0 to 1. */
  confidence: number;
  alternatives: { category: Category; confidence: number }[];
  severity: Severity;
  /** The name of the picture that it is about; absent for the report. */
  picture?: string;
  /** Words of the report, or of the picture, that it rests on; each stands there. */
  quotes: (Span & { text: string })[];
}

/** Whether those who were asked about the whole report differ in what people act upon. */
export function disagree(opinions: readonly Opinion[]): boolean {
  const whole = opinions.filter(({ picture }) => picture === undefined);
  return whole.some(({ category, severity }) => category !== whole[0]!.category || severity !== whole[0]!.severity);
}

/** Why a provider that was asked has no part in a result. */
export const absenceReasons = ['timeout', 'busy', 'unavailable', 'rejected', 'refused', 'invalid', 'budget', 'paused'] as const;
export type AbsenceReason = (typeof absenceReasons)[number];

/** What a report is, as it can be said while somebody writes it. */
export interface TriageAssessment {
  provider: string;
  model: string;
  category: Category;
  /** How sure it is, 0 to 1. How near that is to how often it is right, `npm run eval:triage` measures (`ece`). */
  confidence: number;
  alternatives: { category: Category; confidence: number }[];
  reasons: TriageReason[];
  /** One line for the queue. */
  finding: string;
  severity: { level: Severity; points: number; next: { level: Severity; pointsAway: number } | null; factors: SeverityFactor[] };
  /** What the report leaves open, each as it goes on after "say"; absent where it says enough. */
  missing?: string[] | undefined;
  /** Safe first advice for the reporter, in plain words. */
  advice: string[];
  /** What happened: the advice and the plan follow it. */
  facts: Fact[];
  /** What each said by itself, where more than one was asked. */
  opinions?: Opinion[];
  /** Who was asked and did not answer. */
  absent?: { provider: string; reason: AbsenceReason };
  /** The names of the pictures whose text was read along with the report. */
  readPictures?: string[];
  /** What a provider saw in pictures that came with the report. Untrusted: it may be what an attacker wrote. */
  pictures?: { name: string; description: string; text: string }[];
}

/** What any triage, embedded or bought, answers. */
export interface TriageResult extends TriageAssessment {
  /** In the order of an attack. */
  techniques: TechniqueSuggestion[];
  plan: PlanStep[];
}

/** A severity above what its points make, and why, among the factors: points that do not add up to a level puzzle whoever reads them. */
export function raisedTo(level: Severity, severity: TriageAssessment['severity'], meaning: string, span: SeverityFactor['span'] = null): TriageAssessment['severity'] {
  return { ...severity, level, next: null, factors: [...severity.factors, { key: 'raised', meaning, points: 0, span }] };
}
