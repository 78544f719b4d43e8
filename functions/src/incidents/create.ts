import { SecuraError } from '@secura/domain/platform/errors';
import { createId } from '@secura/domain/platform/ids';
import type { ReportedIncident } from '@secura/domain/incidents/incident';
import { CreateInput, Receipt } from '@secura/domain/incidents/operations';
import { incidentRef } from '../platform/incident-store.ts';
import { isAlreadyDone } from '../platform/once.ts';
import { operation } from '../platform/operation.ts';

const day = 86_400_000;

/** Reports an incident for whoever cannot write to Firestore directly; numbering and triage follow as for every report. */
export const createIncident = operation({
  name: 'incidents.create',
  summary: 'Report an incident. With an id of your own a repeated call makes nothing twice.',
  allow: 'incident:report',
  input: CreateInput,
  output: Receipt,
  cost: 'costly',
  rest: { method: 'post', path: '/api/incidents' },
  async run({ actor, input, now }) {
    const { id = createId(), occurredAt, ...report } = input;
    // Clocks and time zones differ; the rules leave a report of a browser the same day.
    if (occurredAt && Date.parse(occurredAt) > now.getTime() + day) {
      const sentence = 'This is in the future. Give a date and time that has passed.';
      throw new SecuraError('invalid-argument', sentence, { fields: { occurredAt: sentence } });
    }
    const incident: ReportedIncident = {
      ...report,
      occurredAt: occurredAt ? new Date(occurredAt) : null,
      department: actor.department,
      reporter: { uid: actor.uid, name: actor.name, email: actor.email, department: actor.department },
      memberUids: [actor.uid],
      status: 'open',
      visibility: 'team',
      createdAt: now,
    };
    try {
      await incidentRef(id).create({ ...incident });
      return { id, created: true };
    } catch (error) {
      if (!isAlreadyDone(error)) throw error;
      const earlier = await incidentRef(id).get();
      if (earlier.get('reporter.uid') !== actor.uid) throw new SecuraError('invalid-argument', 'This id is taken. Leave it out to get a new one.');
      return { id, created: false };
    }
  },
});
