import type { EventBody, IncidentEvent } from '@secura/domain/incidents/events';
import { describe, expect, it } from 'vitest';
import { inWords, tellEvent } from './event-sentences.ts';

const ana = { uid: 'ana', name: 'Ana Ruiz' };
const pause = { reason: 'reporter', pausedAt: '2026-01-01T10:00:00.000Z', resumedAt: '2026-01-01T12:30:00.000Z', dueAt: '2026-01-02T10:00:00.000Z' } as const;
const file = { evidenceId: 'e', name: 'mail.eml', sha256: '' };
const ben = { uid: 'ben', name: 'Ben Okoye' };

function event(body: EventBody): IncidentEvent {
  const facts = { status: 'open', severity: null, category: null, department: 'IT' } as const;
  return {
    ...body,
    seq: 1, prevHash: '', hash: '', incidentId: 'i', at: '2026-01-01T00:00:00.000Z', audience: 'everyone',
    actor: { kind: 'person', ...ana, role: 'security_team' },
    before: facts, after: facts, reportedAt: '2026-01-01T00:00:00.000Z',
    marks: { acknowledgedAfter: null, resolvedAfter: null }, requestId: null,
  };
}

describe('events in words', () => {
  const cases: [EventBody, string, string | null][] = [
    [{ type: 'incident.reported', data: { title: 't', descriptionSha256: '', reporter: ana, source: 'web' } }, 'reported the incident', null],
    [
      { type: 'triage.completed', data: { provider: 'local', model: 'linear-1', category: 'phishing', confidence: 0.826, severity: 'high', rerun: false } },
      'triaged the report: Phishing (83 % confidence), severity High', null,
    ],
    [{ type: 'incident.linked', data: { other: { id: 'b', number: 'INC-2' }, how: 'linked' } }, 'linked INC-2', null],
    [{ type: 'incident.linked', data: { other: { id: 'b', number: 'INC-2' }, how: 'joined' } }, 'wants to hear how INC-2 ends', null],
    [{ type: 'incident.unlinked', data: { other: { id: 'b', number: 'INC-2' } } }, 'took the link to INC-2 away', null],
    [{ type: 'incident.merged', data: { other: { id: 'b', number: 'INC-2' }, as: 'duplicate' } }, 'merged this into INC-2', null],
    [{ type: 'incident.merged', data: { other: { id: 'b', number: 'INC-2' }, as: 'primary' } }, 'merged INC-2 into this', null],
    [{ type: 'incident.unmerged', data: { other: { id: 'b', number: 'INC-2' }, as: 'duplicate' } }, 'took this out of INC-2 again', null],
    [{ type: 'campaign.changed', data: { campaignId: 'c', name: 'A wave', member: true } }, 'put this into the campaign “A wave”', null],
    [{ type: 'outcome.told', data: { code: 'benign' } }, 'tells everybody who reported this how it ended', 'Benign. It happened, and it was allowed or harmless.'],
    [{ type: 'triage.failed', data: { message: 'Timed out.' } }, 'could not triage the report', 'Timed out.'],
    [{ type: 'triage.reviewed', data: { decision: 'accepted', reason: '' } }, 'agreed with the triage', null],
    [{ type: 'assignment.changed', data: { added: [ana, ben], removed: [], by: 'person' } }, 'assigned themselves and Ben Okoye', null],
    [{ type: 'assignment.changed', data: { added: [ben], removed: [], by: 'rule' } }, 'assigned Ben Okoye, whose turn it was', null],
    [{ type: 'assignment.changed', data: { added: [], removed: [ben], by: 'person' } }, 'took Ben Okoye off the incident', null],
    [{ type: 'severity.changed', data: { from: 'medium', to: 'high', reason: 'Payroll' } }, 'raised the severity from Medium to High', 'Payroll'],
    [{ type: 'severity.changed', data: { from: 'high', to: 'low', reason: 'Test' } }, 'lowered the severity from High to Low', 'Test'],
    [{ type: 'severity.changed', data: { from: null, to: 'low', reason: 'Test' } }, 'set the severity to Low', 'Test'],
    [{ type: 'category.changed', data: { from: null, to: 'malware', reason: 'Seen' } }, 'changed the category to Malware', 'Seen'],
    [{ type: 'visibility.changed', data: { from: 'team', to: 'restricted', reason: 'It names a colleague.' } }, 'restricted the incident to the people on it', 'It names a colleague.'],
    [{ type: 'visibility.changed', data: { from: 'restricted', to: 'team', reason: 'Decided.' } }, 'opened the incident to the team', 'Decided.'],
    [{ type: 'fields.updated', data: { changes: { title: { from: 'a', to: 'b' }, location: { from: null, to: 'c' } } } }, 'edited title and place', null],
    [{ type: 'status.changed', data: { from: 'open', to: 'investigating', resolutionCode: null, summary: null } }, 'started investigating', null],
    [
      { type: 'status.changed', data: { from: 'contained', to: 'resolved', resolutionCode: 'false_positive', summary: 'A newsletter.' } },
      'resolved the incident as false positive', 'A newsletter.',
    ],
    [{ type: 'resolution.documented', data: { rootCause: 'No second factor.', overridden: false } }, 'recorded the root cause', 'No second factor.'],
    [{ type: 'incident.reopened', data: { from: 'closed', reason: 'It is back.' } }, 'reopened the incident (it was closed)', 'It is back.'],
    [{ type: 'technique.reviewed', data: { id: 'T1566.002', name: 'Spearphishing Link', decision: 'rejected', reason: 'There was no link.' } }, 'rejected the technique T1566.002 Spearphishing Link', 'There was no link.'],
    [{ type: 'technique.reviewed', data: { id: 'T1078', name: 'Valid Accounts', decision: 'added', reason: '' } }, 'added the technique T1078 Valid Accounts', null],
    [{ type: 'task.created', data: { taskId: 't', title: 'Block it.', stepId: 's', assignee: null, dueAt: null } }, 'made a task', 'Block it.'],
    [{ type: 'task.updated', data: { taskId: 't', title: 'Block it.', changes: { status: { from: 'todo', to: 'done' } } } }, 'finished a task', 'Block it.'],
    [{ type: 'task.updated', data: { taskId: 't', title: 'Block it.', changes: { status: { from: 'todo', to: 'doing' }, assignee: { from: null, to: { uid: 'u9', name: 'Tomasz Wilk' } } } } }, 'began a task and gave a task to Tomasz Wilk', 'Block it.'],
    [{ type: 'message.posted', data: { messageId: 'm', textSha256: '', audience: 'team' } }, 'wrote a note to the team', null],
    [{ type: 'evidence.added', data: { evidenceId: 'e', name: 'mail.eml', size: 5 } }, 'added the file “mail.eml”', null],
    [{ type: 'evidence.added', data: { evidenceId: 'e', name: 'a.pdf', size: 5, parentId: 'm' } }, 'took the attachment “a.pdf” out of a mail', null],
    [{ type: 'evidence.inspected', data: { ...file, state: 'infected', fileType: null, scanner: 'ClamAV', reasons: ['malware'] } }, 'checked the file “mail.eml”: malware', null],
    [{ type: 'evidence.opened', data: { ...file, what: 'view', purpose: 'look', reason: null } }, 'looked at the file “mail.eml”', null],
    [{ type: 'evidence.opened', data: { ...file, what: 'sealed', purpose: 'analysis', reason: 'For the lab.' } }, 'took out, locked in a ZIP file, the file “mail.eml”: analysis', 'For the lab.'],
    [{ type: 'evidence.verified', data: { ...file, matches: true } }, 'verified the file “mail.eml”: unchanged', null],
    [{ type: 'clock.paused', data: { reason: 'change_window', text: 'On Sunday.' } }, 'paused the clocks: waiting for a change window', 'On Sunday.'],
    [{ type: 'clock.resumed', data: { ...pause, by: 'person' } }, 'let the clocks run on after 2 h 30 min', null],
    [{ type: 'clock.resumed', data: { ...pause, by: 'answer' } }, 'let the clocks run on after 2 h 30 min: the reporter answered', null],
    [{ type: 'evidence.exported', data: { evidenceIds: ['a', 'b', 'c'], manifestSha256: '', reason: 'For the police.' } }, 'exported 3 files with the custody log', 'For the police.'],
    [
      { type: 'emergency.declared', data: { emergencyId: 'e', team: { commander: ana, scribe: ben, communications: ben }, level: 'severe' } },
      'declared an emergency', 'Incident commander: Ana Ruiz. Scribe: Ben Okoye. Communications lead: Ben Okoye.',
    ],
    [{ type: 'emergency.stoodDown', data: { emergencyId: 'e', reason: 'The share is clean.' } }, 'stood the emergency down', 'The share is clean.'],
  ];

  it.each(cases.map((given) => [given[0].type, ...given] as const))('%s', (_type, body, text, quote) => {
    expect(tellEvent(event(body))).toEqual({ text, quote });
  });
});

it('lists in words', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(inWords)).toEqual(['', 'a', 'a and b', 'a, b and c']);
});
