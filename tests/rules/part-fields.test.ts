import { assertFails, assertSucceeds, type RulesTestEnvironment } from '@firebase/rules-unit-testing';
import { doc, setDoc, Timestamp } from 'firebase/firestore/lite';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { messageLimit } from '../../domain/src/conversation/message.ts';
import { evidenceLimits } from '../../domain/src/evidence/evidence.ts';
import { createId } from '../../domain/src/platform/ids.ts';
import { nameOf, type Who } from './cast.ts';
import { as, evidence, furnish, incidentIds, message, openWorld, put, storedIncident } from './world.ts';

let environment: RulesTestEnvironment;
beforeAll(async () => {
  environment = await openWorld();
  await furnish(environment);
});
afterAll(() => environment.cleanup());

describe('a message', () => {
  const post = (data: Record<string, unknown>, { who = 'the reporter' as Who, incident = incidentIds.open, id = createId() } = {}) =>
    setDoc(doc(as(environment, who), `incidents/${incident}/messages/${id}`), data);

  for (const [what, change] of Object.entries<Record<string, unknown>>({
    'a plain text': {},
    'one character': { text: 'x' },
    'the longest text': { text: 'x'.repeat(messageLimit) },
    'several lines': { text: 'one\n\ttwo\nthree' },
    'other scripts': { text: 'Grüße 网络 🙂' },
  })) {
    it(`is accepted with ${what}`, () => assertSucceeds(post(message('reporter', 'employee', change))));
  }

  for (const [what, change] of Object.entries<Record<string, unknown>>({
    'no text': { text: '' },
    'only blanks': { text: '  \n ' },
    'a text that is too long': { text: 'x'.repeat(messageLimit + 1) },
    'a text that is a number': { text: 1 },
    'control characters': { text: 'ring \u0007' },
    'characters that turn the direction': { text: 'abc \u202E def' },
    'an unknown audience': { audience: 'world' },
    'an audience that is a list': { audience: ['everyone'] },
    'a note to the team': { audience: 'team' },
    "somebody else's uid": { author: { uid: 'analyst', name: nameOf('reporter'), role: 'employee' } },
    "somebody else's name": { author: { uid: 'reporter', name: nameOf('analyst'), role: 'employee' } },
    "somebody else's role": { author: { uid: 'reporter', name: nameOf('reporter'), role: 'security_team' } },
    'an author without a role': { author: { uid: 'reporter', name: nameOf('reporter') } },
    'an author with more': { author: { uid: 'reporter', name: nameOf('reporter'), role: 'employee', lead: true } },
    'a time of the client': { createdAt: Timestamp.now() },
    'a place in the chain': { seq: 5 },
    'an unknown field': { pinned: true },
  })) {
    it(`of a reporter is refused with ${what}`, () => assertFails(post(message('reporter', 'employee', change))));
  }

  for (const field of Object.keys(message('reporter', 'employee'))) {
    it(`is refused without its field "${field}"`, () => {
      const { [field]: _missing, ...rest } = message('reporter', 'employee');
      return assertFails(post(rest));
    });
  }

  it('is refused under an id with a path in it', () => assertFails(post(message('reporter', 'employee'), { id: 'a..b' })));
  it('is refused where there is no incident, even from an admin', async () => {
    await assertFails(post(message('reporter', 'employee'), { incident: 'no-such-incident' }));
    await assertFails(post(message('admin', 'admin'), { incident: 'no-such-incident', who: 'an admin' }));
  });
  it('is refused over another one', () => assertFails(post(message('reporter', 'employee'), { id: 'everyone' })));
  it('of the team may be a note to the team', () => assertSucceeds(post(message('analyst', 'security_team', { audience: 'team' }), { who: 'an analyst' })));
  it('of an analyst who reported it goes out in his role', async () => {
    const incident = createId();
    await put(environment, `incidents/${incident}`, storedIncident('analyst', 'team'));
    await assertSucceeds(post(message('analyst', 'security_team'), { who: 'an analyst', incident }));
    await assertFails(post(message('analyst', 'employee'), { who: 'an analyst', incident }));
  });
  it('of a former analyst is refused, though he is still a member', async () => {
    const incident = createId();
    await put(environment, `incidents/${incident}`, storedIncident('reporter', 'team', ['colleague', 'demoted']));
    await assertFails(post(message('colleague', 'employee'), { who: 'another employee', incident }));
    await assertFails(post(message('demoted', 'employee'), { who: 'a demoted analyst', incident }));
    await assertFails(post(message('demoted', 'security_team'), { who: 'a demoted analyst', incident }));
  });
});

describe('a file of evidence', () => {
  const add = (change: Record<string, unknown> = {}, { id = createId(), incident = incidentIds.open, who = 'the reporter' as Who } = {}) =>
    setDoc(doc(as(environment, who), `incidents/${incident}/evidence/${id}`), evidence(incident, id, 'reporter', change));

  for (const [what, change] of Object.entries<Record<string, unknown>>({
    'plain facts': {},
    'the largest size': { size: evidenceLimits.bytes },
    'one byte': { size: 1 },
    'the longest name': { name: `${'n'.repeat(evidenceLimits.name - 4)}.png` },
    'a name in another script': { name: 'Bildschirmfoto für Übung 図.png' },
    'no declared type': { declaredType: '' },
  })) {
    it(`is accepted with ${what}`, () => assertSucceeds(add(change)));
  }

  for (const [what, change] of Object.entries<Record<string, unknown>>({
    'no name': { name: '' },
    'a name that is too long': { name: 'n'.repeat(evidenceLimits.name + 1) },
    'a name with a slash': { name: '../../etc/passwd' },
    'a name with a backslash': { name: '..\\..\\boot.ini' },
    'a name of dots': { name: '..' },
    'a name with a line break': { name: 'a\nb.png' },
    'a name with a control character': { name: 'a\u0000.png' },
    'a name that reads backwards': { name: 'photo\u202Egnp.exe' },
    'no bytes': { size: 0 },
    'a negative size': { size: -1 },
    'a byte too many': { size: evidenceLimits.bytes + 1 },
    'half a byte': { size: 10.5 },
    'a size that is a text': { size: '10' },
    'a declared type that is too long': { declaredType: 'x'.repeat(101) },
    'a declared type with a line break': { declaredType: 'image/png\nX-Evil: 1' },
    'a declared type that is null': { declaredType: null },
    'a short hash': { sha256: 'ab' },
    'a hash in capitals': { sha256: 'AB'.repeat(32) },
    'a hash that is no hash': { sha256: 'zz'.repeat(32) },
    'the path of another incident': { path: `incidents/${incidentIds.restricted}/quarantine/evidence-1` },
    'a path that climbs': { path: `incidents/${incidentIds.open}/quarantine/../../secret` },
    'a path elsewhere': { path: 'https://example.test/malware' },
    "somebody else's uid": { addedBy: { uid: 'analyst', name: nameOf('reporter') } },
    "somebody else's name": { addedBy: { uid: 'reporter', name: nameOf('analyst') } },
    'a time of the client': { createdAt: Timestamp.now() },
    'a verdict of its own': { scan: 'clean' },
  })) {
    it(`is refused with ${what}`, () => assertFails(add(change)));
  }

  for (const field of Object.keys(evidence('incident', 'evidence', 'reporter'))) {
    it(`is refused without its field "${field}"`, () => {
      const id = createId();
      const { [field]: _missing, ...rest } = evidence(incidentIds.open, id, 'reporter');
      return assertFails(setDoc(doc(as(environment, 'the reporter'), `incidents/${incidentIds.open}/evidence/${id}`), rest));
    });
  }

  it('is refused under a bad id', () => assertFails(add({}, { id: 'x..y' })));
  it('is refused where there is no incident, even from an admin', async () => {
    await assertFails(add({}, { incident: 'no-such-incident' }));
    const id = createId();
    await assertFails(setDoc(doc(as(environment, 'an admin'), `incidents/no-such-incident/evidence/${id}`), evidence('no-such-incident', id, 'admin')));
  });
  it('is refused from a colleague in the name of the reporter', () => assertFails(add({}, { who: 'another employee' })));
  it(`is refused once ${evidenceLimits.files} files are there`, async () => {
    const counted = async (files: number) => {
      const incident = createId();
      await put(environment, `incidents/${incident}`, { ...storedIncident('reporter', 'team'), counts: { messages: 0, evidence: files, public: 0 } });
      return incident;
    };
    await assertSucceeds(add({}, { incident: await counted(evidenceLimits.files - 1) }));
    await assertFails(add({}, { incident: await counted(evidenceLimits.files) }));
  });
  it('is refused where it would go past 100 MB together', async () => {
    const holding = async (evidenceBytes: number) => {
      const incident = createId();
      await put(environment, `incidents/${incident}`, { ...storedIncident('reporter', 'team'), counts: { messages: 0, evidence: 1, evidenceBytes, public: 0 } });
      return incident;
    };
    await assertSucceeds(add({ size: 1000 }, { incident: await holding(evidenceLimits.totalBytes - 1000) }));
    await assertFails(add({ size: 1000 }, { incident: await holding(evidenceLimits.totalBytes - 999) }));
  });
  it('is accepted before the server has counted anything', async () => {
    const incident = createId();
    const { counts: _none, ...fresh } = storedIncident('reporter', 'team');
    await put(environment, `incidents/${incident}`, fresh);
    await assertSucceeds(add({}, { incident }));
  });
});
