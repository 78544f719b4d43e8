import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categories, type Category } from '../incidents/vocabulary.ts';
import { firstAdvice } from './advice.ts';
import { factsOf } from './facts.ts';
import { wordsOf } from './techniques/cues.ts';

const adviceFor = (category: Category, description: string) => firstAdvice(category, factsOf(wordsOf({ title: '', description })));

describe('first advice', () => {
  it('tells who has not clicked not to, and who has clicked to close the page', () => {
    expect(adviceFor('phishing', 'A mail with a link came. I did not click the link.')).toContain('Do not click anything in it and do not answer.');
    const clicked = adviceFor('phishing', 'A mail came and I clicked the link.');
    expect(clicked).toContain('Close the page and type nothing into it.');
    expect(clicked).not.toContain('Do not click anything in it and do not answer.');
  });
  it('has a password changed that was given away, before anything else', () => {
    expect(adviceFor('phishing', 'I clicked the link and typed my password.')[0]).toContain('Change the password that you gave away now, from another device');
  });
  it('has the bank called when money was paid', () => {
    expect(adviceFor('social_engineering', 'I transferred 4000 euros to him.')[0]).toContain('Call your bank');
  });
  it('asks what was on a device that is gone', () => {
    expect(adviceFor('physical_security', 'I lost my laptop in the train.')).toContain('Write down what was on the device and which accounts were signed in.');
  });
  it('cuts the connection of somebody who works on the device from afar', () => {
    expect(adviceFor('social_engineering', 'I let him in with AnyDesk.')[0]).toMatch(/Disconnect the device.*leave it switched on/);
  });
  it('is two to four sentences, and never dangerous, whatever happened', () => {
    const keys = ['clicked', 'opened-file', 'gave-password', 'gave-code', 'paid', 'device-lost', 'badge-lost', 'stranger', 'remote', 'safety', 'ransom', 'untouched'];
    fc.assert(
      fc.property(fc.constantFrom(...categories), fc.subarray(keys), (category, met) => {
        const lines = firstAdvice(category, met.map((key) => ({ key, span: { field: 'title', start: 0, end: 1, text: 'x' } })));
        expect(lines.length).toBeGreaterThanOrEqual(2);
        expect(lines.length).toBeLessThanOrEqual(4);
        expect(lines.filter((line) => /(?<!do not )\b(delete|answer|reply|turn off|switch (it|the (device|machine|computer)) off|shut down|pay) /i.test(line) && !/not delete|Pay nothing/.test(line))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
