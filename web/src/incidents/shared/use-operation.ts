import type { IncidentView } from '@secura/domain/incidents/operations';
import { useCallback, useState } from 'react';
import { callOperation, type OperationError } from '../../firebase/operations.ts';

export interface Attempt {
  busy: boolean;
  /** Why the last try failed, as a sentence with a code. */
  problem: OperationError | null;
  /** Sentences that belong to single fields, by the last part of the field's path. */
  fields: Readonly<Record<string, string>>;
  /** @returns the incident afterwards, or null when it did not happen */
  run(name: string, input: Record<string, unknown>): Promise<IncidentView | null>;
  /** Shows a problem that was found here, before asking the server. */
  refuse(fields: Record<string, string>): void;
  forget(): void;
}

const nothing = { busy: false, problem: null, fields: {} };

/** One operation on an incident with what a form needs to know about it. */
export function useOperation(): Attempt {
  const [state, setState] = useState<Pick<Attempt, 'busy' | 'problem' | 'fields'>>(nothing);

  const run = useCallback(async (name: string, input: Record<string, unknown>) => {
    setState({ ...nothing, busy: true });
    try {
      const view = await callOperation<Record<string, unknown>, IncidentView>(name, input);
      setState(nothing);
      return view;
    } catch (error) {
      const problem = error as OperationError;
      setState({ busy: false, problem, fields: fieldSentences(problem.details) });
      return null;
    }
  }, []);
  const refuse = useCallback((fields: Record<string, string>) => setState({ ...nothing, fields }), []);
  const forget = useCallback(() => setState(nothing), []);
  return { ...state, run, refuse, forget };
}

function fieldSentences(details: Readonly<Record<string, unknown>> | undefined): Record<string, string> {
  const fields = details?.fields;
  if (!fields || typeof fields !== 'object') return {};
  return Object.fromEntries(
    Object.entries(fields).flatMap(([path, sentence]) => (typeof sentence === 'string' ? [[path.split('.').at(-1) ?? path, sentence]] : [])),
  );
}
