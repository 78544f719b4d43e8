import type { EventActor, EventBody, IncidentEvent, IncidentFacts } from '@secura/domain/incidents/events';
import type { Alert } from '@secura/domain/notifications/alert';
import { reachOf } from '@secura/domain/notifications/audience';
import type { OutboxNotice } from '@secura/domain/notifications/mail';
import { noticeKinds, type Notice, type NoticeKind, type TeamMember } from '@secura/domain/notifications/notice';
import { noticeOfAlert, noticeOfEntry, noticesOf, type AwaitedEntry, type NoticeFacts } from '@secura/domain/notifications/notices';
import { defaultPreferences } from '@secura/domain/notifications/preferences';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deliveriesOf, type Recipient } from './deliver.ts';
import { renderMail } from './mail-text.ts';

/** In every text that people wrote about the incident. */
const secret = 'S3CRET';
const member = (uid: string, role: 'security_team' | 'admin', lead = false): TeamMember => ({ uid, name: `Name of ${uid}`, role, lead });
const [ana, bob, lea, max] = [member('ana', 'security_team'), member('bob', 'security_team'), member('lea', 'security_team', true), member('max', 'admin')];
const team = [ana, bob, lea, max];
const rita = { uid: 'rita', name: 'Name of rita' };

const system: EventActor = { kind: 'system', uid: 'system', name: 'Secura', role: 'system' };
const by = ({ uid, name, role }: TeamMember): EventActor => ({ kind: 'person', uid, name, role });
const reporter: EventActor = { kind: 'person', uid: 'rita', name: rita.name, role: 'employee' };

const facts: IncidentFacts = { status: 'open', severity: 'medium', category: null, department: secret };
const history: [EventBody, EventActor, Partial<IncidentEvent>?][] = [
  [{ type: 'incident.reported', data: { title: secret, descriptionSha256: '', reporter: rita, source: 'web' } }, reporter],
  [{ type: 'assignment.changed', data: { added: [ana], removed: [], by: 'rule' } }, system],
  [{ type: 'assignment.changed', data: { added: [bob], removed: [ana], by: 'person' } }, by(lea)],
  [{ type: 'message.posted', data: { messageId: 'm1', textSha256: '', audience: 'everyone' } }, reporter],
  [{ type: 'message.posted', data: { messageId: 'm2', textSha256: '', audience: 'everyone' } }, by(ana)],
  [{ type: 'message.posted', data: { messageId: 'm3', textSha256: '', audience: 'team' } }, by(bob)],
  [{ type: 'severity.changed', data: { from: 'medium', to: 'high', reason: secret } }, by(bob), { after: { ...facts, severity: 'high' } }],
  [{ type: 'task.created', data: { taskId: 't', title: secret, stepId: null, assignee: ana, dueAt: null } }, by(lea)],
  [{ type: 'evidence.inspected', data: { evidenceId: 'e', name: `${secret}.exe`, sha256: '', state: 'infected', fileType: null, scanner: null, reasons: [secret] } }, system],
  [{ type: 'clock.reminded', data: { clock: 'resolve', stage: 'soon', dueAt: '' } }, system],
  [{ type: 'clock.reminded', data: { clock: 'resolve', stage: 'overdue', dueAt: '' } }, system],
  [{ type: 'status.changed', data: { from: 'open', to: 'resolved', resolutionCode: 'mitigated', summary: secret } }, by(ana)],
  [{ type: 'incident.reopened', data: { from: 'resolved', reason: secret } }, by(ana)],
  [{ type: 'outcome.told', data: { code: 'mitigated' } }, by(ana)],
];
const events = history.map(([body, actor, more], index) => ({ ...body, incidentId: 'incident-1', seq: index + 1, actor, before: facts, after: facts, at: '2026-01-01T00:00:00.000Z', audience: 'everyone', ...more }) as IncidentEvent);
const entries: AwaitedEntry[] = [
  { action: 'application.decided', seq: 1, at: '', actor: max, data: { applicantUid: 'rita', accepted: true } },
  { action: 'report.ready', seq: 2, at: '', actor: system, data: { askedByUid: 'max' } },
  { action: 'report.ready', seq: 3, at: '', actor: max, data: { askedByUid: 'max' } },
];
const everybody = { roles: [], departments: [] };
const alert: Alert = { id: 'alert-01', title: 'A wave of parcel mails', text: secret, severity: 'high', audience: everybody, reach: reachOf(everybody), publishedBy: lea, createdAt: new Date(), expiresAt: new Date() };

const incident = (visibility: NoticeFacts['visibility']): NoticeFacts => ({
  id: 'incident-1', number: 'INC-2026-0007', title: secret, visibility, status: 'open', severity: 'high',
  reporter: { ...rita, email: 'rita@example.com', department: secret }, assignees: [ana], assigneeUids: ['ana'], memberUids: ['rita', 'ana', 'bob'],
});

const everything = { ...defaultPreferences, choices: Object.fromEntries(noticeKinds.map((kind) => [kind, 'both' as const])), push: Object.fromEntries(noticeKinds.map((kind) => [kind, true])) };
const people: Recipient[] = [...team, { ...rita, role: 'employee' as const, lead: false }].map(({ uid, name, role, lead }) => ({
  uid, person: { name, email: `${uid}@example.com`, role: role as 'employee', lead, department: 'Finance' }, preferences: everything, reachable: true,
}));
const now = new Date('2026-01-01T00:00:01Z');

type Told = IncidentEvent | AwaitedEntry | Alert;

function noticesFor(event: Told, visibility: NoticeFacts['visibility']): Notice[] {
  if (!('seq' in event)) return people.flatMap(({ uid, person }) => noticeOfAlert(event, { ...person, uid }) ?? []);
  if ('action' in event) return [noticeOfEntry(event) ?? []].flat();
  return noticesOf(event, incident(visibility), team, event.seq === 5 ? ['rita', 'ana', 'max'] : []);
}

/** One more delivery of one event, entry or alert to the store as the triggers write it: what is there stays. */
function tell(store: Map<string, { kind: NoticeKind; text: string; link: string }>, event: Told, visibility: NoticeFacts['visibility']): void {
  for (const { path, data } of deliveriesOf(noticesFor(event, visibility), people, now, now)) if (!store.has(path)) store.set(path, data);
}

const all: Told[] = [...events, ...entries, alert];
function told(order: readonly Told[], visibility: NoticeFacts['visibility'] = 'team') {
  const store: Parameters<typeof tell>[0] = new Map();
  for (const event of order) tell(store, event, visibility);
  return store;
}
const channelOf = (path: string): 'inbox' | 'mail' | 'push' => (path.startsWith('users/') ? 'inbox' : path.endsWith('_push') ? 'push' : 'mail');
const inOrder = told(all);

describe('what is told', () => {
  test('is here of every kind there is, on every channel', () => {
    for (const channel of ['inbox', 'mail', 'push'] as const) {
      expect(new Set([...inOrder].flatMap(([path, { kind }]) => (channelOf(path) === channel ? [kind] : [])))).toEqual(new Set(noticeKinds));
    }
  });

  test('is the same, once, when every event is delivered twice and in any order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 }), (order) => {
        expect(new Map([...told(order)].sort())).toEqual(new Map([...inOrder].sort()));
      }),
      { numRuns: 50 },
    );
  });

  test('comes to nobody twice of one event on one channel, and to nobody of what he did himself', () => {
    for (const event of all) {
      const paths = [...told([event, event]).keys()];
      const own = 'seq' in event ? event.actor.uid : event.publishedBy.uid;
      const perPerson = paths.map((path) => `${channelOf(path)} ${path.startsWith('users/') ? path.split('/')[1] : path.replace(/_push$/, '').split('_').at(-1)}`);
      expect(new Set(perPerson).size).toBe(perPerson.length);
      expect(perPerson.filter((one) => one.endsWith(` ${own}`))).toEqual([]);
    }
  });

  test.each(['team', 'restricted'] as const)('holds no text of anybody when it leaves the house, and leads into the app (%s)', (visibility) => {
    for (const [path, data] of told(all, visibility)) {
      expect(data.link).toMatch(/^\/(incidents\/incident-1|home|queue|account|admin)$/);
      if (channelOf(path) === 'inbox') {
        if (visibility === 'restricted') expect(data.text).not.toContain(secret);
        continue;
      }
      const notice = data as OutboxNotice;
      const { subject, text, html } = renderMail([notice], notice.to, 'https://secura.example');
      for (const part of [notice.text, subject, text, html]) expect(part).not.toContain(secret);
      expect(html).toContain(`https://secura.example${notice.link}`);
    }
  });

  test('waits on a device for the end of quiet hours, but not for a digest', () => {
    const quiet = people.map((person) => ({ ...person, preferences: { ...everything, quiet: { from: 0, to: 60 }, digest: 'weekly' as const } }));
    const notices = noticesOf(events[1]!, incident('team'), team);
    const pushed = deliveriesOf(notices, quiet, now, now).find(({ path }) => path.endsWith('_push'))!.data as OutboxNotice;
    expect(pushed).toMatchObject({ digest: false, nextAttemptAt: new Date('2026-01-01T01:00:00Z') });
    const without = deliveriesOf(notices, quiet.map((person) => ({ ...person, reachable: false })), now, now);
    expect(without.map(({ path }) => channelOf(path))).toEqual(['inbox', 'mail']);
  });
});
