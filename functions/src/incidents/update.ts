import { UpdateInput } from '@secura/domain/incidents/operations';
import type { EventBody } from '@secura/domain/incidents/events';
import { incidentOperation } from '../platform/incident-operation.ts';

type Changes = Extract<EventBody, { type: 'fields.updated' }>['data']['changes'];

/** Corrects what was written; the reporter may while it is open, the team always. */
export const updateIncident = incidentOperation({
  name: 'incidents.update',
  summary: 'Correct title, description, place, affected people or department',
  input: UpdateInput,
  allow: 'incident:update',
  rest: { method: 'patch', path: '/api/incidents/{id}' },
  aspects: ({ changes }) => Object.keys(changes).map((field) => `field:${field}` as const),
  change({ incident, input }) {
    const given = Object.entries(input.changes)
      .filter(([, value]) => value !== undefined)
      .map(([field, value]) => [field, value === '' ? null : value] as const);
    const changes: Changes = {};
    for (const [field, to] of given) {
      const from = incident[field as keyof typeof input.changes] ?? null;
      if (from !== to) changes[field] = { from, to: to as string | null };
    }
    const fields = Object.keys(changes);
    if (fields.length === 0) return null;
    return {
      patch: Object.fromEntries(fields.map((field) => [field, changes[field]!.to])),
      events: [{ type: 'fields.updated', data: { changes } }],
      what: `Corrected ${fields.join(', ')}`,
    };
  },
});
