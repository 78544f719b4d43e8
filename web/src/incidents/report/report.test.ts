import { readFileSync } from 'node:fs';
import { analyse as analyseWith } from '@secura/domain/triage/analyse';
import { decodeModel } from '@secura/domain/triage/model';
import type { TriageInput } from '@secura/domain/triage/result';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { clearDraft, copyIsBetter, draftKey, isEmpty, loadDraft, localInput, newDraft, openDraft, saveDraft } from './draft.ts';
import { createOutbox, type Outgoing, type OutboxPorts } from './outbox.ts';
import { leadingWords, suggestedCertainty } from './suggestion.ts';
import { checkDraft } from './validate.ts';

const now = new Date(2026, 2, 9, 14, 5, 30);
const model = decodeModel(readFileSync(new URL('../../../../domain/models/triage.bin', import.meta.url)));
const analyse = (input: TriageInput) => analyseWith(input, model);

function fakeStorage() {
  const values = new Map<string, string>();
  return { values, getItem: (key: string) => values.get(key) ?? null, setItem: (key: string, value: string) => void values.set(key, value), removeItem: (key: string) => void values.delete(key) };
}

describe('the draft', () => {
  it('comes back as it was written, for the same person only', () => {
    const storage = fakeStorage();
    const draft = { ...newDraft(now), title: 'Strange mail', noticedHow: 'saw_it' as const };
    expect(saveDraft(storage, 'ada', draft)).toBe(true);
    expect(loadDraft(storage, 'ada')).toEqual(draft);
    expect(loadDraft(storage, 'bob')).toBeNull();
    clearDraft(storage, 'ada');
    expect(loadDraft(storage, 'ada')).toBeNull();
  });

  it.each(['{', '"text"', 'null', '{"id":"short"}', JSON.stringify({ ...newDraft(now), noticedHow: 'by magic' })])('ignores what it cannot read: %s', (stored) => {
    const storage = fakeStorage();
    storage.values.set(draftKey('ada'), stored);
    expect(loadDraft(storage, 'ada')).toBeNull();
  });

  it('says when there is no room for it', () => {
    const full = { ...fakeStorage(), setItem: () => { throw new DOMException('full', 'QuotaExceededError'); } };
    expect(saveDraft(full, 'ada', newDraft(now))).toBe(false);
    expect(saveDraft(undefined, 'ada', newDraft(now))).toBe(false);
  });

  it('begins anew when a report with its id is on its way, and with the present time when nothing was written', () => {
    const written = { ...newDraft(new Date(2026, 0, 1)), title: 'Strange mail' };
    expect(openDraft(written, now, () => false)).toBe(written);
    expect(openDraft(written, now, (id) => id === written.id).id).not.toBe(written.id);
    const untouched = newDraft(new Date(2026, 0, 1));
    expect(isEmpty(untouched)).toBe(true);
    expect(openDraft(untouched, now, () => false)).toMatchObject({ id: untouched.id, when: '2026-03-09T14:05' });
    expect(localInput(now)).toBe('2026-03-09T14:05');
  });
});

describe('the second copy of a draft', () => {
  const first = { ...newDraft(now), title: 'Strange m', savedAt: 1 };
  const never = () => false;

  it('brings back what a killed browser forgot, and nothing that was sent or replaced', () => {
    expect(copyIsBetter({ ...first, title: 'Strange mail', savedAt: 2 }, first, never)).toBe(true);
    expect(copyIsBetter(first, newDraft(now), never)).toBe(true);
    expect(copyIsBetter(first, newDraft(now), (id) => id === first.id)).toBe(false);
    expect(copyIsBetter(first, { ...first, savedAt: 2 }, never)).toBe(false);
    expect(copyIsBetter({ ...first, id: 'ANOTHERREPORT', savedAt: 2 }, first, never)).toBe(false);
    expect(copyIsBetter(newDraft(now), newDraft(now), never)).toBe(false);
    expect(copyIsBetter(null, first, never)).toBe(false);
  });
});

describe('checking', () => {
  const good = { ...newDraft(now), title: ' Strange\nmail ', description: 'It asked for my password.\u200B' };

  it('cleans what is right, and turns empty answers into null', () => {
    expect(checkDraft(good, now).report).toEqual({
      title: 'Strange mail', description: 'It asked for my password.', location: null, noticedHow: null, affected: null, occurredAt: new Date(2026, 2, 9, 14, 5).toISOString(),
    });
    expect(checkDraft({ ...good, whenUnknown: true, when: '' }, now).report?.occurredAt).toBeNull();
  });

  it('gives each wrong field a sentence of its own', () => {
    const { errors } = checkDraft({ ...good, title: ' ', description: 'short', when: '', location: 'x'.repeat(201), affected: 'y'.repeat(501) }, now);
    expect(errors).toEqual({
      title: 'Say in a few words what happened.',
      description: expect.stringContaining('at least 10'),
      when: expect.stringContaining('I don’t know exactly'),
      location: expect.stringContaining('at most 200'),
      affected: expect.stringContaining('at most 500'),
    });
    expect(checkDraft({ ...good, when: '2026-03-10T14:05' }, now).errors?.when).toContain('future');
  });

  it('answers a pasted megabyte at once, without cleaning it', () => {
    const began = performance.now();
    expect(checkDraft({ ...good, description: ' ' }, now).errors?.description).toContain('add a screenshot');
    expect(checkDraft({ ...good, description: ' ' }, now, true).report?.description).toBe('');
    expect(checkDraft({ ...good, description: 'short' }, now, true).errors?.description).toContain('at least 10');
    expect(checkDraft({ ...good, description: 'a'.repeat(1_000_000) }, now).errors?.description).toContain('at most 5000');
    expect(performance.now() - began).toBeLessThan(1000);
  });
});

describe('suggestions', () => {
  it('are likely, possible or unclear, and never sure about everyday trouble', () => {
    expect(suggestedCertainty({ category: 'phishing', confidence: 0.91 })).toBe('likely');
    expect(suggestedCertainty({ category: 'phishing', confidence: 0.6 })).toBe('possible');
    expect(suggestedCertainty({ category: 'phishing', confidence: 0.3 })).toBe('unclear');
    expect(suggestedCertainty({ category: 'other', confidence: 0.93 })).toBe('unclear');
  });

  it('name the words that led to them, each once', () => {
    const result = analyse({ title: 'Phishing email', description: 'A phishing email. I clicked on the link and entered my password.' });
    const words = leadingWords(result);
    expect(words.length).toBeGreaterThan(1);
    expect(new Set(words.map((word) => word.toLowerCase())).size).toBe(words.length);
    expect(leadingWords(analyse({ title: 'Lost my laptop', description: 'I lost my laptop on the train this morning.' }))).not.toContain('laptop');
    expect(words.every((word) => 'phishing email. i clicked on the link and entered my password.'.includes(word.toLowerCase()))).toBe(true);
  });
});

describe('the outbox', () => {
  const report = { title: 'T', description: 'D', location: null, occurredAt: null, noticedHow: null, affected: null };
  const ada = { uid: 'ada', name: 'Ada', email: 'ada@example.org', department: 'Finance' };
  let kept: Outgoing[];
  let server: Set<string>;
  let profile: typeof ada;
  let answer: () => Promise<void>;
  let ports: OutboxPorts;
  const settle = () => new Promise((resolve) => setTimeout(resolve, 2));

  beforeEach(() => {
    kept = [];
    server = new Set();
    profile = ada;
    answer = () => Promise.resolve();
    ports = {
      load: () => structuredClone(kept),
      save: (list) => { kept = structuredClone([...list]); },
      profile: () => Promise.resolve(profile),
      create: vi.fn((id: string) => {
        const taken = server.has(id);
        const acked = Promise.resolve().then(answer).then(() => {
          if (taken) throw new Error('permission-denied');
          server.add(id);
        });
        return Promise.resolve({ acked });
      }),
      earlierSent: () => Promise.resolve(),
      known: (id) => Promise.resolve(server.has(id)),
      arrived: vi.fn(() => Promise.resolve()),
    };
  });

  it('keeps a report until the server confirmed it, then lets its files go', async () => {
    let confirm = () => {};
    answer = () => new Promise((resolve) => { confirm = resolve; });
    const outbox = createOutbox(ports);
    await outbox.send('REPORT01', report);
    await settle();
    expect(outbox.list()).toMatchObject([{ id: 'REPORT01', refusal: null }]);
    expect(ports.arrived).not.toHaveBeenCalled();
    confirm();
    await settle();
    expect(outbox.list()).toEqual([]);
    expect(ports.arrived).toHaveBeenCalledExactlyOnceWith('REPORT01');
  });

  it('sends once when it is sent twice', async () => {
    const outbox = createOutbox(ports);
    await Promise.all([outbox.send('REPORT01', report), outbox.send('REPORT01', report)]);
    await settle();
    expect(ports.create).toHaveBeenCalledTimes(1);
    expect(kept).toEqual([]);
  });

  it.each([true, false])('goes on after a killed tab; had the first attempt arrived: %s', async (arrived) => {
    kept = [{ id: 'REPORT01', report, queuedAt: 1, refusal: null }];
    if (arrived) server.add('REPORT01');
    const outbox = createOutbox(ports);
    await outbox.resume();
    expect(ports.create).toHaveBeenCalledTimes(arrived ? 0 : 1);
    expect([...server]).toEqual(['REPORT01']);
    expect(kept).toEqual([]);
  });

  it('takes the refusal of a second copy for what it is', async () => {
    server.add('REPORT01');
    const outbox = createOutbox(ports);
    await outbox.send('REPORT01', report);
    await settle();
    expect(outbox.list()).toEqual([]);
  });

  it('gives a refused report back with a sentence', async () => {
    answer = () => Promise.reject(new Error('permission-denied'));
    const outbox = createOutbox(ports);
    await outbox.send('REPORT01', report);
    await settle();
    expect(outbox.list()[0]?.refusal).toContain('did not accept');
    expect(ports.arrived).not.toHaveBeenCalled();
    await outbox.resume();
    expect(ports.create).toHaveBeenCalledTimes(1);
    expect(outbox.takeBack('REPORT01')?.report).toEqual(report);
    expect(kept).toEqual([]);
  });

  it('tries once more when the profile changed while the report waited', async () => {
    let first = true;
    answer = () => {
      if (!first) return Promise.resolve();
      first = false;
      profile = { ...ada, department: 'Legal' };
      return Promise.reject(new Error('permission-denied'));
    };
    const outbox = createOutbox(ports);
    await outbox.send('REPORT01', report);
    await settle();
    expect(ports.create).toHaveBeenLastCalledWith('REPORT01', report, profile);
    expect([...server]).toEqual(['REPORT01']);
    expect(kept).toEqual([]);
  });
});
