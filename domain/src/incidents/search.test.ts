import { describe, expect, it } from 'vitest';
import { wellFormed } from '../platform/clean.ts';
import { pictureWords, searchTokens } from './search.ts';

const incident = { number: 'INC-2026-0047', title: 'Strange mail', description: 'It came today.' };

describe('the words that an incident is found by', () => {
  it('are those of its pictures as well, however long its description is', () => {
    const long = { ...incident, description: Array.from({ length: 2000 }, (_, index) => `word${index}`).join(' ') };
    const tokens = searchTokens({ ...long, pictureWords: pictureWords(['Your mailbox is suspended:\nhttps://portal.example/verify']) });
    for (const word of ['inc-2026-0047', 'mail', 'suspended', 'portal.example']) expect(tokens).toContain(word);
  });
  it('stay the same when a picture says nothing new', () => {
    expect(searchTokens({ ...incident, pictureWords: pictureWords(['Strange mail today']) })).toEqual(searchTokens(incident));
  });
  it('keep their bound whatever pictures say, and what was read before stays when more is read', () => {
    const first = pictureWords(['mailbox suspended']);
    const all = pictureWords([...first, Array.from({ length: 5000 }, (_, index) => `x${index}${'y'.repeat(200)}`).join(' ')]);
    expect(all.slice(0, 2)).toEqual(first);
    expect([all.length, Math.max(...all.map((word) => word.length))]).toEqual([200, 40]);
  });

  it('are texts, where a letter takes two units as well', () => {
    const tokens = searchTokens({ ...incident, title: `山田𠮷男 ${'𐐷'.repeat(30)}`, description: `x${'𐐷'.repeat(30)}` });
    expect(wellFormed(tokens)).toBe(tokens);
    expect(tokens).toContain('山田𠮷男');
  });
});
