import { Thread } from '../conversation/thread.tsx';
import { EvidenceList } from '../evidence/list/evidence-list.tsx';
import { IncidentPage } from '../incidents/case/incident-page.tsx';

const parts = { Thread, Evidence: EvidenceList };

/** Areas do not know one another: the app puts conversation and evidence into an incident's page. */
export default function IncidentRoute() {
  return <IncidentPage parts={parts} />;
}
