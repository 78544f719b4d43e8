import { lazy, Suspense } from 'react';
import { Thread } from '../conversation/thread.tsx';
import { EvidenceList } from '../evidence/list/evidence-list.tsx';
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

const parts = { Thread, Evidence: EvidenceList, Observables };

/** Areas do not know one another: the app puts conversation, evidence and observables into an incident's page. */
export default function IncidentRoute() {
  return <IncidentPage parts={parts} />;
}
