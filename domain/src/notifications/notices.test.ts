import { describe, expect, test } from 'vitest';
import type { EventActor, EventBody, IncidentEvent, IncidentFacts } from '../incidents/events.ts';
import type { TeamMember } from './notice.ts';
import { concernsSomebody, isAwaited, noticeOfAlert, noticeOfEntry, noticesOf, type NoticeFacts } from './notices.ts';

const ana: TeamMember = { uid: 'ana', name: 'Ana', role: 'security_team', lead: false };
const bob: TeamMember = { uid: 'bob', name: 'Bob', role: 'security_team', lead: false };
const lea: TeamMember = { uid: 'lea', name: 'Lea', role: 'security_team', lead: true };
const max: TeamMember = { uid: 'max', name: 'Max', role: 'admin', lead: false };
const team = [ana, bob, lea, max];
const system: EventActor = { kind: 'system', uid: 'system', name: 'Secura', role: 'system' };
const person = ({ uid, name, role }: TeamMember): EventActor => ({ kind: 'person', uid, name, role });
const reporter: EventActor = { kind: 'person', uid: 'rita', name: 'Rita', role: 'employee' };

const facts: IncidentFacts = { status: 'open', severity: 'medium', category: null, department: 'Finance' };
const event = (body: EventBody, actor: EventActor, more: Partial<IncidentEvent> = {}): IncidentEvent =>
  ({ ...body, incidentId: 'incident-1', seq: 7, actor, before: facts, after: facts, at: '2026-01-01T00:00:00.000Z', audience: 'everyone', ...more }) as IncidentEvent;

const incident = (change: Partial<NoticeFacts> = {}): NoticeFacts => ({
  id: 'incident-1', number: 'INC-2026-0007', title: 'Salary list on the printer', visibility: 'team', status: 'open', severity: 'medium',
  reporter: { uid: 'rita', name: 'Rita', email: 'rita@example.com', department: 'Finance' }, assignees: [{ uid: 'ana', name: 'Ana' }], assigneeUids: ['ana'], memberUids: ['rita', 'ana'], ...change,
});

const message = (audience: 'everyone' | 'team'): EventBody => ({ type: 'message.posted', data: { messageId: 'm', textSha256: '', audience } });
const told = (body: EventBody, actor: EventActor, of = incident(), mentioned: string[] = [], more: Partial<IncidentEvent> = {}) =>
  noticesOf(event(body, actor, more), of, team, mentioned).map(({ uid, kind }) => `${uid}: ${kind}`);

describe('who is told of an event', () => {
  test('a new report: the whole team, but whom it was given to only of that', () => {
    expect(told({ type: 'incident.reported', data: { title: '', descriptionSha256: '', reporter: { uid: 'rita', name: 'Rita' }, source: 'web' } }, reporter)).toEqual(['bob: incident.new', 'lea: incident.new', 'max: incident.new']);
    expect(told({ type: 'assignment.changed', data: { added: [ana], removed: [], by: 'rule' } }, system)).toEqual(['ana: assigned']);
  });

  test('nobody of what he did himself', () => {
    expect(told({ type: 'assignment.changed', data: { added: [ana, bob], removed: [], by: 'person' } }, person(ana))).toEqual(['bob: assigned']);
    expect(told(message('everyone'), person(ana))).toEqual(['rita: message']);
    expect(told({ type: 'task.created', data: { taskId: 't', title: 'x', stepId: null, assignee: ana, dueAt: null } }, person(ana))).toEqual([]);
  });

  test('a message of the reporter: who has it in hand, else the leads; one of the team: the reporter', () => {
    expect(told(message('everyone'), reporter)).toEqual(['ana: message']);
    expect(told(message('everyone'), reporter, incident({ assignees: [], assigneeUids: [], memberUids: ['rita'] }))).toEqual(['lea: message']);
    expect(told(message('everyone'), person(bob))).toEqual(['ana: message', 'rita: message']);
  });

  test('a message of the reporter, or malware, where who had it in hand has left or nobody leads: somebody all the same', () => {
    const by = (of: TeamMember[], body: EventBody = message('everyone')) => noticesOf(event(body, reporter), incident(), of).map(({ uid, kind }) => `${uid}: ${kind}`);
    expect(by([bob, lea, max])).toEqual(['lea: message']);
    expect(by([bob, max])).toEqual(['max: message']);
    const malware: EventBody = { type: 'evidence.inspected', data: { evidenceId: 'e', name: 'x', sha256: '', state: 'infected', fileType: null, scanner: 'ClamAV', reasons: ['malware'] } };
    expect(by([bob, max], malware)).toEqual(['max: evidence.infected']);
  });

  test('an internal note: never the reporter, not even when it mentions him', () => {
    expect(told(message('team'), person(bob), incident(), ['rita', 'lea'])).toEqual(['lea: mentioned', 'ana: message']);
  });

  test('a mention comes before the message itself, and only of people who may read it', () => {
    expect(told(message('everyone'), person(bob), incident(), ['ana', 'rita', 'stranger', 'bob'])).toEqual(['ana: mentioned', 'rita: mentioned', 'ana: message', 'rita: message']);
  });

  test('a change of status: the reporter, in plain words', () => {
    const [notice, ...others] = noticesOf(event({ type: 'status.changed', data: { from: 'open', to: 'contained', resolutionCode: null, summary: null } }, person(ana)), incident(), team);
    expect(others).toEqual([]);
    expect(notice).toMatchObject({ uid: 'rita', kind: 'status', text: 'INC-2026-0007 “Salary list on the printer”: The danger is stopped. The team is cleaning up.', link: '/incidents/incident-1', dedupeKey: 'incident-1_7' });
  });

  test('a severity that rises, not one that falls and not the first', () => {
    const changed = (from: 'low' | 'high' | null, to: 'low' | 'high') =>
      told({ type: 'severity.changed', data: { from, to, reason: 'x' } }, person(bob), incident(), [], { before: { ...facts, severity: from }, after: { ...facts, severity: to } });
    expect(changed('low', 'high')).toEqual(['ana: severity.raised', 'lea: severity.raised']);
    expect(changed('high', 'low')).toEqual([]);
    expect(changed(null, 'high')).toEqual([]);
  });

  test('a clock: who has it in hand, then the lead as well, then the administrator as well', () => {
    const reminded = (stage: 'soon' | 'breached' | 'overdue', of = incident()) => told({ type: 'clock.reminded', data: { clock: 'resolve', stage, dueAt: '' } }, system, of);
    const nobodys = incident({ assignees: [], assigneeUids: [], memberUids: ['rita'] });
    expect(reminded('soon')).toEqual(['ana: clock.soon']);
    expect(reminded('breached')).toEqual(['ana: clock.breached', 'lea: clock.breached']);
    expect(reminded('overdue')).toEqual(['ana: clock.breached', 'lea: clock.breached', 'max: clock.breached']);
    expect(reminded('soon', nobodys)).toEqual(['lea: clock.soon']);
    expect(reminded('breached', nobodys)).toEqual(['lea: clock.breached', 'max: clock.breached']);
    // Whoever left the team in the meantime has nothing in hand any more.
    expect(reminded('soon', incident({ assignees: [{ uid: 'gone', name: 'Gone' }], assigneeUids: ['gone'], memberUids: ['rita', 'gone'] }))).toEqual(['lea: clock.soon']);
  });

  test('a file that is malware: who has it in hand, and the leads; a clean one nobody', () => {
    const inspected = (state: 'infected' | 'clean') =>
      told({ type: 'evidence.inspected', data: { evidenceId: 'e', name: '<b>x</b>.exe', sha256: '', state, fileType: null, scanner: null, reasons: [] } }, system);
    expect(inspected('infected')).toEqual(['ana: evidence.infected', 'lea: evidence.infected']);
    expect(inspected('clean')).toEqual([]);
  });

  test('what concerns nobody is known without a read', () => {
    expect(concernsSomebody(event({ type: 'triage.failed', data: { message: '' } }, system))).toBe(false);
    expect(concernsSomebody(event({ type: 'triage.completed', data: { rerun: true } } as EventBody, person(ana), { after: { ...facts, severity: 'critical' } }))).toBe(true);
  });
});

describe('what is told', () => {
  const restricted = incident({ visibility: 'restricted' });

  test('a restricted incident reaches its members, leads and administrators, by its number alone', () => {
    const notices = noticesOf(event({ type: 'incident.reported', data: { title: '', descriptionSha256: '', reporter: { uid: 'rita', name: 'Rita' }, source: 'web' } }, reporter), restricted, team);
    expect(notices.map(({ uid }) => uid)).toEqual(['lea', 'max']);
    for (const { text } of notices) expect(text).toBe('New medium incident: INC-2026-0007');
    expect(noticesOf(event({ type: 'assignment.changed', data: { added: [bob], removed: [], by: 'person' } }, person(lea)), restricted, team)).toEqual([]);
  });

  test('no mail holds the title of any incident', () => {
    for (const notice of noticesOf(event(message('everyone'), person(bob)), incident(), team, ['lea'])) expect(notice.mail).not.toContain('Salary');
  });

  test('all notices of one event have one key, whoever gets them', () => {
    const notices = noticesOf(event(message('everyone'), person(bob)), incident(), team, ['ana']);
    expect(new Set(notices.map(({ dedupeKey }) => dedupeKey))).toEqual(new Set(['incident-1_7']));
  });

  test('an alert for some roles only keeps its title out of mails', () => {
    const alert = { id: 'alert-01', title: 'Leak in the board', severity: 'high' as const, audience: { roles: ['security_team' as const], departments: [] }, publishedBy: { uid: 'lea', name: 'Lea' } };
    const notice = noticeOfAlert(alert, { uid: 'ana', role: 'security_team', department: 'Security' })!;
    expect(notice.text).toContain('Leak in the board');
    expect(notice.mail).not.toContain('Leak');
  });

  test('an alert is told to its audience alone, but not to who published it, and leads where each of them finds it', () => {
    const alert = { id: 'alert-01', title: 'Wave', severity: 'high' as const, audience: { roles: [], departments: ['Finance'] }, publishedBy: { uid: 'lea', name: 'Lea' } };
    const of = (uid: string, role: 'employee' | 'security_team', department = 'Finance') => noticeOfAlert(alert, { uid, role, department });
    expect(of('lea', 'security_team')).toBeNull();
    expect(of('rita', 'employee', 'Sales')).toBeNull();
    expect(of('rita', 'employee')).toMatchObject({ kind: 'alert', text: 'Alert: Wave', severity: 'high', link: '/home' });
    expect(of('ana', 'security_team')).toMatchObject({ link: '/queue' });
  });

  test('an entry of the audit chain is told to who waits for it, with what was decided, and no other entry to anybody', () => {
    const decided = (accepted: boolean) => noticeOfEntry({ action: 'application.decided', seq: 4, at: '', actor: person(max), data: { applicantUid: 'rita', accepted } });
    expect(decided(true)).toMatchObject({ uid: 'rita', kind: 'application', text: 'You are now of the security team', link: '/account', dedupeKey: 'audit_4' });
    expect(decided(false)).toMatchObject({ text: 'Your application to the security team was declined' });
    expect(['application.decided', 'report.ready', 'settings.organisation'].map((action) => isAwaited({ action }))).toEqual([true, true, false]);
  });

  test('an emergency: each of its people once, with all that they are, whatever the incident was rated; nobody else', () => {
    const ref = ({ uid, name }: TeamMember) => ({ uid, name });
    const body: EventBody = { type: 'emergency.declared', data: { emergencyId: 'e', team: { commander: ref(ana), scribe: ref(bob), communications: ref(ana) }, level: 'severe' } };
    const notices = noticesOf(event(body, person(lea)), incident(), team);
    expect(notices.map(({ uid, severity }) => [uid, severity])).toEqual([['ana', 'critical'], ['bob', 'critical']]);
    expect(notices[0]!.text).toMatch(/^Lea declared an emergency about INC-2026-0007 .*: you are incident commander and communications lead$/);
    expect(notices[0]!.mail).not.toContain('Salary');
    expect(concernsSomebody(event(body, person(lea)))).toBe(true);
  });
});
