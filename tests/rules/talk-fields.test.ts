import { assertFails, assertSucceeds, type RulesTestEnvironment } from '@firebase/rules-unit-testing';
import { doc, serverTimestamp, setDoc, Timestamp, updateDoc } from 'firebase/firestore/lite';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { createId } from '../../domain/src/platform/ids.ts';
import { nameOf, type Who } from './cast.ts';
import { as, furnish, incidentIds, message, openWorld, put } from './world.ts';

let environment: RulesTestEnvironment;
beforeAll(async () => {
  environment = await openWorld();
  await furnish(environment);
});
afterAll(() => environment.cleanup());

describe('a message of an incident that names people', () => {
  const post = (change: Record<string, unknown>, who: Who = 'an analyst', incident = incidentIds.open) =>
    setDoc(doc(as(environment, who), `incidents/${incident}/messages/${createId()}`), message(who === 'the reporter' ? 'reporter' : who === 'an assigned analyst' ? 'assigned' : 'analyst', who === 'the reporter' ? 'employee' : 'security_team', change));

  it('may name the reporter and the team', () => assertSucceeds(post({ mentions: ['reporter', 'lead'] })));
  it('of the reporter may name the team', () => assertSucceeds(post({ mentions: ['lead'] }, 'the reporter')));
  it('may not name a colleague who cannot read it', () => assertFails(post({ mentions: ['colleague'] })));
  it('may not name the reporter in a note', async () => {
    await assertFails(post({ mentions: ['reporter'], audience: 'team' }));
    await assertSucceeds(post({ mentions: ['lead'], audience: 'team' }));
  });
  it('may name only members of a restricted incident', async () => {
    await assertFails(post({ mentions: ['analyst'] }, 'an assigned analyst', incidentIds.restricted));
    await assertSucceeds(post({ mentions: ['reporter'] }, 'an assigned analyst', incidentIds.restricted));
  });
  for (const [what, mentions] of Object.entries<unknown>({ 'an empty list': [], 'a text': 'lead', 'eleven names': Array.from({ length: 11 }, () => 'lead'), 'a map': { lead: true }, 'a number in the list': ['lead', 1] })) {
    it(`is refused with ${what}`, () => assertFails(post({ mentions })));
  }
  it('may answer another one, by a plain id', async () => {
    await assertSucceeds(post({ replyTo: 'everyone' }));
    await assertFails(post({ replyTo: '../x' }));
    await assertFails(post({ replyTo: { id: 'everyone' } }));
  });
  it('may bring files, but never in a note', async () => {
    await assertSucceeds(post({ attachments: ['evidence-1'] }));
    await assertFails(post({ attachments: ['evidence-1'], audience: 'team' }));
    for (const attachments of [[], ['a/b'], 'evidence-1', Array.from({ length: 6 }, () => 'evidence-1'), [1]]) await assertFails(post({ attachments }));
  });
  it('cannot be born reworded or taken back', async () => {
    await assertFails(post({ history: [] }));
    await assertFails(post({ deleted: { at: serverTimestamp(), by: { uid: 'analyst', name: nameOf('analyst') } } }));
  });
});

describe('a mark of reading', () => {
  const mark = (change: Record<string, unknown>) => setDoc(doc(as(environment, 'the reporter'), `incidents/${incidentIds.open}/readers/reporter`), { readAt: Timestamp.now(), typingAt: null, ...change });
  it('is of now or earlier', async () => {
    await assertSucceeds(mark({ readAt: Timestamp.fromMillis(0) }));
    await assertFails(mark({ readAt: Timestamp.fromMillis(Date.now() + 3_600_000) }));
    await assertFails(mark({ readAt: 'now' }));
  });
  it('says of typing that it is now', async () => {
    await assertSucceeds(mark({ readAt: Timestamp.fromMillis(0), typingAt: serverTimestamp() }));
    await assertFails(mark({ readAt: Timestamp.fromMillis(0), typingAt: Timestamp.fromMillis(Date.now() + 60_000) }));
    await assertFails(mark({ readAt: Timestamp.fromMillis(0), about: 'more' }));
  });
});

describe('rewording and taking back outside incidents', () => {
  const sent = async (minutesAgo: number, change: Record<string, unknown> = {}) => {
    const path = `rooms/room-0001/messages/${createId()}`;
    const createdAt = Timestamp.fromMillis(Date.now() - minutesAgo * 60_000);
    await put(environment, path, { ...message('analyst', 'security_team'), text: 'First.', createdAt, ...change });
    const reword = (words: Record<string, unknown> = {}, who: Who = 'an analyst') =>
      updateDoc(doc(as(environment, who), path), { text: 'Second.', editedAt: serverTimestamp(), history: [{ text: 'First.', at: createdAt }], ...words });
    const takeBack = (words: Record<string, unknown> = {}, who: Who = 'an analyst') =>
      updateDoc(doc(as(environment, who), path), { text: '', history: [], mentions: [], deleted: { at: serverTimestamp(), by: { uid: 'analyst', name: nameOf('analyst') } }, ...words });
    return { path, createdAt, reword, takeBack };
  };

  it('is possible for 15 minutes', async () => {
    await assertSucceeds((await sent(14)).reword());
    await assertSucceeds((await sent(14)).takeBack());
    await assertFails((await sent(16)).reword());
    await assertFails((await sent(16)).takeBack());
  });
  it('is for the author alone, not even for a lead or an admin', async () => {
    const { reword, takeBack } = await sent(1);
    for (const who of ['a lead', 'an admin'] as const) {
      await assertFails(reword({}, who));
      await assertFails(takeBack({}, who));
    }
  });
  it('keeps what was said, and cannot invent it', async () => {
    const { reword, createdAt } = await sent(1);
    await assertFails(reword({ history: [] }));
    await assertFails(reword({ history: [{ text: 'Never said.', at: createdAt }] }));
    await assertFails(reword({ history: [{ text: 'First.', at: Timestamp.fromMillis(0) }] }));
    await assertFails(reword({ history: [{ text: 'First.', at: createdAt }, { text: 'First.', at: createdAt }] }));
    await assertFails(reword({ createdAt: Timestamp.now() }));
    await assertFails(reword({ author: { uid: 'lead', name: nameOf('lead'), role: 'security_team' } }));
    await assertFails(reword({ text: '' }));
  });
  it('adds to the history each time', async () => {
    const earlier = { text: 'Zeroth.', at: Timestamp.fromMillis(1000) };
    const editedAt = Timestamp.fromMillis(Date.now() - 30_000);
    const { reword } = await sent(1, { history: [earlier], editedAt });
    await assertFails(reword({ history: [{ text: 'First.', at: editedAt }] }));
    await assertSucceeds(reword({ history: [earlier, { text: 'First.', at: editedAt }] }));
  });
  it('leaves nothing of what is taken back, and nothing can follow', async () => {
    const { takeBack, reword, createdAt } = await sent(1);
    await assertFails(takeBack({ text: 'Still here.' }));
    await assertFails(takeBack({ deleted: { at: serverTimestamp(), by: { uid: 'lead', name: nameOf('lead') } } }));
    await assertSucceeds(takeBack());
    await assertFails(reword({ history: [{ text: '', at: createdAt }] }));
  });
});

describe('a question', () => {
  const ask = (change: Record<string, unknown>) =>
    setDoc(doc(as(environment, 'the reporter'), `questions/${createId()}`), { title: 'Is this mail real?', asker: { uid: 'reporter', name: nameOf('reporter') }, state: 'open', createdAt: serverTimestamp(), ...change });
  for (const [what, change] of Object.entries<Record<string, unknown>>({
    'a title that is too long': { title: 'x'.repeat(201) }, 'a title of several lines': { title: 'a\nbcd' }, "somebody else's name": { asker: { uid: 'reporter', name: nameOf('lead') } },
    "somebody else's uid": { asker: { uid: 'lead', name: nameOf('reporter') } }, 'an answer': { state: 'answered' }, 'an incident': { incidentId: incidentIds.open }, 'a time of its own': { createdAt: Timestamp.now() },
  })) {
    it(`is refused with ${what}`, () => assertFails(ask(change)));
  }
  it('that became an incident takes no more messages', async () => {
    const id = createId();
    await put(environment, `questions/${id}`, { title: 'Over', asker: { uid: 'reporter', name: nameOf('reporter') }, state: 'incident', incidentId: incidentIds.open });
    await assertFails(setDoc(doc(as(environment, 'the reporter'), `questions/${id}/messages/${createId()}`), message('reporter', 'employee')));
  });
  it('holds no notes and no files', async () => {
    const path = () => `questions/question-of-reporter/messages/${createId()}`;
    await assertFails(setDoc(doc(as(environment, 'an analyst'), path()), message('analyst', 'security_team', { audience: 'team' })));
    await assertFails(setDoc(doc(as(environment, 'an analyst'), path()), message('analyst', 'security_team', { attachments: ['evidence-1'] })));
    await assertSucceeds(setDoc(doc(as(environment, 'an analyst'), path()), message('analyst', 'security_team', { mentions: ['lead'] })));
    await assertFails(setDoc(doc(as(environment, 'an analyst'), path()), message('analyst', 'security_team', { mentions: ['reporter'] })));
  });
});

describe('a pair', () => {
  const begin = (uids: unknown, id: string, who: Who = 'an analyst') => setDoc(doc(as(environment, who), `direct/${id}`), { uids, createdAt: serverTimestamp() });
  it('has the id of its two people, in order', async () => {
    await assertFails(begin(['lead', 'analyst'], 'lead_analyst'));
    await assertFails(begin(['analyst', 'lead'], 'other_id'));
    await assertFails(begin(['analyst', 'analyst'], 'analyst_analyst'));
    await assertSucceeds(begin(['analyst', 'lead'], 'analyst_lead'));
  });
  it('is of people of the team, one of them oneself', async () => {
    await assertFails(begin(['admin', 'lead'], 'admin_lead'));
    await assertFails(begin(['analyst', 'reporter'], 'analyst_reporter'));
    await assertFails(begin(['analyst', 'lead', 'was-lead'], 'analyst_lead'));
    await assertFails(begin(['lead', 'reporter'], 'lead_reporter', 'the reporter'));
  });
});

describe('a room', () => {
  it('that nobody made takes no messages, but the general one is always there', async () => {
    await assertFails(setDoc(doc(as(environment, 'an analyst'), `rooms/no-such-room/messages/${createId()}`), message('analyst', 'security_team')));
    await assertSucceeds(setDoc(doc(as(environment, 'an analyst'), `rooms/general/messages/${createId()}`), message('analyst', 'security_team')));
  });
});
