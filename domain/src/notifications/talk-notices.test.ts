import { describe, expect, test } from 'vitest';
import type { TeamMember } from './notice.ts';
import { noticesOfTalk, type Said, type TalkFacts } from './talk-notices.ts';

const ana: TeamMember = { uid: 'ana', name: 'Ana', role: 'security_team', lead: false };
const bob: TeamMember = { uid: 'bob', name: 'Bob', role: 'security_team', lead: false };
const lea: TeamMember = { uid: 'lea', name: 'Lea', role: 'security_team', lead: true };
const max: TeamMember = { uid: 'max', name: 'Max', role: 'admin', lead: false };
const team = [ana, bob, lea, max];
const rita = { uid: 'rita', name: 'Rita' };
const at = new Date('2026-11-02T10:00:00Z');

const said = (place: Said['place'], author: { uid: string; name: string }, more: Partial<Said> = {}): Said => ({ place, placeId: 'place-01', messageId: 'message-1', author, at, mentions: [], ...more });
const nowhere: TalkFacts = { title: null, asker: null, uids: [], writers: [] };
const question: TalkFacts = { ...nowhere, title: 'Is this us?', asker: rita, writers: ['rita'] };
const told = (...args: Parameters<typeof noticesOfTalk>) => noticesOfTalk(...args).map(({ uid, kind }) => `${uid}: ${kind}`);
const nobodyRead = new Map<string, Date>();

describe('who is told of what is written outside of incidents', () => {
  test('between two people: the other one, and nobody of the words', () => {
    const [notice, ...others] = noticesOfTalk(said('direct', ana), { ...nowhere, uids: ['ana', 'bob'] }, team, nobodyRead);
    expect(others).toEqual([]);
    expect(notice).toMatchObject({ uid: 'bob', kind: 'message', text: 'Ana wrote to you', mail: 'Ana wrote to you', link: '/talk/direct/place-01' });
  });

  test('in a room: who is named, and of the team only', () => {
    const room = { ...nowhere, title: 'Night shift' };
    expect(told(said('rooms', ana), room, team, nobodyRead)).toEqual([]);
    const notices = noticesOfTalk(said('rooms', ana, { mentions: ['ana', 'bob', 'rita'] }), room, team, nobodyRead);
    expect(notices).toMatchObject([{ uid: 'bob', kind: 'mentioned', text: 'Ana mentioned you in the room “Night shift”', mail: 'Ana mentioned you in the room' }]);
  });

  test('a question: the leads until somebody has it in hand, then who wrote in it; without a lead the administrators', () => {
    expect(told(said('questions', rita), question, team, nobodyRead)).toEqual(['lea: message']);
    expect(told(said('questions', rita), { ...question, writers: ['bob', 'rita', 'gone'] }, team, nobodyRead)).toEqual(['bob: message']);
    expect(told(said('questions', rita), question, [ana, max], nobodyRead)).toEqual(['max: message']);
  });

  test('a question that a lead asks: the administrators, not himself', () => {
    expect(told(said('questions', lea), { ...question, asker: lea, writers: ['lea'] }, [ana, lea, max], nobodyRead)).toEqual(['max: message']);
  });

  test('an answer: who asked, by its title in the inbox and not in a mail', () => {
    expect(noticesOfTalk(said('questions', ana), question, team, nobodyRead)).toMatchObject([{ uid: 'rita', text: 'Ana answered your question “Is this us?”', mail: 'Ana answered your question' }]);
  });

  test('once until they look, however much is written, and again after that; never of what they have read', () => {
    const keys = (minute: number, readMinute?: number) =>
      noticesOfTalk(said('direct', ana, { messageId: `message-${minute}`, at: new Date(at.getTime() + minute * 60_000) }), { ...nowhere, uids: ['ana', 'bob'] }, team, new Map(readMinute === undefined ? [] : [['bob', new Date(at.getTime() + readMinute * 60_000)]])).map(({ dedupeKey }) => dedupeKey);
    expect(keys(1)).toEqual(keys(2));
    expect(keys(3, 2)).not.toEqual(keys(2));
    expect(keys(3, 2)).toEqual(keys(4, 2));
    expect(keys(2, 2)).toEqual([]);
  });

  test('each time they are named', () => {
    const key = (messageId: string) => noticesOfTalk(said('rooms', ana, { messageId, mentions: ['bob'] }), nowhere, team, nobodyRead)[0]!.dedupeKey;
    expect(key('message-1')).not.toBe(key('message-2'));
  });
});
