import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asksForReading, keptOf, toBeRead } from './reading.ts';

const sure = (...lines: string[]) => lines.map((text) => ({ text, confidence: 0.9 }));

describe('what is kept of a picture', () => {
  it('is its lines in order, without control characters and blanks around them', () => {
    expect(keptOf(sure('Verify your account \n', 'now:\u202E\u0007 https://a.example/'))).toEqual({ text: 'Verify your account\nnow: https://a.example/', cut: false, confidence: 0.9 });
  });
  it('leaves out lines that the reader is not sure of', () => {
    expect(keptOf([...sure('Your mailbox is full'), { text: '~= |_ iil', confidence: 0.2 }]).text).toBe('Your mailbox is full');
  });
  it('is nothing where only a word or two, or signs, were read', () => {
    for (const lines of [[], sure('OK'), sure('Sign in'), sure('- = 1 2 | 3', '4 5 6')]) expect(keptOf(lines)).toEqual({ text: '', cut: false, confidence: null });
  });
  it('is bounded, clean and quick, whatever comes', () => {
    const line = fc.record({ text: fc.oneof(fc.string({ unit: 'binary' }), fc.constant('🏴 word '.repeat(5000)), fc.constant('\u200B'.repeat(50_000))), confidence: fc.double({ min: 0, max: 1, noNaN: true }) });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const { text, confidence } = keptOf(lines);
        expect(text.length).toBeLessThanOrEqual(8000);
        expect(() => encodeURIComponent(text)).not.toThrow();
        expect(confidence === null).toBe(text === '');
      }),
      { numRuns: 100 },
    );
    const started = performance.now();
    expect(keptOf(sure(...Array.from({ length: 5000 }, () => 'a word or two '.repeat(50)))).cut).toBe(true);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('a picture is read', () => {
  it('when its check has ended, and each time it is asked for again', () => {
    expect(asksForReading(null, toBeRead)).toBe(true);
    expect(asksForReading(toBeRead, { ...toBeRead, attempts: 1 })).toBe(true);
  });
  it('not because of any other change of its record', () => {
    for (const after of [null, toBeRead, { ...toBeRead, state: 'done' as const }, { ...toBeRead, attempts: 5, state: 'failed' as const }]) expect(asksForReading(toBeRead, after)).toBe(false);
    expect(asksForReading(null, null)).toBe(false);
  });
});
