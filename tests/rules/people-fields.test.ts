import { assertFails, assertSucceeds, type RulesTestEnvironment } from '@firebase/rules-unit-testing';
import { doc as listened, onSnapshot, type Firestore } from 'firebase/firestore';
import { deleteField, doc, getDoc, serverTimestamp, setDoc, Timestamp, updateDoc } from 'firebase/firestore/lite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { cast, claimsOf, type Person, type Who } from './cast.ts';
import { as, furnish, incidentIds, message, openWorld, profileOf, put, storedIncident } from './world.ts';

let environment: RulesTestEnvironment;
beforeAll(async () => {
  environment = await openWorld();
  await furnish(environment);
});
afterAll(() => environment.cleanup());

describe('a profile', () => {
  const change = (changes: Record<string, unknown>, who: Who = 'another employee') =>
    updateDoc(doc(as(environment, who), `users/${(cast[who] as Person).uid}`), changes);
  const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`key${index}`, true]));

  for (const [what, changes] of Object.entries<Record<string, unknown>>({
    'a new name': { name: 'Renée O’Connor-Müller' },
    'a new department': { department: 'Human resources' },
    'a telephone number': { phone: '+49 (30) 123-456' },
    'no telephone number': { phone: null },
    'a preference': { 'preferences.theme': 'light' },
    'thirty preferences': { preferences: many(30) },
    'no preferences': { preferences: {} },
  })) {
    it(`takes ${what} from its owner`, () => assertSucceeds(change(changes)));
  }

  for (const [what, changes] of Object.entries<Record<string, unknown>>({
    'another role': { role: 'admin' },
    'the lead': { lead: true },
    'another status': { status: 'suspended' },
    'a work state': { workState: { kind: 'available', incidentId: null, incidentNumber: null, since: Timestamp.now() } },
    'another address': { email: 'ceo@example.test' },
    'another birthday of the account': { createdAt: Timestamp.now() },
    'an unknown field': { nickname: 'x' },
    'a role beside a good name': { name: 'Good name', role: 'admin' },
    'a name that is too short': { name: 'x' },
    'a name that is too long': { name: 'x'.repeat(101) },
    'a name that is no text': { name: 12 },
    'a name of two lines': { name: 'Eve\nAdmin' },
    'a name with control characters': { name: 'Eve\u202E' },
    'no name at all': { name: deleteField() },
    'an empty department': { department: '' },
    'a department that is too long': { department: 'x'.repeat(61) },
    'no department at all': { department: deleteField() },
    'a telephone number of letters': { phone: 'call me maybe' },
    'a telephone number that is too long': { phone: '1'.repeat(31) },
    'a telephone number that is a number': { phone: 123456 },
    'no telephone field at all': { phone: deleteField() },
    'preferences that are a list': { preferences: ['dark'] },
    'too many preferences': { preferences: many(31) },
    'a preference that is too big': { preferences: { theme: 'x'.repeat(3000) } },
    'a preference with depth': { preferences: { theme: { nested: 'x' } } },
    'no preferences field at all': { preferences: deleteField() },
  })) {
    it(`does not take ${what} from its owner`, () => assertFails(change(changes)));
  }

  it('cannot be raised by an analyst, a lead or a demoted admin either', async () => {
    await assertFails(change({ role: 'admin' }, 'an analyst'));
    await assertFails(change({ lead: true }, 'an analyst'));
    await assertFails(change({ role: 'admin' }, 'a lead'));
    await assertFails(change({ role: 'admin' }, 'a demoted admin'));
  });
  it('is not changed by an admin from a client: that is an operation', () =>
    assertFails(updateDoc(doc(as(environment, 'an admin'), 'users/colleague'), { role: 'security_team' })));
  it('cannot be un-suspended by its owner', () => assertFails(change({ status: 'active' }, 'a suspended employee')));
});

describe('a read marker', () => {
  const mark = (data: Record<string, unknown>, id: string = incidentIds.open) => setDoc(doc(as(environment, 'the reporter'), `users/reporter/reads/${id}`), data);
  it('is kept', () => assertSucceeds(mark({ seen: 0, at: serverTimestamp() })));
  for (const [what, data] of Object.entries<Record<string, unknown>>({
    'a negative number': { seen: -1, at: serverTimestamp() },
    'a fraction': { seen: 1.5, at: serverTimestamp() },
    'a text': { seen: '1', at: serverTimestamp() },
    'a time of the client': { seen: 1, at: Timestamp.now() },
    'no time': { seen: 1 },
    'no number': { at: serverTimestamp() },
    'more than that': { seen: 1, at: serverTimestamp(), note: 'x'.repeat(1000) },
  })) {
    it(`is refused with ${what}`, () => assertFails(mark(data)));
  }
  it('is refused under a bad id', () => assertFails(mark({ seen: 1, at: serverTimestamp() }, 'a..b')));
});

describe('presence', () => {
  const show = (data: Record<string, unknown>) => setDoc(doc(as(environment, 'an analyst'), 'presence/analyst'), data);
  it('is a time of the server', () => assertSucceeds(show({ seenAt: serverTimestamp() })));
  it('is not a time of the client', () => assertFails(show({ seenAt: Timestamp.fromMillis(Date.now() + 86_400_000) })));
  it('holds nothing else', () => assertFails(show({ seenAt: serverTimestamp(), status: 'x'.repeat(1000) })));
  it('is not empty', () => assertFails(show({})));
});

describe('a change of standing', () => {
  const profile = { role: 'security_team', lead: false, status: 'active' } as const;
  const reads = () => getDoc(doc(as(environment, 'an analyst'), `incidents/${incidentIds.open}/internal/case`));
  const posts = () => setDoc(doc(as(environment, 'an analyst'), `incidents/${incidentIds.open}/messages/message-${Math.random().toString(36).slice(2)}`), message('analyst', 'security_team'));

  it('works at once, with the token that was valid a moment ago', async () => {
    await assertSucceeds(reads());
    await assertSucceeds(posts());
    await put(environment, 'users/analyst', profileOf('analyst', { ...profile, status: 'suspended' }));
    await assertFails(reads());
    await assertFails(posts());
    await put(environment, 'users/analyst', profileOf('analyst', { ...profile, role: 'employee' }));
    await assertFails(reads());
    await assertFails(posts());
    await put(environment, 'users/analyst', profileOf('analyst', profile));
    await assertSucceeds(reads());
    await assertSucceeds(posts());
  });

  it('is told to the person himself, and ends what he listens to at the next change', async () => {
    const db = environment.authenticatedContext('assigned', claimsOf('an assigned analyst')).firestore() as unknown as Firestore;
    const heard: unknown[] = [];
    const statuses: unknown[] = [];
    let ended = '';
    const stopIncident = onSnapshot(listened(db, `incidents/${incidentIds.open}`), (snapshot) => heard.push(snapshot.get('title')), (error) => (ended = error.code));
    const stopProfile = onSnapshot(listened(db, 'users/assigned'), (snapshot) => statuses.push(snapshot.get('status')));
    await vi.waitFor(() => expect([heard.length, statuses]).toEqual([1, ['active']]));

    await put(environment, 'users/assigned', profileOf('assigned', { ...profile, status: 'suspended' }));
    await vi.waitFor(() => expect(statuses).toEqual(['active', 'suspended']), 5000);
    await put(environment, `incidents/${incidentIds.open}`, { ...storedIncident('reporter', 'team', ['assigned']), title: 'A secret turn' });
    await vi.waitFor(() => expect(ended).toBe('permission-denied'), 5000);
    expect(heard).not.toContain('A secret turn');
    stopIncident();
    stopProfile();
    await put(environment, 'users/assigned', profileOf('assigned', profile));
  });
});
