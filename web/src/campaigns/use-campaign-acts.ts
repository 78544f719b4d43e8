import type { Campaign } from '@secura/domain/similar/campaign';
import type { IncidentRef } from '@secura/domain/similar/links';
import { useState } from 'react';
import { callOperation, type OperationError } from '../firebase/operations.ts';
import type { Live } from '../firebase/query-spec.ts';
import { notify } from '../ui/notify.ts';

export interface CampaignActs {
  busy: boolean;
  problem: OperationError | null;
  decide(decision: 'confirm' | 'dismiss' | 'close'): void;
  add(incident: IncidentRef): void;
  remove(incident: IncidentRef): void;
}

const done = { confirm: 'Confirmed.', dismiss: 'Dismissed.', close: 'Closed.' };

/** What can be done with a campaign, on the version that is on screen. */
export function useCampaignActs({ id, version }: Live<Campaign>): CampaignActs {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<OperationError | null>(null);

  async function run(name: string, input: Record<string, unknown>, message: string, undo?: () => void): Promise<void> {
    setBusy(true);
    setProblem(null);
    try {
      await callOperation(name, input);
      notify({ message, ...(undo && { undo }) });
    } catch (error) {
      setProblem(error as OperationError);
    }
    setBusy(false);
  }
  // An undo acts on what is there then, not on the version that was seen.
  const change = (input: Record<string, unknown>, message: string, undo?: () => void): void => void run('campaigns.change', { id, ...input }, message, undo);
  return {
    busy, problem,
    decide: (decision) => void run('campaigns.decide', { id, decision, expectedVersion: version }, done[decision]),
    add: (incident) => change({ add: incident.id, expectedVersion: version }, `Added ${incident.number}.`, () => change({ remove: incident.id }, `Took ${incident.number} out again.`)),
    remove: (incident) => change({ remove: incident.id, expectedVersion: version }, `Took ${incident.number} out.`, () => change({ add: incident.id }, `Added ${incident.number} again.`)),
  };
}
