import type { TriageInput, TriageAssessment } from '@secura/domain/triage/result';

/** How long nobody types before a text is read, in ms. */
export const pause = 400;

export interface PausedReader {
  /** Takes the place of what was asked before; null forgets what was said. */
  ask(input: TriageInput | null): void;
  stop(): void;
}

/** Reads a text once nobody has typed for a moment: one reading for a pause, and only the answer to the last one is told. */
export function pausedReader(read: (input: TriageInput) => Promise<TriageAssessment>, tell: (result: TriageAssessment | null) => void): PausedReader {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = 0;
  const forget = (): number => {
    clearTimeout(timer);
    return ++latest;
  };
  return {
    ask(input) {
      const mine = forget();
      timer = setTimeout(() => {
        if (!input) tell(null);
        else void read(input).then((result) => mine === latest && tell(result));
      }, pause);
    },
    stop: () => void forget(),
  };
}
