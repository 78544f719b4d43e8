import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical, genesis, hashEvent, link, verifyChain, type Head } from './chain.ts';

interface Note {
  at: string;
  data: Record<string, unknown>;
}

const json = fc.jsonValue({ noUnicodeString: false }).map((value) => JSON.parse(JSON.stringify(value)) as unknown);
const notes = fc.array(fc.record({ at: fc.string(), data: fc.dictionary(fc.string(), json) }), { minLength: 1, maxLength: 8 });

function chainOf(list: readonly Note[]) {
  let head: Head | null = null;
  const events = list.map((note) => {
    const event = link(head, note);
    head = { seq: event.seq, hash: event.hash };
    return event;
  });
  return { events, head: head as Head | null };
}

describe('a chain of events', () => {
  test('verifies as it was written', () => {
    fc.assert(fc.property(notes, (list) => {
      const { events, head } = chainOf(list);
      expect(verifyChain(events, head)).toEqual({ verified: true, length: events.length });
    }));
  });

  test('verifies after a store has given the members back in another order', () => {
    const { events, head } = chainOf([{ at: 'a', data: { b: 1, a: 2 } }]);
    const reordered = events.map((event) => Object.fromEntries(Object.entries(event).reverse()) as typeof event);
    expect(verifyChain(reordered, head).verified).toBe(true);
  });

  test('is found out when any event is altered, dropped or moved', () => {
    fc.assert(fc.property(notes, fc.nat(), (list, pick) => {
      const { events, head } = chainOf(list);
      const index = pick % events.length;
      const altered = events.map((event, i) => (i === index ? { ...event, at: `${event.at}x` } : event));
      expect(verifyChain(altered, head).verified).toBe(false);
      expect(verifyChain(events.filter((_, i) => i !== index), head).verified).toBe(false);
      if (index > 0) {
        const moved = [...events];
        [moved[index - 1], moved[index]] = [moved[index]!, moved[index - 1]!];
        expect(verifyChain(moved, head).verified).toBe(false);
      }
    }));
  });

  test('is found out when an altered event is given a fitting hash, since the next one names the old', () => {
    const { events, head } = chainOf([{ at: '1', data: {} }, { at: '2', data: {} }]);
    const forged = { ...events[0]!, at: 'other' };
    forged.hash = hashEvent(forged);
    expect(verifyChain([forged, events[1]!], head)).toMatchObject({ verified: false, seq: 2, reason: 'relinked' });
  });

  test('is found out when its end is cut off, since the incident remembers the head', () => {
    const { events, head } = chainOf([{ at: '1', data: {} }, { at: '2', data: {} }]);
    expect(verifyChain(events.slice(0, 1), head)).toMatchObject({ verified: false, reason: 'head-differs' });
  });

  test('begins at nothing', () => {
    expect(link(null, { at: 'now' }).prevHash).toBe(genesis);
    expect(verifyChain([], null)).toEqual({ verified: true, length: 0 });
  });
});

describe('the canonical spelling', () => {
  test('is one for one value, whatever the order of members and with undefined ones left out', () => {
    expect(canonical({ b: [1, null], a: 'x', c: undefined })).toBe('{"a":"x","b":[1,null]}');
  });

  test('refuses what would not survive storage', () => {
    for (const value of [NaN, Infinity, new Date(0), () => 1, 1n, Symbol('x')]) expect(() => canonical({ value })).toThrow(TypeError);
  });
});
