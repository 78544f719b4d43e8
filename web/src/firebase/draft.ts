import { useCallback, useState } from 'react';
import { deviceStorage } from './device.ts';

function load<T>(key: string): T | null {
  try {
    const stored = deviceStorage()?.getItem(key);
    return stored ? (JSON.parse(stored) as T) : null;
  } catch {
    return null;
  }
}

function keep(key: string, value: unknown): void {
  try {
    if (value === null) deviceStorage()?.removeItem(key);
    else deviceStorage()?.setItem(key, JSON.stringify(value));
  } catch {
    // A full or blocked storage costs the draft after a reload; what is on screen stays.
  }
}

/**
 * Something being written, kept on this device until it is sent or thrown away: a failed request, a closed dialog or
 * an expired session must not cost what was typed.
 * @param name unique for the place, such as `reply.abc`
 * @returns the value, a setter, and a function that forgets it
 */
export function useDraft<T>(name: string, initial: T): [value: T, change: (next: T) => void, clear: () => void] {
  const key = `secura.draft.${name}`;
  const [state, setState] = useState<{ key: string; value: T }>(() => ({ key, value: load<T>(key) ?? initial }));
  // The same component may serve another incident without leaving the screen.
  const value = state.key === key ? state.value : (load<T>(key) ?? initial);
  const change = useCallback(
    (next: T) => {
      setState({ key, value: next });
      keep(key, next);
    },
    [key],
  );
  const clear = useCallback(() => {
    setState({ key, value: initial });
    keep(key, null);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the initial value of the first render is the empty draft
  }, [key]);
  return [value, change, clear];
}
