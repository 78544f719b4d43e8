import type { Incident } from '@secura/domain/incidents/incident';
import type { Actor } from '@secura/domain/people/permissions';
import { lazy, Suspense, useCallback } from 'react';
import { IncidentThread } from '../conversation/incident-thread.tsx';
import { EvidenceList } from '../evidence/list/evidence-list.tsx';
import { addFiles } from '../evidence/uploads.ts';
import { IncidentPage } from '../incidents/case/incident-page.tsx';
import { SkeletonRows } from '../ui/skeletons.tsx';

// Only the security team sees them: nobody else loads their code.
const ObservableList = lazy(() => import('../observables/observable-list.tsx').then((module) => ({ default: module.ObservableList })));

function Observables({ incidentId }: { incidentId: string }) {
  return (
    <Suspense fallback={<SkeletonRows rows={2} height={56} />}>
      <ObservableList incidentId={incidentId} />
    </Suspense>
  );
}

function Thread(props: { incident: Incident; actor: Actor; team: boolean }) {
  const { id, counts } = props.incident;
  const { evidence, evidenceBytes = 0 } = counts;
  const attach = useCallback(
    async (files: File[]) => {
      const taken: { id: string; name: string }[] = [];
      const refusals = await addFiles(id, files, { stored: { files: evidence, bytes: evidenceBytes }, onTaken: (file) => taken.push(file) });
      return { files: taken, refusals };
    },
    [id, evidence, evidenceBytes],
  );
  return <IncidentThread {...props} attach={attach} />;
}

const parts = { Thread, Evidence: EvidenceList, Observables };

/** Areas do not know one another: the app puts conversation, evidence and observables into an incident's page. */
export default function IncidentRoute() {
  return <IncidentPage parts={parts} />;
}
