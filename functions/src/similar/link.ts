import { SecuraError } from '@secura/domain/platform/errors';
import type { PersonRef } from '@secura/domain/incidents/events';
import { objectionToPair, withLink, withoutLink, type CaseLink } from '@secura/domain/similar/links';
import { LinkInput } from '@secura/domain/similar/operations';
import type { Change } from '../platform/incident-store.ts';
import { pairOperation, type Side } from './pair-operation.ts';

export const judged = ({ incident, internal, ref }: Side) => ({ ...internal, ...ref, status: incident.status, visibility: incident.visibility });

/** The link as one side keeps it. */
export function linkChange(side: Side, other: Side, how: CaseLink['how'], by: PersonRef, now: Date): Change | null {
  const links = withLink(side.internal.links ?? [], { ...other.ref, how, by, at: now });
  if (!links) return null;
  return { patch: {}, casePatch: { links }, events: [{ type: 'incident.linked', data: { other: other.ref, how } }], what: `Linked ${other.ref.number}` };
}

export const linkIncident = pairOperation({
  name: 'incidents.link',
  summary: 'Link two incidents that belong together',
  input: LinkInput,
  allow: 'incident:link',
  rest: { method: 'post', path: '/api/incidents/{id}/links' },
  otherOf: ({ other }) => other,
  change(one, other, by, now) {
    const objection = objectionToPair(judged(one), judged(other));
    if (objection) throw new SecuraError('failed-precondition', objection);
    const here = linkChange(one, other, 'linked', by, now);
    const there = linkChange(other, one, 'linked', by, now);
    return here && there && { one: here, other: there };
  },
});

function unlinkChange(side: Side, other: Side): Change | null {
  const links = side.internal.links ?? [];
  if (!links.some(({ id }) => id === other.ref.id)) return null;
  return { patch: {}, casePatch: { links: withoutLink(links, other.ref.id) }, events: [{ type: 'incident.unlinked', data: { other: other.ref } }], what: `Took the link to ${other.ref.number} away` };
}

export const unlinkIncident = pairOperation({
  name: 'incidents.unlink',
  summary: 'Take the link between two incidents away',
  input: LinkInput,
  allow: 'incident:link',
  rest: { method: 'delete', path: '/api/incidents/{id}/links/{other}' },
  otherOf: ({ other }) => other,
  change(one, other) {
    const here = unlinkChange(one, other);
    const there = unlinkChange(other, one);
    return here && there && { one: here, other: there };
  },
});
