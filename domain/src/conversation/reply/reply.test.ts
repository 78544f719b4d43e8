import { describe, expect, it } from 'vitest';
import { categories } from '../../incidents/vocabulary.ts';
import type { Message } from '../message.ts';
import { composeReply } from './compose.ts';
import { openDraft, outcomeOf } from './drafted.ts';
import { replyMaterial } from './material.ts';

const incident = {
  number: 'INC-2026-0001', title: 'Strange mail', description: 'A mail asked for my password.', category: 'phishing' as const, severity: 'medium' as const, status: 'open' as const,
  reporter: { uid: 'erin', name: 'Erin Example', email: 'e@example.com', department: 'Sales' }, occurredAt: null, affected: null, location: null, resolution: null,
  counts: { messages: 0, evidence: 0, public: 0 },
};
const fact = (key: string) => ({ key, span: { field: 'description' as const, start: 0, end: 1, text: 'x' } });
const ana = { name: 'Ana Ruiz' };
const message = (uid: string, text: string, more: Partial<Message> = {}) => ({ text, audience: 'everyone' as const, author: { uid, name: uid, role: 'security_team' }, ...more });
const words = (...given: Partial<[typeof incident, ReturnType<typeof message>[], string[]]>): string => composeReply(replyMaterial(given[0] ?? incident, given[1] ?? [], (given[2] ?? []).map(fact), ana));

describe('a drafted reply', () => {
  it('greets by the first name, says what was understood, what to do now, what is missing and what comes next', () => {
    const text = words(incident, [], ['clicked']);
    expect(text).toMatch(/^Hello Erin,\nthank you for reporting this\. This is how I understand it: a message that may be phishing; the link was opened\./);
    expect(text).toContain('- Close the page and type nothing into it.');
    expect(text).toContain('1. Did the page that opened ask you for anything');
    expect(text).not.toContain('3. ');
    expect(text).toContain('I look into it next');
    expect(text.endsWith('Ana Ruiz')).toBe(true);
  });

  it('asks what was given away when something was, and not whether', () => {
    const text = words(incident, [], ['gave-password', 'untouched']);
    expect(text).toContain('What exactly did you type in');
    expect(text).not.toMatch(/Did you click|nothing was opened/);
  });

  it('thanks for an answer, and says and asks nothing a second time', () => {
    const first = words();
    const text = words(incident, [message('ana', first), message('erin', 'I did not click anything.')], ['untouched']);
    expect(text).toContain('thank you for your answer');
    for (const line of first.split('\n').filter((each) => /^(?:-|\d\.) /.test(each))) expect(text).not.toContain(line.replace(/^\S+ /, ''));
    expect(text).not.toContain('This is how I understand it');
  });

  it('reminds of what was asked while nobody has answered', () => {
    const first = words();
    expect(words(incident, [message('ana', first)])).toContain('I still need your answer:\n1. Did you click the link');
  });

  it('never holds a note of the team, nor what was taken back', () => {
    const notes = [message('ana', 'SECRET: we suspect Erin herself', { audience: 'team' }), message('ana', 'TAKEN back', { deleted: { at: new Date(), by: { uid: 'ana', name: 'Ana' } } })];
    const material = replyMaterial(incident, notes, [], ana);
    expect(JSON.stringify(material)).not.toMatch(/SECRET|TAKEN/);
    expect(material.state).toBe('first');
  });

  it('asks and advises nothing when it is over, and says how it ended in the meaning of its code', () => {
    const text = words({ ...incident, status: 'resolved' as never, resolution: { code: 'false_positive', summary: 'SECRET', at: new Date(), by: { uid: 'ana', name: 'Ana' } } as never });
    expect(text).toContain('INC-2026-0001: it is done on our side. What was reported did not happen');
    expect(text).not.toMatch(/\?|do this now|SECRET/);
  });

  it.each(categories)('fits into a message of a report of %s, however long it is', (category) => {
    const text = words({ ...incident, category: category as 'phishing', description: 'x'.repeat(5000) }, [], ['paid', 'clicked', 'device-lost']);
    expect(text.length).toBeLessThan(2000);
    expect(text).toMatch(/\n- .+\n[^]*1\. /);
  });
});

describe('what became of a draft', () => {
  const draft = words(incident, [], ['clicked']);
  const open = openDraft('d1', draft);
  it('is seen by the message that went out', () => {
    expect(outcomeOf(open, `${draft}\n`)).toBe('unchanged');
    expect(outcomeOf(open, draft.replace('I look into it next', 'I call you next'))).toBe('changed');
    expect(outcomeOf(open, 'Hello Erin,\nplease call me.\n\nAna Ruiz')).toBe('dropped');
  });
  it('is known without keeping a word of it', () => {
    expect(JSON.stringify(open)).not.toMatch(/Erin|phishing|link/);
  });
});
