import { describe, expect, it } from 'vitest';
import { draftReply } from './reply.ts';

const report = {
  number: 'INC-2026-0001', title: 'Strange mail', description: 'A mail asked for my password.', category: 'phishing' as const, status: 'open' as const,
  reporter: { uid: 'r', name: 'Erin Example', email: 'e@example.com', department: 'Sales' }, occurredAt: null, affected: null, location: null,
  counts: { messages: 0, evidence: 0, public: 0 },
  triage: { advice: ['Do not answer it.', 'Keep the message.', 'A third.'] } as never,
};
const fact = (key: string) => ({ key, span: { field: 'description', start: 0, end: 1, text: 'x' } }) as never;
const me = { name: 'Ana Ruiz' };

describe('a drafted reply', () => {
  it('greets, gives the first advice and asks for what is missing', () => {
    const words = draftReply(report, [], me);
    expect(words).toMatch(/^Hello Erin,\n/);
    expect(words).toContain('- Do not answer it.\n- Keep the message.');
    expect(words).not.toContain('A third.');
    expect(words).toContain('1. Did you click the link');
    expect(words).toContain('2. Please add the message as a file');
    expect(words).toContain('3. When did it happen?');
    expect(words.endsWith('Ana Ruiz')).toBe(true);
  });
  it('does not ask what the report has answered', () => {
    const words = draftReply({ ...report, occurredAt: new Date(), affected: 'Only me', counts: { ...report.counts, evidence: 1 } }, [fact('untouched')], me);
    expect(words).not.toMatch(/\?|Please add|please answer/);
  });
  it('asks what was given away when something was', () => {
    const words = draftReply(report, [fact('gave-password')], me);
    expect(words).toContain('What exactly did you type in');
    expect(words).not.toContain('Did you click');
  });
  it('asks nothing and advises nothing when it is over', () => {
    const words = draftReply({ ...report, status: 'resolved' }, [], me);
    expect(words).toContain('INC-2026-0001: it is done');
    expect(words).not.toMatch(/\?|Until you hear/);
  });
  it('fits into a message for every category', () => {
    for (const category of ['phishing', 'malware', 'unauthorized_access', 'data_breach', 'social_engineering', 'physical_security', 'insider_threat', 'denial_of_service', 'other'] as const) {
      const words = draftReply({ ...report, category, description: 'x'.repeat(5000) }, [fact('paid'), fact('clicked')], me);
      expect(words.length).toBeLessThan(2000);
      expect(words).toMatch(/\d\. /);
    }
  });
});
