import type { PlanStep } from '@secura/domain/triage/result';

/** The phases of NIST SP 800-61 in order. */
export const phaseLabels: Record<PlanStep['phase'], string> = { contain: 'Contain', eradicate: 'Eradicate', recover: 'Recover', learn: 'Learn' };
export const ownerLabels: Record<PlanStep['owner'], string> = { analyst: 'Analyst', it: 'IT', reporter: 'Reporter', lead: 'Lead' };
