import { describe, expect, test } from 'vitest';
import type { EventActor, EventBody, IncidentEvent, IncidentFacts } from './events.ts';
import { overlapOf } from './overlap.ts';

const bob: EventActor = { kind: 'person', uid: 'bob', name: 'Bob Two', role: 'security_team' };
const rule: EventActor = { kind: 'system', uid: 'system', name: 'Secura', role: 'system' };
const before: IncidentFacts = { status: 'resolved', severity: 'low', category: 'phishing', department: 'Finance' };
const event = (body: EventBody, after: Partial<IncidentFacts> = {}, actor = bob, was: IncidentFacts | null = before) =>
  ({ ...body, incidentId: 'i', seq: 2, actor, at: 'then', before: was, after: { ...before, ...after } }) as IncidentEvent;

const triage: EventBody = { type: 'triage.completed', data: { provider: 'local', model: 'm', category: 'malware', confidence: 0.9, severity: 'high', rerun: true } };
const triaged = { severity: 'high', category: 'malware' } as const;

describe('what an event changed', () => {
  test('of a triage names what it found there and what it left', () => {
    expect(overlapOf(event(triage, triaged), ['severity', 'category', 'status'])).toEqual([
      { aspect: 'severity', by: 'Bob Two', at: 'then', from: 'low', to: 'high' },
      { aspect: 'category', by: 'Bob Two', at: 'then', from: 'phishing', to: 'malware' },
    ]);
    expect(overlapOf(event(triage, triaged, bob, null), ['severity'])).toMatchObject([{ from: null, to: 'high' }]);
  });

  test('by rule gives way to a person’s severity, but not to agreeing with a triage that he has not seen', () => {
    expect(overlapOf(event(triage, triaged, rule), ['severity', 'triage'])).toMatchObject([{ aspect: 'triage', from: null, to: null }]);
  });

  test('of a reopening, a field and a judgement is told as each holds it', () => {
    expect(overlapOf(event({ type: 'incident.reopened', data: { from: 'resolved', reason: 'r' } }, { status: 'investigating' }), ['status'])).toMatchObject([{ from: 'resolved', to: 'investigating' }]);
    expect(overlapOf(event({ type: 'fields.updated', data: { changes: { title: { from: 'A', to: 'B' } } } }), ['field:title', 'field:location'])).toMatchObject([{ aspect: 'field:title', from: 'A', to: 'B' }]);
    expect(overlapOf(event({ type: 'triage.reviewed', data: { decision: 'accepted', reason: '' } }), ['triage'])).toMatchObject([{ from: null, to: 'accepted' }]);
  });
});
