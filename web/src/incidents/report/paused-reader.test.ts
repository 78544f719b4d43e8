import { readFileSync } from 'node:fs';
import type { TriageInput, TriageAssessment } from '@secura/domain/triage/result';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pause, pausedReader } from './paused-reader.ts';

const text = (title: string): TriageInput => ({ title, description: '' });

describe('suggestions while typing', () => {
  let asked: string[];
  let answers: Map<string, (result: TriageAssessment) => void>;
  let told: (string | null)[];
  const reader = () =>
    pausedReader(
      ({ title }) => {
        asked.push(title);
        return new Promise((resolve) => answers.set(title, resolve));
      },
      (result) => void told.push(result?.finding ?? null),
    );
  const answer = async (title: string) => {
    answers.get(title)!({ finding: title } as TriageAssessment);
    await vi.advanceTimersByTimeAsync(0);
  };

  beforeEach(() => {
    [asked, answers, told] = [[], new Map(), []];
    vi.useFakeTimers();
  });
  afterEach(() => void vi.useRealTimers());

  it('are asked for once in a pause, for the text as it is then, however many keys were hit', async () => {
    const typing = reader();
    for (const [index] of [...'a stolen laptop'].entries()) {
      typing.ask(text('a stolen laptop'.slice(0, index + 1)));
      await vi.advanceTimersByTimeAsync(pause - 1);
    }
    expect(asked).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    await vi.advanceTimersByTimeAsync(10 * pause);
    expect(asked).toEqual(['a stolen laptop']);
  });

  it('never show an answer to what stands there no more, in whatever order answers come', async () => {
    const typing = reader();
    typing.ask(text('first'));
    await vi.advanceTimersByTimeAsync(pause);
    typing.ask(text('second'));
    await answer('first');
    await vi.advanceTimersByTimeAsync(pause);
    await answer('second');
    await answer('first');
    expect(asked).toEqual(['first', 'second']);
    expect(told).toEqual(['second']);
  });

  it('are forgotten when the text was deleted, and end with the form', async () => {
    const typing = reader();
    typing.ask(text('first'));
    await vi.advanceTimersByTimeAsync(pause);
    typing.ask(null);
    await vi.advanceTimersByTimeAsync(pause);
    await answer('first');
    expect(told).toEqual([null]);
    typing.ask(text('second'));
    typing.stop();
    await vi.advanceTimersByTimeAsync(pause);
    expect(asked).toEqual(['first']);
  });

  it('ask no server: nothing that makes them can reach one', () => {
    for (const file of ['paused-reader.ts', 'suggestion.ts', 'triage.worker.ts']) {
      const source = readFileSync(new URL(file, import.meta.url), 'utf8');
      expect(source).not.toMatch(/firebase|callOperation|XMLHttpRequest|WebSocket/);
      // The worker's only request is for the model, a file of the app itself.
      expect([...source.matchAll(/fetch\(([^)]*)\)/g)].map((match) => match[1])).toEqual(file === 'triage.worker.ts' ? ['modelFile'] : []);
    }
  });
});
