import { assertFails, assertSucceeds, type RulesTestEnvironment } from '@firebase/rules-unit-testing';
import { deleteField, doc, serverTimestamp, setDoc, Timestamp, writeBatch } from 'firebase/firestore/lite';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { discoveryMethods } from '../../domain/src/incidents/vocabulary.ts';
import { reportLimits } from '../../domain/src/incidents/report.ts';
import { createId } from '../../domain/src/platform/ids.ts';
import { department, nameOf, type Who } from './cast.ts';
import { as, furnish, openWorld, report } from './world.ts';

let environment: RulesTestEnvironment;
beforeAll(async () => {
  environment = await openWorld();
  await furnish(environment);
});
afterAll(() => environment.cleanup());

const write = (data: Record<string, unknown>, { who = 'the reporter' as Who, id = createId() } = {}) => setDoc(doc(as(environment, who), `incidents/${id}`), data);
const soon = (hours: number): Timestamp => Timestamp.fromMillis(Date.now() + hours * 3_600_000);
const reporter = { uid: 'reporter', name: nameOf('reporter'), email: 'reporter@example.test', department };

const accepted: Record<string, Record<string, unknown>> = {
  'a plain report': {},
  'a report without the optional answers': { location: null, occurredAt: null, noticedHow: null, affected: null },
  'the longest title': { title: 't'.repeat(reportLimits.title) },
  'the shortest title': { title: 'abc' },
  'the longest description': { description: 'd'.repeat(reportLimits.description) },
  'a report without a word, whose screenshot follows': { description: '' },
  'the longest place': { location: 'l'.repeat(reportLimits.location) },
  'the longest list of the affected': { affected: 'a'.repeat(reportLimits.affected) },
  'a text in other scripts': { title: 'Überfall – 网络钓鱼 – تصيد', description: 'Straße, ÅÄÖ, 日本語, 🙂🙂 and\n\ta tab.' },
  'HTML, as the plain text that it is': { title: '<script>alert(1)</script>', description: '<img src=x onerror=alert(1)>' },
  'a moment that a slow clock puts into the future': { occurredAt: soon(20) },
};
for (const method of discoveryMethods) accepted[`the discovery "${method}"`] = { noticedHow: method };

const refused: Record<string, Record<string, unknown>> = {
  'a title that is too long': { title: 't'.repeat(reportLimits.title + 1) },
  'a title that is too short': { title: 'ab' },
  'a title of blanks': { title: '       ' },
  'an empty title': { title: '' },
  'a title of two lines': { title: 'one\ntwo' },
  'a title with a null character': { title: 'abc\u0000def' },
  'a title that reads backwards': { title: 'invoice\u202Efdp.exe' },
  'a title with a zero-width character': { title: 'pass\u200Bword' },
  'a title with an invisible instruction in tag characters': { title: 'Invoice \u{E0049}\u{E0067}\u{E006E}' },
  'a title with an Arabic letter mark': { title: 'abc\u061Cdef' },
  'a title that is a number': { title: 12345 },
  'a title that is a list': { title: ['a', 'b', 'c'] },
  'no title but null': { title: null },
  'a description that is too long': { description: 'd'.repeat(reportLimits.description + 1) },
  'a description of a megabyte less a bit': { description: 'd'.repeat(1_000_000) },
  'a description that is too short': { description: 'Help me.' },
  'a description of blanks': { description: ' \n'.repeat(30) },
  'a description with control characters': { description: 'Something happened \u0007 here' },
  'a description that is a map': { description: { text: 'Something happened here' } },
  'an empty place instead of null': { location: '' },
  'a place that is too long': { location: 'l'.repeat(reportLimits.location + 1) },
  'a place that is a number': { location: 3 },
  'affected people that are too many': { affected: 'a'.repeat(reportLimits.affected + 1) },
  'affected people as a list': { affected: ['me'] },
  'a moment two days ahead': { occurredAt: soon(48) },
  'a moment that is a text': { occurredAt: '2026-01-15T12:00:00Z' },
  'a moment that is a number': { occurredAt: 1_768_478_400_000 },
  'an unknown discovery': { noticedHow: 'dreamt_it' },
  'a discovery that is a list': { noticedHow: ['saw_it'] },
  "another department than the profile's": { department: 'Sales' },
  'a department that is no text': { department: 7 },
  "somebody else's uid as reporter": { reporter: { ...reporter, uid: 'colleague' } },
  'an invented name': { reporter: { ...reporter, name: 'Chief Executive' } },
  'an invented address': { reporter: { ...reporter, email: 'ceo@example.test' } },
  'an invented department of the reporter': { reporter: { ...reporter, department: 'Security' } },
  'a reporter with a role': { reporter: { ...reporter, role: 'admin' } },
  'a reporter without an address': { reporter: { uid: 'reporter', name: nameOf('reporter'), department } },
  'a reporter that is a text': { reporter: 'reporter' },
  'nobody as member': { memberUids: [] },
  'another member': { memberUids: ['colleague'] },
  'a further member': { memberUids: ['reporter', 'colleague'] },
  'members that are no list': { memberUids: 'reporter' },
  'another first status': { status: 'closed' },
  'a status that is no text': { status: true },
  'a restricted report': { visibility: 'restricted' },
  'an unknown visibility': { visibility: 'everybody' },
  'a time of the client': { createdAt: Timestamp.now() },
  'an old time': { createdAt: Timestamp.fromMillis(0) },
  'a time that is null': { createdAt: null },
  'a number': { number: 'INC-2026-0001' },
  'a severity': { severity: 'critical' },
  'a rank': { severityRank: 3 },
  'an assignee': { assigneeUids: ['analyst'] },
  'a head of the chain': { head: { seq: 9, hash: 'f'.repeat(64) } },
  'counts': { counts: { messages: 0, evidence: -100, public: 0 } },
  'search tokens': { tokens: ['everything'] },
  'an unknown field': { surprise: true },
};

describe('a report', () => {
  for (const [what, change] of Object.entries(accepted)) {
    it(`is accepted with ${what}`, () => assertSucceeds(write(report('reporter', change))));
  }
  for (const [what, change] of Object.entries(refused)) {
    it(`is refused with ${what}`, () => assertFails(write(report('reporter', change))));
  }
  for (const field of Object.keys(report('reporter'))) {
    it(`is refused without its field "${field}"`, () => {
      const { [field]: _missing, ...rest } = report('reporter');
      return assertFails(write(rest));
    });
  }
  for (const [what, id] of Object.entries({ short: 'abc', long: 'a'.repeat(65), dotted: 'abc..def..ghi', blank: 'abc def ghi', 'non-ASCII': 'größenwahn', 'percent-encoded': '%2e%2e%2fusers' })) {
    it(`is refused under an id that is ${what}`, () => assertFails(write(report('reporter'), { id })));
  }
  it('is refused when a colleague copies it, name and all', () => assertFails(write(report('reporter'), { who: 'another employee' })));
  it('is refused the second time under an id that is taken', async () => {
    const id = createId();
    await assertSucceeds(write(report('reporter'), { id }));
    await assertFails(write(report('reporter', { title: 'Another story' }), { id }));
    await assertFails(write(report('colleague'), { id, who: 'another employee' }));
  });
  it('is refused as a merge into what exists', () =>
    assertFails(setDoc(doc(as(environment, 'the reporter'), 'incidents/open-incident'), { title: 'Changed', head: deleteField() }, { merge: true })));
  it('is accepted in a batch with a read marker, and refused as a whole when one part is bad', async () => {
    const db = as(environment, 'the reporter');
    const attempt = (seen: unknown) => {
      const id = createId();
      const batch = writeBatch(db);
      batch.set(doc(db, `incidents/${id}`), report('reporter'));
      batch.set(doc(db, `users/reporter/reads/${id}`), { seen, at: serverTimestamp() });
      return batch.commit();
    };
    await assertSucceeds(attempt(0));
    await assertFails(attempt('none'));
  });
});
