import { SecuraError } from '@secura/domain/platform/errors';
import type { EventBody } from '@secura/domain/incidents/events';
import { objectionToMerge, withoutLink } from '@secura/domain/similar/links';
import { MergeInput, UnmergeInput } from '@secura/domain/similar/operations';
import { judged } from './link.ts';
import { pairOperation } from './pair-operation.ts';

/** Said to the reporter of a duplicate: nothing of the other report, only that it is not forgotten. */
const summary = 'The same was reported before, and the team works on it there. You are told here how it ends.';

/**
 * Resolves a report as the duplicate of another. Its root cause is the other's, so none is asked for.
 */
export const mergeIncident = pairOperation({
  name: 'incidents.merge',
  summary: 'Merge a report into the incident that covers it already',
  input: MergeInput,
  allow: 'incident:link',
  rest: { method: 'post', path: '/api/incidents/{id}/merge' },
  aspects: ['status'],
  otherOf: ({ into }) => into,
  change(duplicate, primary, by, now) {
    const objection = objectionToMerge(judged(duplicate), judged(primary));
    if (objection) throw new SecuraError('failed-precondition', objection);
    const { status } = duplicate.incident;
    const events: EventBody[] = [
      { type: 'incident.merged', data: { other: primary.ref, as: 'duplicate' } },
      { type: 'status.changed', data: { from: status, to: 'resolved', resolutionCode: 'duplicate', summary } },
    ];
    return {
      one: {
        patch: { status: 'resolved', resolution: { code: 'duplicate', summary, at: now, by } },
        casePatch: { mergedInto: { ...primary.ref, formerStatus: status, formerRootCause: duplicate.internal.rootCause ?? null, by, at: now }, rootCause: `See ${primary.ref.number}.` },
        events,
        what: 'Resolved',
      },
      other: {
        patch: {},
        casePatch: { duplicates: [...withoutLink(primary.internal.duplicates ?? [], duplicate.ref.id), duplicate.ref] },
        events: [{ type: 'incident.merged', data: { other: duplicate.ref, as: 'primary' } }],
        what: `Merged ${duplicate.ref.number} into this`,
      },
    };
  },
});

/** Undoes a merge: the report stands where it stood. One that was reopened meanwhile keeps its status. */
export const unmergeIncident = pairOperation({
  name: 'incidents.unmerge',
  summary: 'Undo a merge: the report stands where it stood',
  input: UnmergeInput,
  allow: 'incident:link',
  rest: { method: 'delete', path: '/api/incidents/{id}/merge' },
  aspects: ['status'],
  otherOf(_input, { mergedInto }) {
    if (!mergedInto) throw new SecuraError('failed-precondition', 'This report is not merged into another.');
    return mergedInto.id;
  },
  change(duplicate, primary) {
    const { mergedInto } = duplicate.internal;
    if (!mergedInto) return null;
    const { status } = duplicate.incident;
    const back = status === 'resolved' || status === 'closed';
    const { formerStatus, formerRootCause } = mergedInto;
    const undone: EventBody = { type: 'incident.unmerged', data: { other: primary.ref, as: 'duplicate' } };
    return {
      one: {
        patch: back ? { status: formerStatus, resolution: null } : {},
        casePatch: { mergedInto: null, ...(back && { rootCause: formerRootCause }) },
        events: back ? [undone, { type: 'status.changed', data: { from: status, to: formerStatus, resolutionCode: null, summary: null } }] : [undone],
        what: 'Taken up again',
      },
      other: {
        patch: {},
        casePatch: { duplicates: withoutLink(primary.internal.duplicates ?? [], duplicate.ref.id) },
        events: [{ type: 'incident.unmerged', data: { other: duplicate.ref, as: 'primary' } }],
        what: `Took ${duplicate.ref.number} out of this`,
      },
    };
  },
});
