import { describe, expect, it } from 'vitest';
import { quantitiesIn } from './quantities.ts';
import { wordsOf } from './techniques/cues.ts';

const found = (description: string): [string, string][] => quantitiesIn(wordsOf({ title: '', description })).map(({ key, span }) => [key, span.text]);

describe('how much a report speaks of', () => {
  it.each([
    ['the records of 410,000 customers are gone', 'people-thousands', '410,000 customers'],
    ['two hundred patients', 'people-hundreds', 'two hundred patients'],
    ['about 31k policyholders', 'people-thousands', '31k policyholders'],
    ['we moved 92 000 euros', 'sum-large', '92 000 euros'],
    ['1.2 million dollars went out', 'sum-large', '1.2 million dollars'],
    ['paid €480 of it', 'sum-middling', '€480'],
    ['eleven PCs restarted', 'machines', 'eleven PCs'],
  ])('is read from “%s”', (text, key, span) => {
    expect(found(text)).toEqual([[key, span]]);
  });

  it.each(['sent at 17:52 to customers', 'on 12.04.2024 patients came', 'three colleagues saw it', 'version 3.11 users', 'it costs 1.99 euros', 'I saw 500. Customers rang.'])('is nothing in “%s”', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('is the largest of several', () => {
    expect(found('120 customers, then 4,000 customers, then 300 customers')).toEqual([['people-thousands', '4,000 customers']]);
  });

  it('is read in linear time in texts made to be slow', () => {
    for (const text of ['1 000 '.repeat(2000), 'hundred '.repeat(1500), '9'.repeat(12_000), 'two k '.repeat(2000), '$1'.repeat(6000)]) {
      const started = performance.now();
      found(text);
      expect(performance.now() - started).toBeLessThan(500);
    }
  });
});
