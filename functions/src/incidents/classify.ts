import { SetCategoryInput, SetSeverityInput } from '@secura/domain/incidents/operations';
import { planOfCase } from '@secura/domain/triage/case';
import { categoryLabels, severityLabels } from '@secura/domain/incidents/vocabulary';
import type { TriageSummary } from '@secura/domain/incidents/incident';
import { recordDecision, type HumanDecision, type LedgerWrite } from '@secura/domain/triage/ledger';
import { clocksFor } from '../platform/clocks.ts';
import { incidentOperation, type Current } from '../platform/incident-operation.ts';

// A person's decision stands above triage's, and later triage leaves it alone.
function overridden({ incident, actor, now }: Pick<Current<unknown>, 'incident' | 'actor' | 'now'>): { triage: TriageSummary | null } {
  const by = { uid: actor.uid, name: actor.name };
  return { triage: incident.triage && { ...incident.triage, review: { decision: 'overridden', by, at: now } } };
}

function learned({ incident, internal, actor, now }: Current<unknown>, decided: Partial<Pick<HumanDecision, 'category' | 'severity'>>, reasons: HumanDecision['reasons']): LedgerWrite[] {
  const { category, severity } = { ...incident, ...decided };
  return recordDecision(internal?.ledger, { category, severity, by: { uid: actor.uid, name: actor.name }, at: now, reasons });
}

export const setSeverity = incidentOperation({
  name: 'incidents.setSeverity',
  summary: 'Change the severity, with a reason',
  input: SetSeverityInput,
  allow: 'incident:classify',
  rest: { method: 'post', path: '/api/incidents/{id}/severity' },
  needs: { internal: true, clockSettings: true },
  aspects: () => ['severity'],
  change(current) {
    const { incident, input, internal, clockSettings } = current;
    if (incident.severity === input.severity) return null;
    return {
      patch: { severity: input.severity, ...clocksFor(incident, input.severity, clockSettings), ...overridden(current) },
      ...(internal && { casePatch: { plan: planOfCase(internal, incident.category, input.severity) } }),
      events: [{ type: 'severity.changed', data: { from: incident.severity, to: input.severity, reason: input.reason } }],
      ledger: learned(current, { severity: input.severity }, { severity: input.reason }),
      what: `Set the severity to ${severityLabels[input.severity]}`,
    };
  },
});

export const setCategory = incidentOperation({
  name: 'incidents.setCategory',
  summary: 'Change the category, with a reason',
  input: SetCategoryInput,
  allow: 'incident:classify',
  rest: { method: 'post', path: '/api/incidents/{id}/category' },
  needs: { internal: true },
  aspects: () => ['category'],
  change(current) {
    const { incident, input, internal } = current;
    if (incident.category === input.category) return null;
    return {
      patch: { category: input.category, ...overridden(current) },
      ...(internal && { casePatch: { plan: planOfCase(internal, input.category, incident.severity) } }),
      events: [{ type: 'category.changed', data: { from: incident.category, to: input.category, reason: input.reason } }],
      ledger: learned(current, { category: input.category }, { category: input.reason }),
      what: `Set the category to ${categoryLabels[input.category]}`,
    };
  },
});
