import type { Incident, InternalCase } from '@secura/domain/incidents/incident';
import { can, type Actor } from '@secura/domain/people/permissions';
import { useLiveDoc } from '../../firebase/live.ts';
import { ErrorNote, Page } from '../../ui/page.tsx';
import { CaseHeader } from './case-header.tsx';
import classes from './case.module.css';
import type { IncidentParts } from './incident-page.tsx';
import { ClocksPanel } from './panels/clocks-panel.tsx';
import { PeoplePanel } from './panels/people-panel.tsx';
import { SimilarPanel } from './panels/similar-panel.tsx';
import { ResolutionPanel } from './panels/resolution-panel.tsx';
import { ResponsePanel } from './panels/response-panel.tsx';
import { SummaryPanel } from './panels/summary-panel.tsx';
import { TechniquesPanel } from './panels/techniques-panel.tsx';
import { TimelinePanel } from './panels/timeline-panel.tsx';
import { TriagePanel } from './panels/triage-panel.tsx';
import { useCaseActions } from './use-case-actions.tsx';
import { useReadMarker } from './use-read-marker.ts';

const sections = [
  ['summary', 'Report'],
  ['triage', 'Triage'],
  ['techniques', 'Techniques'],
  ['plan', 'Tasks'],
  ['observables', 'Observables'],
  ['similar', 'Similar'],
  ['timeline', 'Timeline'],
  ['clocks', 'Clocks'],
  ['people', 'People'],
  ['thread', 'Conversation'],
  ['files', 'Files'],
] as const;

/** An incident as the security team works it. */
export function TeamCase({ incident, actor, parts: { Thread, Evidence, Observables } }: { incident: Incident; actor: Actor; parts: IncidentParts }) {
  const internal = useLiveDoc<InternalCase>(`incidents/${incident.id}/internal/case`);
  const actions = useCaseActions(incident, actor);
  // A person of the team who reported this reads it here, too.
  useReadMarker(actor.uid, incident.id, incident.reporter.uid === actor.uid ? incident.counts.public : 0);
  const details = internal.data ?? null;

  return (
    <Page width={1400}>
      <CaseHeader incident={incident} details={details} actions={actions} />
      {actions.problem && (
        <div className={classes.problem}>
          <ErrorNote error={actions.problem} />
        </div>
      )}
      <nav className={classes.jump} aria-label="Parts of this incident">
        {sections.map(([id, label]) => (
          <a key={id} href={`#${id}`}>
            {label}
          </a>
        ))}
      </nav>
      <div className={classes.columns}>
        <div className={classes.column}>
          {incident.resolution && <ResolutionPanel resolution={incident.resolution} rootCause={details?.rootCause ?? null} />}
          <SummaryPanel incident={incident} details={details} />
          <TriagePanel incident={incident} details={details} loading={internal.status === 'loading'} actions={actions} />
          {details && <TechniquesPanel incident={incident} techniques={details.techniques} mayJudge={actions.may.classify} />}
          {details && <ResponsePanel incident={incident} plan={details.plan} mayWrite={can(actor, 'task:write', incident)} />}
          <section id="observables" className={classes.panel} aria-labelledby="observables-heading">
            <h2 id="observables-heading" className={classes.heading}>
              Observables
            </h2>
            <Observables incidentId={incident.id} />
          </section>
          <SimilarPanel incident={incident} connections={details} mayLink={can(actor, 'incident:link', incident)} />
          <TimelinePanel incident={incident} />
        </div>
        <div className={classes.column}>
          <ClocksPanel incident={incident} note={details?.pauseNote ?? null} actions={actions} />
          <PeoplePanel incident={incident} actor={actor} actions={actions} />
          <section id="thread" className={classes.panel} aria-labelledby="thread-heading">
            <h2 id="thread-heading" className={classes.heading}>
              Conversation
            </h2>
            <Thread incident={incident} actor={actor} team />
          </section>
          <section id="files" className={classes.panel} aria-labelledby="files-heading">
            <h2 id="files-heading" className={classes.heading}>
              Files
            </h2>
            <Evidence incident={incident} actor={actor} />
          </section>
        </div>
      </div>
      {actions.dialogs}
    </Page>
  );
}
