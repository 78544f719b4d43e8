import { SecuraError } from '@secura/domain/platform/errors';
import { SetVisibilityInput } from '@secura/domain/incidents/operations';
import { objectionToRestrict } from '@secura/domain/similar/links';
import { incidentOperation } from '../platform/incident-operation.ts';

/**
 * Restricts an incident to its members, leads and administrators, or opens it to the team again. Rules follow at once;
 * what others were told of it before is taken back by whoever follows the event.
 */
export const setVisibility = incidentOperation({
  name: 'incidents.setVisibility',
  summary: 'Make an incident restricted, or open it to the team again, with a reason',
  input: SetVisibilityInput,
  allow: 'incident:restrict',
  rest: { method: 'post', path: '/api/incidents/{id}/visibility' },
  needs: { internal: true },
  aspects: () => ['visibility'],
  change({ incident, internal, input: { visibility, reason } }) {
    if (incident.visibility === visibility) return null;
    const objection = visibility === 'restricted' ? objectionToRestrict(internal ?? {}) : null;
    if (objection) throw new SecuraError('failed-precondition', objection);
    return {
      patch: { visibility },
      events: [{ type: 'visibility.changed', data: { from: incident.visibility, to: visibility, reason } }],
      what: visibility === 'restricted' ? 'Restricted' : 'Opened to the team',
    };
  },
});
