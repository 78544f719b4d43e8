import type { Incident } from './incident.ts';
import type { IncidentView } from './operations.ts';

const iso = (date: Date | null): string | null => date?.toISOString() ?? null;

/** The JSON shape of an incident; e-mail addresses and search tokens stay behind. */
export function viewIncident(incident: Incident): IncidentView {
  const { triage, resolution, reporter } = incident;
  return {
    id: incident.id,
    number: incident.number,
    title: incident.title,
    description: incident.description,
    location: incident.location,
    occurredAt: iso(incident.occurredAt),
    noticedHow: incident.noticedHow,
    affected: incident.affected,
    department: incident.department,
    reporter: { uid: reporter.uid, name: reporter.name },
    category: incident.category,
    severity: incident.severity,
    status: incident.status,
    visibility: incident.visibility,
    assignees: incident.assignees,
    triage: triage && {
      state: triage.state,
      category: triage.category,
      severity: triage.severity,
      confidence: triage.confidence,
      finding: triage.finding,
      advice: triage.advice,
      provider: triage.provider,
      model: triage.model,
    },
    nextDueAt: iso(incident.nextDueAt),
    pause: incident.clocks?.pause ? { reason: incident.clocks.pause.reason, at: incident.clocks.pause.at.toISOString() } : null,
    resolution: resolution && { ...resolution, at: resolution.at.toISOString() },
    createdAt: incident.createdAt.toISOString(),
    updatedAt: incident.updatedAt.toISOString(),
    version: incident.head?.seq ?? 0,
  };
}
