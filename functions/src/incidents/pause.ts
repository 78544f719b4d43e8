import { SecuraError } from '@secura/domain/platform/errors';
import { objectionToPause, resumeClocks } from '@secura/domain/incidents/clocks';
import { resumedEvent } from '@secura/domain/incidents/events';
import { PauseClockInput, ResumeClockInput } from '@secura/domain/incidents/operations';
import { incidentOperation } from '../platform/incident-operation.ts';

/** Stops what runs until somebody lets it run on, or the reporter who was waited for answers. */
export const pauseClock = incidentOperation({
  name: 'incidents.pauseClock',
  summary: 'Pause the clocks, with what is waited for',
  input: PauseClockInput,
  allow: 'incident:pauseClock',
  rest: { method: 'post', path: '/api/incidents/{id}/clock/pause' },
  aspects: () => [],
  change({ incident, input: { reason, text }, actor, now }) {
    // The same again is a second click, not a second pause.
    if (incident.clocks?.pause?.reason === reason && reason !== 'other') return null;
    const objection = objectionToPause(incident);
    if (objection) throw new SecuraError('failed-precondition', objection);
    return {
      patch: { clocks: { ...incident.clocks!, pause: { reason, at: now, by: { uid: actor.uid, name: actor.name } } } },
      // The reporter reads the incident: what the team says to itself is kept in the case.
      casePatch: { pauseNote: text || null },
      events: [{ type: 'clock.paused', data: { reason, text: text || null } }],
      what: 'Paused the clocks',
    };
  },
});

export const resumeClock = incidentOperation({
  name: 'incidents.resumeClock',
  summary: 'Let the paused clocks run on',
  input: ResumeClockInput,
  allow: 'incident:pauseClock',
  rest: { method: 'post', path: '/api/incidents/{id}/clock/resume' },
  aspects: () => [],
  change({ incident, now }) {
    const { clocks, createdAt } = incident;
    if (!clocks?.pause) return null;
    const resumed = resumeClocks(clocks, createdAt, now);
    return { patch: { clocks: resumed }, casePatch: { pauseNote: null }, events: [resumedEvent(clocks.pause, resumed, now, 'person')], what: 'Let the clocks run on' };
  },
});
