import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { cleanText, cutText, wellFormed } from './clean.ts';
import { createId } from './ids.ts';
import { documentId, line, text } from './text.ts';

const codePoints = fc.string({ unit: 'binary', maxLength: 300 });
const halves = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 300 }).map((units) => String.fromCharCode(...units));
const nasty = fc.array(fc.constantFrom('\u0000', '\u0007', '\u001B[2J', '\u007F', '\u0085', '\u061C', '\u200B', '\u200D', '\u202E', '\u2066', '\uFEFF', '\u{E0041}', '\uD800', '\uDC00', '\r\n', '\r', '\n', '\t', ' ', '\u00A0', 'a', 'e\u0301', '<script>', '🙂', '__proto__'), { maxLength: 60 }).map((pieces) => pieces.join(''));
/** Any string that a hostile client could send. */
const hostile = fc.oneof(codePoints, halves, nasty);

// Named one by one, apart from the pattern under test.
function isUnwanted(char: string): boolean {
  const code = char.codePointAt(0)!;
  if (code < 0x20) return code !== 0x09 && code !== 0x0a;
  return (
    (code >= 0x7f && code <= 0x9f) ||
    code === 0x61c ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2064) ||
    (code >= 0x2066 && code <= 0x2069) ||
    code === 0xfeff ||
    (code >= 0xd800 && code <= 0xdfff) ||
    (code >= 0xe0000 && code <= 0xe007f)
  );
}

describe('cleaning a text', () => {
  it('leaves no control, bidi, zero-width or tag character and no half surrogate', () => {
    fc.assert(fc.property(hostile, (value) => void expect([...cleanText(value)].filter(isUnwanted)).toEqual([])), { numRuns: 2000 });
  });
  it('twice is the same as once', () => {
    fc.assert(fc.property(hostile, (value) => void expect(cleanText(cleanText(value))).toBe(cleanText(value))), { numRuns: 2000 });
  });
  it('survives a trip through UTF-8, as storage makes it', () => {
    fc.assert(fc.property(hostile, (value) => void expect(new TextDecoder().decode(new TextEncoder().encode(cleanText(value)))).toBe(cleanText(value))), { numRuns: 1000 });
  });
  it('keeps what people write', () => {
    for (const value of ['Überfall – 网络钓鱼', 'one\n\ttwo', 'naïve café', '🙂', 'a < b && c > d', "Robert'); DROP TABLE incidents;--"]) expect(cleanText(value)).toBe(value);
  });
  it('unites what looks the same, and ends lines in one way', () => {
    expect(cleanText('  cafe\u0301\r\nbar\rbaz \u200B')).toBe('café\nbar\nbaz');
  });
});

describe.each([
  ['text', text('The text', 3, 200)],
  ['line', line('The text', 3, 200)],
] as const)('the schema of a %s', (kind, schema) => {
  it('throws nothing but a ZodError, whatever comes', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.anything()), (value) => {
        try {
          schema.parse(value);
        } catch (error) {
          expect(error).toBeInstanceOf(z.ZodError);
        }
      }),
      { numRuns: 2000 },
    );
  });
  it('lets through only what is clean and within its bounds', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const result = schema.safeParse(value);
        if (!result.success) return;
        expect([...result.data].filter(isUnwanted)).toEqual([]);
        expect(result.data.length).toBeGreaterThanOrEqual(3);
        expect(result.data.length).toBeLessThanOrEqual(200);
        if (kind === 'line') expect(result.data).not.toMatch(/[\n\t]/);
      }),
      { numRuns: 2000 },
    );
  });
  it('says in a sentence what is wrong', () => {
    for (const [value, sentence] of [
      ['', 'The text needs at least 3 characters.'],
      ['\u200B\u200B\u200B\u200B', 'The text needs at least 3 characters.'],
      ['x'.repeat(201), 'The text may have at most 200 characters.'],
      [7, 'The text must be a text.'],
      [null, 'The text must be a text.'],
    ] as const) {
      expect(schema.safeParse(value).error?.issues[0]?.message).toBe(sentence);
    }
  });
  it('refuses a pasted megabyte without working on it', () => {
    const pasted = '\u202Ee\u0301'.repeat(350_000);
    const started = performance.now();
    for (let round = 0; round < 20; round++) expect(schema.safeParse(pasted).success).toBe(false);
    // Cleaning it takes tens of ms a round; not cleaning it, microseconds.
    expect((performance.now() - started) / 20).toBeLessThan(50);
  });
});

describe('a document id', () => {
  it('is what createId makes', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 25, maxLength: 25 }), (bytes) => void expect(documentId.safeParse(createId(() => bytes)).success).toBe(true)));
    expect(new Set(Array.from({ length: 1000 }, () => createId())).size).toBe(1000);
  });
  it('cannot hold a path or anything else with a meaning', () => {
    fc.assert(fc.property(hostile, (value) => void expect(documentId.safeParse(value).success).toBe(/^[A-Za-z0-9_-]{8,64}$/.test(value))));
    for (const id of ['../../users', 'a/b/c/d/e/f', '__proto__/x', '12345678\n', '........', '%2e%2e%2f%2e']) expect(documentId.safeParse(id).success).toBe(false);
  });
});

describe('what is stored', () => {
  it('is cut between characters, never within one', () => {
    expect([cutText('a🙂b', 2), cutText('a🙂b', 3), cutText('a🙂b', 9), cutText('', 3)]).toEqual(['a', 'a🙂', 'a🙂b', '']);
    fc.assert(fc.property(codePoints, fc.nat(40), (value, most) => wellFormed(cutText(value, most)) === cutText(value, most)));
  });

  it('holds no half of a character anywhere, and is the same object where it held none', () => {
    const at = new Date();
    expect(wellFormed({ a: ['x\ud835', { b: '\udc00y' }], at, n: 1, none: null })).toEqual({ a: ['x', { b: 'y' }], at, n: 1, none: null });
    const whole = { a: ['🙂', { b: 'é' }], at };
    expect(wellFormed(whole)).toBe(whole);
  });
});
