import type { DayRollup } from '@secura/domain/insight/rollup';
import { describe, expect, it } from 'vitest';
import { analystFigures, categoryLabel, daysOf, lastDays, sharesOf, shortDay } from './figures.ts';
import { countOf, countText, mergeLists, monthStart, resolvedSince, unreadOf } from './my-incidents.ts';
import { onlineOf, presenceText, type Member } from './presence-text.ts';
import { tips, tipsOf } from './tips.ts';

describe('my incidents', () => {
  const at = (iso: string) => new Date(iso);

  it('counts exactly up to a page, and says "+" beyond it', () => {
    expect(countText(countOf(0, 10))).toBe('0');
    expect(countText(countOf(10, 10))).toBe('10');
    expect(countText(countOf(11, 10))).toBe('10+');
  });

  it('counts what was resolved this month, and knows when further ones cannot count', () => {
    const since = monthStart(new Date(2026, 2, 20));
    const finished = (updated: string, resolved: string | null) => ({
      updatedAt: at(updated),
      resolution: resolved ? { code: 'mitigated' as const, summary: '', by: { uid: 'a', name: 'A' }, at: at(resolved) } : null,
    });
    const march = finished('2026-03-18T12:00:00Z', '2026-03-17T12:00:00Z');
    const older = finished('2026-02-18T12:00:00Z', '2026-02-17T12:00:00Z');
    const touched = finished('2026-03-18T12:00:00Z', '2026-02-17T12:00:00Z');
    expect(countText(resolvedSince([march, touched, older], since, 3))).toBe('1');
    expect(countText(resolvedSince([march, march, march], since, 2))).toBe('2+');
    expect(countText(resolvedSince([march, older, older], since, 2))).toBe('1');
    expect(countText(resolvedSince([march, touched, march], since, 2))).toBe('1+');
    expect(countText(resolvedSince([], since, 2))).toBe('0');
  });

  it('shows each incident once, the last touched first', () => {
    const row = (id: string, time: string, status: string) => ({ id, status, lastActivity: { at: at(time), by: { uid: '', name: '' }, what: '' } });
    const merged = mergeLists([row('a', '2026-01-01T00:00:00Z', 'open'), row('b', '2026-01-02T00:00:00Z', 'open')], [row('a', '2026-01-03T00:00:00Z', 'investigating')]);
    expect(merged.map(({ id, status }) => `${id} ${status}`)).toEqual(['a investigating', 'b open']);
  });

  it('counts as unread what came after the last look', () => {
    expect(unreadOf({ counts: { messages: 0, evidence: 0, public: 5 } }, 3)).toBe(2);
    expect(unreadOf({ counts: { messages: 0, evidence: 0, public: 5 } }, undefined)).toBe(5);
    expect(unreadOf({ counts: { messages: 0, evidence: 0, public: 1 } }, 3)).toBe(0);
  });
});

describe('presence', () => {
  const member = (uid: string, name: string, kind?: 'available' | 'off_duty'): Member => ({
    uid, name, role: 'security_team', lead: false, workState: kind ? { kind, incidentId: null, incidentNumber: null, since: new Date(0) } : null,
  });
  const now = new Date('2026-03-09T12:00:00Z');
  const seen = (secondsAgo: number) => new Date(now.getTime() - secondsAgo * 1000);

  it('counts who gave a sign of life lately and is on duty', () => {
    const members = [member('a', 'Ada'), member('b', 'Bo', 'off_duty'), member('c', 'Cy', 'available'), member('d', 'Di')];
    const online = onlineOf(members, new Map([['a', seen(30)], ['b', seen(30)], ['c', seen(149)], ['d', seen(151)]]), now);
    expect(online.map(({ name }) => name)).toEqual(['Ada', 'Cy']);
  });

  it('says it in a sentence', () => {
    const people = ['Ada', 'Bo', 'Cy', 'Di', 'Ed'].map((name) => ({ name }));
    expect(presenceText([])).toContain('Nobody');
    expect(presenceText(people.slice(0, 1))).toBe('Ada is online now.');
    expect(presenceText(people.slice(0, 3))).toBe('Ada, Bo and Cy are online now.');
    expect(presenceText(people)).toBe('Ada, Bo and 3 more are online now.');
  });
});

describe('figures', () => {
  it('names the last days in UTC, today last', () => {
    expect(lastDays(new Date('2026-03-01T23:59:59Z'), 3)).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
    expect(shortDay('2026-03-01')).toBe('1 Mar');
  });

  it('fills in days on which nothing happened', () => {
    expect(daysOf(['2026-03-01', '2026-03-02'], [{ id: '2026-03-02', reported: 3 }])).toEqual([{ id: '2026-03-01' }, { id: '2026-03-02', reported: 3 }]);
  });

  it('adds groups up over days, leaving out what was corrected away', () => {
    const days: DayRollup[] = [{ category: { phishing: 2, malware: 1 } }, { category: { phishing: 1, malware: -1, other: 2 } }, {}];
    expect(sharesOf(days, 'category', categoryLabel)).toEqual([
      { key: 'phishing', label: 'Phishing', value: 3 },
      { key: 'other', label: 'Other or unclear', value: 2 },
    ]);
    expect(sharesOf([], 'department')).toEqual([]);
  });

  it('has a row for every member of the team, and for work of those who left', () => {
    const days: DayRollup[] = [{ analysts: { ada: { assigned: 2, resolved: 1, resolveMs: 1000 }, gone: { assigned: 1 } } }, { analysts: { ada: { resolved: 1, resolveMs: 3000 } } }];
    expect(analystFigures(days, { ada: 'Ada', bo: 'Bo' })).toEqual([
      { uid: 'ada', name: 'Ada', assigned: 2, resolved: 2, resolveMs: 2000 },
      { uid: 'gone', name: 'No longer in the team', assigned: 1, resolved: 0, resolveMs: null },
      { uid: 'bo', name: 'Bo', assigned: 0, resolved: 0, resolveMs: null },
    ]);
  });
});

it('shows other tips each day, and all of them in turn', () => {
  const days = Array.from({ length: tips.length / 3 }, (_, index) => tipsOf(new Date(2026, 0, 1 + index)));
  expect(new Set(days.flat())).toEqual(new Set(tips));
  expect(tipsOf(new Date(2026, 0, 1, 23))).toEqual(tipsOf(new Date(2026, 0, 1, 1)));
});
