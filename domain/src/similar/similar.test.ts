import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identifiersOf, sharedIdentifiers } from './identifiers.ts';
import { ProfileIndex } from './index-of-profiles.ts';
import { compareReports, crowdsOf, judge, pairFeatures, levelOf, lifted, outdone, readReport, tellingSynonyms, tellingWords, type PairModel, type ReadReport } from './pair.ts';
import { comparedText, leadingCategory, partsOf, profileLength, profileOf } from './profile.ts';
import { companyOf, whyAlike, withNeighbour, type Neighbour } from './similar.ts';
import { synonymRows } from './synonym-rows.ts';
import { notionsOf } from './synonyms.ts';
import { decodeTable, encodeTable, stemOf } from './word-table.ts';
import { wordsOf } from './words.ts';
import stored from './model.json' with { type: 'json' };

const model: PairModel = stored;
const table = decodeTable(readFileSync(new URL('../../models/words.bin', import.meta.url)));
const shares = [0.7, 0.2, 0.1, 0, 0, 0, 0, 0, 0];
const meaning = (seed: number): Float32Array => Float32Array.from({ length: 512 }, (_, index) => Math.sin(seed * 7 + index));
const product = (a: Float32Array, b: Float32Array): number => a.reduce((sum, value, index) => sum + value * b[index]!, 0);
const profiled = (text: string, seed = 1): Float32Array => profileOf({ words: wordsOf(text, table), meaning: meaning(seed), shares });
const read = (text: string, seed = 1): ReadReport => readReport(text, profiled(text, seed), table);

describe('a profile', () => {
  it('is as long as it says, nearest to itself, and keeps its parts', () => {
    const one = profiled('A courier text asks for a customs fee');
    expect(one).toHaveLength(profileLength(512));
    expect(product(one, one)).toBeGreaterThan(product(one, profiled('The toner is empty again', 3)));
    expect(leadingCategory(one)).toBe('phishing');
    const { meaning: kept, category } = partsOf(one);
    expect([product(kept, kept), product(category, category)]).toEqual([expect.closeTo(1, 4), expect.closeTo(1, 4)]);
    expect(kept).toHaveLength(512);
  });
  it('of a text that says nothing is nothing, and like nothing', () => {
    const empty = profileOf({ words: wordsOf('', table), meaning: new Float32Array(512), shares: shares.map(() => 0) });
    expect([...empty].every((value) => value === 0)).toBe(true);
    expect(leadingCategory(empty)).toBeNull();
    const [score] = judge(model, readReport('', empty, table), [read('Stolen laptop')]);
    expect(levelOf(model, score!, model.embedding, 0)).toBeNull();
  });
  it('reads what was written first, and not what is quoted', () => {
    expect(comparedText({ title: 'Odd mail', description: 'See this:\n> click here\n> now\nI did not.' })).toBe('Odd mail. See this:\nI did not.');
    expect(comparedText({ title: 'x'.repeat(200), description: 'y'.repeat(5000) })).toHaveLength(600);
  });
  it('takes hostile texts in linear time', () => {
    for (const text of ['a'.repeat(200_000), '-'.repeat(200_000), 'ab '.repeat(60_000), `${'('.repeat(50_000)}${'>'.repeat(50_000)}`, 'constructor __proto__ toString '.repeat(6000)]) {
      const started = performance.now();
      read(comparedText({ title: text.slice(0, 200), description: text }));
      wordsOf(text, table);
      expect(performance.now() - started).toBeLessThan(1000);
    }
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void expect([...profiled(text)].every(Number.isFinite)).toBe(true)));
  });
});

describe('the table of words', () => {
  it('brings forms of a word together', () => {
    for (const [one, other] of [['voucher', 'vouchers'], ['calling', 'called'], ['stopped', 'stops'], ['parties', 'party'], ['device', 'devices']]) expect(stemOf(one!)).toBe(stemOf(other!));
    expect(stemOf('access')).toBe('access');
  });
  it('knows rare from everyday, near from far, and takes an unknown word for a rare one', () => {
    const [rucksack, backpack, invoice, email, unknown] = ['rucksack', 'backpack', 'invoice', 'email', 'zqxwvk'].map((word) => table.lookUp(word));
    expect(product(rucksack!.vector!, backpack!.vector!)).toBeGreaterThan(product(rucksack!.vector!, invoice!.vector!) + 0.3);
    expect(rucksack!.rarity).toBeGreaterThan(email!.rarity);
    expect(unknown!.vector).toBeNull();
    expect(unknown!.rarity).toBeGreaterThanOrEqual(rucksack!.rarity);
  });
  it('comes back as it was laid out, and refuses what is none', () => {
    const bytes = encodeTable({ name: 'little', largestIdf: 8 }, [{ word: 'cat', rarity: 2, vector: [1, 0] }, { word: 'xyz', rarity: 8, vector: null }]);
    const little = decodeTable(bytes);
    expect(little.lookUp('cats')).toEqual({ rarity: expect.closeTo(2, 1), vector: Float32Array.from([1, 0]) });
    expect(little.lookUp('xyz')).toEqual({ rarity: 8, vector: null });
    expect(() => decodeTable(new TextEncoder().encode('{"words": []}'))).toThrow('no table of words');
  });
});

describe('synonyms', () => {
  it('are words: none has a digit, none stands twice in a row, and each row has two', () => {
    for (const row of synonymRows) {
      expect(row.filter((phrase) => !/^[a-z]/.test(phrase) || /[\d<>]/.test(phrase) || phrase.trim() !== phrase), row.join()).toEqual([]);
      expect(new Set(row).size, row.join()).toBe(row.length);
      expect(row.length, row.join()).toBeGreaterThan(1);
    }
  });
  it('are found as words and as phrases, in any form, and only whole', () => {
    const named = (one: string, other: string) => tellingSynonyms({ notions: notionsOf(one, table) }, { notions: notionsOf(other, table) });
    expect(named('two thumb drives', 'a memory stick')).toEqual([['thumb drives', 'memory stick']]);
    expect(named('my thumb', 'a memory stick')).toEqual([]);
    expect(named('a skip', 'the skip')).toEqual([]);
  });
});

describe('two reports', () => {
  const darren = 'Call from Darren in IT. He asked for the six digits on my phone to move our authenticator.';
  it('are judged the same in both directions', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 12 }), fc.lorem({ maxCount: 12 }), (a, b) => {
        const [there, back] = [compareReports(read(a, 1), read(b, 2)), compareReports(read(b, 2), read(a, 1))];
        there.forEach((value, index) => expect(value).toBeCloseTo(back[index]!, 5));
      }),
    );
  });
  it('are likelier the same where they share a rare name than where they share everyday words', () => {
    const name = 'A chap named Darren rang and wanted a number.';
    const everyday = 'A chap called from IT on my phone.';
    const [byName, byWords] = judge(model, read(darren), [read(name, 2), read(everyday, 2)]);
    expect(byName).toBeGreaterThan(byWords!);
    expect(tellingWords(read(darren), read(name))).toEqual(['Darren']);
  });
  it('are likelier the same where other words mean the same', () => {
    const [, , , , near] = compareReports(read('My rucksack with the laptop stayed on the train'), read('Her backpack and computer were left in the carriage'));
    const [, , , , far] = compareReports(read('My rucksack with the laptop stayed on the train'), read('An invoice arrived for toner that nobody ordered'));
    expect(near).toBeGreaterThan(far!);
  });
  it('are likelier the same where they name a thing by different words', () => {
    const stick = 'Someone left a memory stick by the dumpster.';
    const [bySynonym, byNothing] = judge(model, read(stick), [read('A thumb drive lies next to our trash.', 2), read('A wooden chair lies next to our desk.', 2)]);
    expect(bySynonym).toBeGreaterThan(byNothing!);
    expect(compareReports(read(stick), read(stick))[pairFeatures.indexOf('synonyms')]).toBe(0);
  });
  it('are likelier the same where they name the same host, and less likely where they are everyday trouble', () => {
    const [byHost, byOther] = judge(model, read('Mail from admin@quaymail.co about my quota'), [read('Is quaymail.co ours? It says so.', 2), read('Is quaymail.de ours? It says so.', 2)]);
    expect(byHost).toBeGreaterThan(byOther!);
    const profile = (everyday: number): Float32Array => profileOf({ words: wordsOf(darren, table), meaning: meaning(1), shares: [1 - everyday, 0, 0, 0, 0, 0, 0, 0, everyday] });
    const of = (everyday: number): ReadReport => readReport(darren, profile(everyday), table);
    expect(of(0.2).everyday).toBeCloseTo(0.2);
    expect(judge(model, of(0.9), [of(0.9)])[0]).toBeLessThan(judge(model, of(0.1), [of(0.1)])[0]!);
  });
  it('are less likely the same where one is liker to another', () => {
    expect(outdone(0.5, 1, 3)).toBe(0);
    expect(outdone(0.5, 1, -4)).toBe(1);
    const [one, far] = [read(darren), read('Someone from IT called Darren was seen in the canteen.', 2)];
    const [alone] = judge({ ...model, company: 0 }, one, [far]);
    const [beside] = judge({ ...model, company: 0 }, one, [far, read(darren)]);
    expect(beside).toBeLessThan(alone!);
  });
  it('that are told in the same words by many are all the same', () => {
    const many = Array.from({ length: 30 }, () => read(darren));
    for (const score of judge(model, read(darren), many)) expect(levelOf(model, score, model.embedding, 0)).toBe('likely duplicate');
  });
  it('are lifted by a third that is like both', () => {
    expect(lifted(0.5, -2, 2)).toBe(0);
    expect(lifted(0.5, 1, -4)).toBe(1);
    const unrivalled = { ...model, rivalry: 0 };
    const [one, third, other] = [read(darren, 1), read('Darren rang our corridor about the authenticator, then GreyTide', 1), read('GreyTide is boasting of an authenticator corridor', 1.02)];
    const [alone] = judge(unrivalled, one, [other]);
    const [, together] = judge(unrivalled, one, [third, other]);
    expect(together).toBeGreaterThanOrEqual(alone!);
  });
  it('are never called likely duplicates by a line that was drawn for another model', () => {
    expect(levelOf(model, 0.99, model.embedding, 0)).toBe('likely duplicate');
    expect(levelOf(model, 0.99, 'gemini-embedding-001', 0)).toBe('similar');
  });
  it('are only similar when more than a week apart', () => {
    expect([6, 7, 8].map((days) => levelOf(model, 0.99, model.embedding, days * 86_400_000))).toEqual(['likely duplicate', 'likely duplicate', 'similar']);
  });
  it('are judged with meanings of another length as well', () => {
    const other = (text: string): ReadReport => readReport(text, profileOf({ words: wordsOf(text, table), meaning: new Float32Array(768).fill(0.1), shares }), table);
    expect(judge(model, other(darren), [other(darren)])[0]).toBeGreaterThan(0.5);
  });
});

describe('what is named exactly', () => {
  const shared = (one: string, other: string): number => sharedIdentifiers(identifiersOf(one), identifiersOf(other));
  it('is a host, a file, an odd ending or a number, however it is written', () => {
    expect([...identifiersOf('Mail from it@quaymail.co: Inv_7732.html, all is .lockd, MSKU771, €48,500 or 62k at 14:10.').keys()]).toEqual(['quaymail.co', 'inv_7732.html', '.lockd', '771', '48500', '62000', '1410']);
    expect(shared('Is quaymail.co ours?', 'limit mail from admin@quaymail.co.')).toBe(2);
    expect(shared('48.500 euros to Poland', 'send €48,500')).toBeGreaterThan(shared('crane 3', 'gate 3'));
    expect(shared('the report.pdf and a.doc', 'files are pdf and .doc, 2 of them')).toBe(0);
    expect(shared('12345 67890 54321', '12345 67890 54321')).toBe(2);
  });
  it('is found in linear time', () => {
    for (const text of ['.'.repeat(200_000), 'a.'.repeat(100_000), '1,'.repeat(100_000), '@'.repeat(200_000), '_'.repeat(199_999) + 'a']) {
      const started = performance.now();
      identifiersOf(text);
      expect(performance.now() - started).toBeLessThan(500);
    }
  });
});

describe('the crowd about a report', () => {
  const at = (...meaning: number[]) => ({ meaning: Float32Array.from(meaning) });
  it('is how near its nearest are, and never more than what may tell of the same', () => {
    const far = at(0, 1);
    const near = Array.from({ length: 4 }, () => at(1, 0));
    expect(crowdsOf([...near, far])).toEqual([0.65, 0.65, 0.65, 0.65, 0]);
    const [some] = crowdsOf([at(1, 0), at(0.6, 0.8), at(0.3, 0.95), at(0.1, 0.99), at(0, 1)]);
    expect(some).toBeCloseTo((0.6 + 0.3 + 0.1) / 3);
  });
  it('is taken for dense where few others are known', () => {
    expect(crowdsOf([at(1, 0), at(0, 1)])[0]).toBeCloseTo((0.65 + 0.65 + 0) / 3);
    expect(crowdsOf([at(1, 0)])).toEqual([0.65]);
  });
});

describe('the index', () => {
  const axis = (place: number, value = 1): Float32Array => Float32Array.from({ length: 4 }, (_, index) => (index === place ? value : 0));
  it('finds what a plain sort finds', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 60 }), (rows) => {
        const index = new ProfileIndex(4, 2);
        rows.forEach((row, place) => index.set(`id-${String(place).padStart(3, '0')}`, Float32Array.from(row)));
        const query = Float32Array.from([1, 2, -1, 0.5]);
        const plain = rows.map((row, place) => ({ id: `id-${String(place).padStart(3, '0')}`, product: product(query, Float32Array.from(row)) })).sort((a, b) => b.product - a.product || (a.id < b.id ? -1 : 1));
        expect(index.nearest(query, 5)).toEqual(plain.slice(0, 5));
      }),
    );
  });
  it('replaces, forgets and uses a place again', () => {
    const index = new ProfileIndex(4, 1);
    index.set('a', axis(0));
    index.set('b', axis(1));
    index.set('a', axis(0, 3));
    index.delete('b');
    index.delete('never');
    index.set('c', axis(2, 2));
    expect(index.size).toBe(2);
    expect(index.nearest(Float32Array.from([1, 1, 1, 1]), 9).map(({ id, product: value }) => [id, value])).toEqual([['a', 3], ['c', 2]]);
    expect(index.nearest(axis(0), 9, (id) => id !== 'a').map(({ id }) => id)).toEqual(['c']);
    expect([index.get('a'), index.get('b')]).toEqual([axis(0, 3), null]);
  });
  it('refuses a profile of another model', () => {
    expect(() => new ProfileIndex(4).set('a', new Float32Array(5))).toThrow(RangeError);
    expect(() => new ProfileIndex(4).nearest(new Float32Array(5), 1)).toThrow(RangeError);
  });
});

describe('what is told', () => {
  const at = new Date('2026-01-01T10:00:00Z');
  const report = { category: 'phishing' as const, createdAt: at, observables: ['customs-fee.example', 'own.example'] };
  it('of why names what both share', () => {
    const other = { ...report, observables: ['customs-fee.example', 'theirs.example'], createdAt: new Date(at.getTime() + 90 * 60_000) };
    const words = tellingWords(read('Parcel fee text. Corrigan Linen wants 2.99 from me'), read('Salary of Nadia. she paid the parcel fee to corrigan'));
    const synonyms = tellingSynonyms(read('A memory stick lay in the dumpster'), read('Somebody put a Thumb Drive in our trash; in the trash!'));
    expect(whyAlike(report, other, words, synonyms)).toEqual({ observables: ['customs-fee.example'], words: ['Corrigan', 'fee', 'Parcel'], synonyms: [{ one: 'memory stick', other: 'Thumb Drive' }, { one: 'dumpster', other: 'trash' }], category: 'phishing', minutesApart: 90 });
    expect(words[0]).toBe('Corrigan');
    expect(words.join()).not.toContain('Nadia');
  });
  it('keeps the five nearest, each once', () => {
    const neighbour = (id: string, score: number): Neighbour => ({ id, score, level: 'similar', why: { observables: [], words: [], category: null, minutesApart: 0 } });
    const five = ['a', 'b', 'c', 'd', 'e'].map((id, index) => neighbour(id, 0.5 + index / 10));
    expect(withNeighbour(five, neighbour('f', 0.55)).map(({ id }) => id)).toEqual(['e', 'd', 'c', 'b', 'f']);
    expect(withNeighbour(five, neighbour('a', 0.95)).map(({ id }) => id)).toEqual(['a', 'e', 'd', 'c', 'b']);
  });
  it('of colleagues is coarse, and nothing where it would be one or two', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 10, 11, 400].map(companyOf)).toEqual([null, null, null, '3', '4', '5', 'more than 5', 'more than 5', 'more than 10', 'more than 10']);
  });
});
