import type { Incident, InternalCase } from '@secura/domain/incidents/incident';
import { can, type Actor } from '@secura/domain/people/permissions';
import { useMediaQuery } from '@mantine/hooks';
import { Fragment, useCallback, useMemo, useState, type ReactNode } from 'react';
import { useLiveDoc } from '../../firebase/live.ts';
import { ErrorNote, Page } from '../../ui/page.tsx';
import { CaseHeader } from './case-header.tsx';
import classes from './case.module.css';
import type { IncidentParts } from './incident-page.tsx';
import { FoldsContext, Panel, type Folds } from './panel.tsx';
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

/** Where all parts stand below one another, what answers "what is it, who says what, what is to be done" comes first. */
const inOneColumn = ['resolution', 'summary', 'triage', 'thread', 'clocks', 'people', 'plan', 'files', 'observables', 'similar', 'techniques', 'timeline'] as const;
const inTwoColumns = [
  ['resolution', 'summary', 'triage', 'techniques', 'plan', 'observables', 'similar', 'timeline'],
  ['clocks', 'people', 'thread', 'files'],
] as const;

type Part = (typeof inOneColumn)[number];

const labels: Record<Exclude<Part, 'resolution'>, string> = {
  summary: 'Report',
  triage: 'Triage',
  thread: 'Conversation',
  clocks: 'Clocks',
  people: 'People',
  plan: 'Tasks',
  files: 'Files',
  observables: 'Observables',
  similar: 'Similar',
  techniques: 'Techniques',
  timeline: 'Timeline',
};

/** An incident as the security team works it. */
export function TeamCase({ incident, actor, parts: { Thread, Evidence, Observables } }: { incident: Incident; actor: Actor; parts: IncidentParts }) {
  const internal = useLiveDoc<InternalCase>(`incidents/${incident.id}/internal/case`);
  const actions = useCaseActions(incident, actor);
  // A person of the team who reported this reads it here, too.
  useReadMarker(actor.uid, incident.id, incident.reporter.uid === actor.uid ? incident.counts.public : 0);
  const details = internal.data ?? null;
  const folds = useFolds();

  const parts: Record<Part, ReactNode> = {
    resolution: incident.resolution && <ResolutionPanel resolution={incident.resolution} rootCause={details?.rootCause ?? null} />,
    summary: <SummaryPanel incident={incident} details={details} />,
    triage: <TriagePanel incident={incident} details={details} loading={internal.status === 'loading'} actions={actions} />,
    techniques: details && <TechniquesPanel incident={incident} techniques={details.techniques} mayJudge={actions.may.classify} />,
    plan: details && <ResponsePanel incident={incident} plan={details.plan} mayWrite={can(actor, 'task:write', incident)} />,
    observables: (
      <Panel id="observables" title="Observables" fold={null}>
        <Observables incidentId={incident.id} />
      </Panel>
    ),
    similar: <SimilarPanel incident={incident} connections={details} mayLink={can(actor, 'incident:link', incident)} />,
    timeline: <TimelinePanel incident={incident} />,
    clocks: <ClocksPanel incident={incident} note={details?.pauseNote ?? null} actions={actions} />,
    people: <PeoplePanel incident={incident} actor={actor} actions={actions} />,
    thread: (
      <Panel id="thread" title="Conversation">
        <Thread incident={incident} actor={actor} team />
      </Panel>
    ),
    files: (
      <Panel id="files" title="Files" fold={incident.counts.evidence === 0 ? 'None' : undefined}>
        <Evidence incident={incident} actor={actor} />
      </Panel>
    ),
  };

  return (
    <Page width={1400}>
      <CaseHeader incident={incident} details={details} actions={actions} />
      {actions.problem && (
        <div className={classes.problem}>
          <ErrorNote error={actions.problem} />
        </div>
      )}
      {folds.folding && (
        <nav className={classes.jump} aria-label="Parts of this incident">
          {inOneColumn.map(
            (part) =>
              part !== 'resolution' && (
                <a key={part} href={`#${part}`} onClick={() => folds.set(part, true)}>
                  {labels[part]}
                </a>
              ),
          )}
        </nav>
      )}
      <FoldsContext value={folds}>
        <div className={classes.columns}>
          {(folds.folding ? [inOneColumn] : inTwoColumns).map((column, index) => (
            <div key={index} className={classes.column}>
              {column.map((part) => (
                <Fragment key={part}>{parts[part]}</Fragment>
              ))}
            </div>
          ))}
        </div>
      </FoldsContext>
      {actions.dialogs}
    </Page>
  );
}

/** On a narrow screen most parts are folded until somebody opens them; one that the address names is open. */
function useFolds(): Folds {
  const folding = useMediaQuery('(max-width: 1079px)', false, { getInitialValueInEffect: false });
  const [opened, setOpened] = useState<ReadonlyMap<string, boolean>>(() => new Map([[location.hash.slice(1), true]]));
  const set = useCallback((id: string, open: boolean) => setOpened((before) => new Map(before).set(id, open)), []);
  return useMemo(() => ({ folding, opened, set }), [folding, opened, set]);
}
