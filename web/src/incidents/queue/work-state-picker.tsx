import type { Incident } from '@secura/domain/incidents/incident';
import type { WorkState } from '@secura/domain/people/person';
import { workStateLabels, workStates, type WorkStateKind } from '@secura/domain/people/vocabulary';
import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { callOperation } from '../../firebase/operations.ts';
import { announce } from '../../ui/announcer.tsx';

/** Incidents offered beside "Investigating". */
const offeredLimit = 8;

const valueOf = (kind: WorkStateKind, incidentId: string | null) => (incidentId ? `${kind}:${incidentId}` : kind);

/** One's own work state; what the others see follows it at once. */
export function WorkStatePicker({ state, mine }: { state: WorkState | null; mine: readonly Incident[] }) {
  const [wanted, setWanted] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const stored = state ? valueOf(state.kind, state.incidentId) : '';

  async function choose(value: string): Promise<void> {
    const [kind, incidentId] = value.split(':') as [WorkStateKind, string | undefined];
    setWanted(value);
    setProblem(null);
    try {
      await callOperation('people.setWorkState', { kind, incidentId: incidentId ?? null });
      announce(`Your state is now ${workStateLabels[kind].toLowerCase()}.`);
    } catch (error) {
      setProblem((error as Error).message);
    }
    setWanted(null);
  }

  const incidents = new Map(mine.slice(0, offeredLimit).map(({ id, number, title }) => [id, number ?? title]));
  if (state?.incidentId) incidents.set(state.incidentId, state.incidentNumber ?? 'an incident');
  return (
    <NativeSelect
      label="My state"
      size="sm"
      error={problem}
      value={wanted ?? stored}
      onChange={(event) => event.currentTarget.value && void choose(event.currentTarget.value)}
    >
      {!state && <option value="">Not said yet</option>}
      {workStates.map((kind) => (
        <option key={kind} value={kind}>{workStateLabels[kind]}</option>
      ))}
      {[...incidents].map(([id, name]) => (
        <option key={id} value={valueOf('investigating', id)}>
          On {name}
        </option>
      ))}
    </NativeSelect>
  );
}
