import { assertFails, assertSucceeds, type RulesTestEnvironment } from '@firebase/rules-unit-testing';
import { doc, serverTimestamp, setDoc, Timestamp, updateDoc } from 'firebase/firestore/lite';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { deviceSlots } from '../../domain/src/notifications/device.ts';
import { channels, digests } from '../../domain/src/notifications/preferences.ts';
import { noticeKinds } from '../../domain/src/notifications/notice.ts';
import { as, device, furnish, noticePreferences, openWorld } from './world.ts';

let environment: RulesTestEnvironment;
beforeAll(async () => {
  environment = await openWorld();
  await furnish(environment);
});
afterAll(() => environment.cleanup());

describe('a notice', () => {
  const change = (data: Record<string, unknown>) => updateDoc(doc(as(environment, 'the reporter'), 'users/reporter/inbox/notice-1'), data);

  it('is marked as read with the time of the server, and as unread again', async () => {
    await assertSucceeds(change({ readAt: serverTimestamp() }));
    await assertSucceeds(change({ readAt: null }));
  });

  for (const [what, data] of Object.entries<Record<string, unknown>>({
    'a time of the client': { readAt: Timestamp.fromMillis(0) },
    'a text': { readAt: 'yes' },
    'another text': { text: 'You won.', readAt: serverTimestamp() },
    'another link': { link: 'https://evil.example' },
    'another time': { at: serverTimestamp() },
    'an unknown field': { pinned: true },
    'a later expiry': { expireAt: serverTimestamp() },
  })) {
    it(`is not given ${what}`, () => assertFails(change(data)));
  }
});

describe('notification preferences', () => {
  const save = (change: Record<string, unknown> = {}) => setDoc(doc(as(environment, 'the reporter'), 'users/reporter/settings/notifications'), noticePreferences(change));

  for (const [what, change] of Object.entries<Record<string, unknown>>({
    'a choice of every kind': { choices: Object.fromEntries(noticeKinds.map((kind, index) => [kind, channels[index % channels.length]])) },
    'no choice': { choices: {} },
    'a push of every kind': { push: Object.fromEntries(noticeKinds.map((kind, index) => [kind, index % 2 === 0])) },
    'no push': { push: {} },
    'no quiet hours': { quiet: null },
    'the bounds of a day': { quiet: { from: 0, to: 1439 } },
    'a zone of several parts': { timeZone: 'America/Argentina/Buenos_Aires' },
    ...Object.fromEntries(digests.map((digest) => [`the digest “${digest}”`, { digest }])),
  })) {
    it(`are kept with ${what}`, () => assertSucceeds(save(change)));
  }

  for (const [what, change] of Object.entries<Record<string, unknown>>({
    'an unknown kind': { choices: { everything: 'both' } },
    'an unknown channel': { choices: { message: 'pigeon' } },
    'a channel that is a map': { choices: { message: { big: 'x'.repeat(1000) } } },
    'a push that is a text': { push: { message: 'yes' } },
    'a push of an unknown kind': { push: { everything: true } },
    'pushes that are a list': { push: ['message'] },
    'choices that are a list': { choices: ['message'] },
    'an unknown severity': { newFrom: 'huge' },
    'an hour that no day has': { quiet: { from: 1440, to: 0 } },
    'half an hour': { quiet: { from: 60 } },
    'an hour that is a text': { quiet: { from: '22:00', to: '07:00' } },
    'more in the quiet hours': { quiet: { from: 1, to: 2, note: 'x' } },
    'an unknown digest': { digest: 'hourly' },
    'a zone with blanks': { timeZone: 'Mars Olympus' },
    'a zone that is too long': { timeZone: 'x'.repeat(61) },
    'an unknown field': { colour: 'blue' },
  })) {
    it(`are refused with ${what}`, () => assertFails(save(change)));
  }

  it('are the only document there', () => assertFails(setDoc(doc(as(environment, 'the reporter'), 'users/reporter/settings/other'), noticePreferences())));
});

describe('a device', () => {
  const at = (slot: string, change: Record<string, unknown> = {}) => setDoc(doc(as(environment, 'the reporter'), `users/reporter/devices/${slot}`), device('reporter', change));

  it('has one of ten places', async () => {
    for (const slot of deviceSlots) await assertSucceeds(at(slot));
    for (const slot of ['10', 'a', '-1', 'phone-0001']) await assertFails(at(slot));
  });

  for (const [what, change] of Object.entries<Record<string, unknown>>({
    'the name of somebody else': { uid: 'somebody' },
    'no token': { token: '' },
    'a token that is a map': { token: { big: 'x' } },
    'a token that is too long': { token: 'x'.repeat(1001) },
    'a token of other letters': { token: 'a b' },
    'a label that is too long': { label: 'x'.repeat(61) },
    'a label of two lines': { label: 'a\nb' },
    'a time of the client': { at: Timestamp.fromMillis(0) },
    'an unknown field': { note: 'x' },
  })) {
    it(`is refused with ${what}`, () => assertFails(at('0', change)));
  }
});

it('what is wrong with an address is written by nobody but the server', async () => {
  for (const mailTrouble of [null, { email: 'x', state: 'cleared', reason: '', at: serverTimestamp() }]) {
    await assertFails(updateDoc(doc(as(environment, 'the reporter'), 'users/reporter'), { mailTrouble }));
  }
});
