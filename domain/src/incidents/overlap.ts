import { touchedAspects, type Aspect, type IncidentEvent } from './events.ts';
import type { OverlappingChange } from './operations.ts';

/**
 * What an event changed of some aspects.
 * @param aspects what somebody else is about to set
 */
export function overlapOf(event: IncidentEvent, aspects: readonly Aspect[]): OverlappingChange[] {
  // What a person decides about severity or category stands above what a rule made of a picture that was read meanwhile.
  const byRule = event.type === 'triage.completed' && event.actor.kind === 'system';
  const concerned = byRule ? aspects.filter((aspect) => aspect === 'triage') : aspects;
  return touchedAspects(event)
    .filter((aspect) => concerned.includes(aspect))
    .map((aspect) => ({ aspect, by: event.actor.name, at: event.at, ...wentFromTo(event, aspect) }));
}

type Fact = 'status' | 'severity' | 'category';
const isFact = (aspect: Aspect): aspect is Fact => aspect === 'status' || aspect === 'severity' || aspect === 'category';

/** What stood there before and after; of what the event holds no former value, there is none. */
function wentFromTo(event: IncidentEvent, aspect: Aspect): Pick<OverlappingChange, 'from' | 'to'> {
  // Whatever set them, a triage too, each event holds these as they were before it and after it.
  if (isFact(aspect)) return { from: event.before?.[aspect] ?? null, to: event.after[aspect] };
  const data = event.data as { changes?: Record<string, { from: unknown; to: unknown }>; from?: unknown; to?: unknown; decision?: unknown };
  const field = data.changes?.[aspect.slice(aspect.lastIndexOf(':') + 1)];
  return field ? { from: field.from, to: field.to } : { from: data.from ?? null, to: data.to ?? data.decision ?? null };
}
