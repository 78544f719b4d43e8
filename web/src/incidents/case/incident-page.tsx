import { completeIncident, type Incident } from '@secura/domain/incidents/incident';
import { can, type Actor } from '@secura/domain/people/permissions';
import { Button } from '@mantine/core';
import { lazy, Suspense, useMemo, type ComponentType } from 'react';
import { Link, useParams } from 'react-router';
import { useMe } from '../../firebase/session.ts';
import { homeOf } from '../../app/access.tsx';
import { liveBridge, useLiveDoc } from '../../firebase/live.ts';
import type { Live } from '../../firebase/query-spec.ts';
import { ErrorNote, Page, PageHeader } from '../../ui/page.tsx';
import { SkeletonRows } from '../../ui/skeletons.tsx';
import { useActor } from '../shared/use-actor.ts';
import { ReporterView } from './reporter-view.tsx';

const TeamCase = lazy(() => import('./team-case.tsx').then((module) => ({ default: module.TeamCase })));

/** Parts of other areas that an incident's page shows; the app puts them together. */
export interface IncidentParts {
  Evidence: ComponentType<{ incident: Incident; actor: Actor }>;
  Thread: ComponentType<{ incident: Incident; actor: Actor; team: boolean }>;
  Observables: ComponentType<{ incidentId: string }>;
}

/** One incident: the case for the security team, the course of things for the person who reported it. */
export function IncidentPage({ parts }: { parts: IncidentParts }) {
  const { id = '' } = useParams();
  const me = useMe();
  const actor = useActor();
  const valid = /^[A-Za-z0-9_-]{8,64}$/.test(id);
  const live = useLiveDoc<Incident>(valid ? `incidents/${id}` : null);
  const incident = useMemo(() => (live.data ? complete(live.data) : null), [live.data]);

  if (valid && live.status === 'loading') {
    return (
      <Page width={1400}>
        <SkeletonRows rows={5} height={96} />
      </Page>
    );
  }
  if (live.error && live.error.code !== 'permission-denied') {
    return (
      <Page>
        <ErrorNote error={live.error} onRetry={() => liveBridge.retryFailed()} />
      </Page>
    );
  }
  if (!incident) {
    return (
      <Page>
        <PageHeader title="There is no such incident, or you may not see it" intro="The link may be mistyped, or the incident may be restricted." />
        <Button component={Link} to={homeOf(me)} variant="gradient">
          Back
        </Button>
      </Page>
    );
  }
  // What a person may not see is not asked for: denied listeners would only make noise.
  if (!can(actor, 'incident:readCase', incident)) return <ReporterView incident={incident} queued={incident.queued} actor={actor} parts={parts} />;
  return (
    <Suspense fallback={<Page width={1400}><SkeletonRows rows={5} height={96} /></Page>}>
      <TeamCase incident={incident} actor={actor} parts={parts} />
    </Suspense>
  );
}

function complete(stored: Live<Incident>): Incident & { queued: boolean } {
  return { ...completeIncident(stored.id, stored as Parameters<typeof completeIncident>[1]), queued: stored._pending };
}
