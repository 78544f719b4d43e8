import type { IncidentEvent } from '@secura/domain/incidents/events';
import type { Incident } from '@secura/domain/incidents/incident';
import { plainStatus, resolutions, type Status } from '@secura/domain/incidents/vocabulary';
import { can, type Actor } from '@secura/domain/people/permissions';
import { Button } from '@mantine/core';
import { IconCheck, IconPencil } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useLiveQuery } from '../../firebase/live.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Note, Page } from '../../ui/page.tsx';
import classes from './case.module.css';
import { Facts } from './facts.tsx';
import type { IncidentParts } from './incident-page.tsx';
import { EventList } from './event-list.tsx';
import { useReadMarker } from './use-read-marker.ts';

const EditDialog = lazy(() => import('./dialogs/edit-dialog.tsx').then((module) => ({ default: module.EditDialog })));

/** A reporter sees the last so many public events; more than enough for any course of things. */
const publicEvents = 30;

/** What the person who reported sees: where it stands, what comes next, what to do meanwhile, and the talk with the team. */
export function ReporterView({ incident, queued, actor, parts: { Thread, Evidence } }: { incident: Incident; queued: boolean; actor: Actor; parts: IncidentParts }) {
  useReadMarker(actor.uid, incident.id, incident.counts.public);
  const [editing, setEditing] = useState(false);
  const advice = incident.triage?.advice ?? [];
  return (
    <Page width={1000}>
      <BackLink to="/home">Home</BackLink>
      <header className={classes.header}>
        <div>
          <div className={classes.number}>{incident.number ?? 'Getting a number…'}</div>
          <h1 className={classes.title}>{incident.title}</h1>
        </div>
      </header>
      {queued && <Note tone="warning">This report waits on this device for the network. It is sent by itself; you can close the page.</Note>}

      <section className={classes.panel} aria-label="Where it stands" data-status={incident.status}>
        <p className={classes.plain}>{plainStatus[incident.status]}</p>
        <Progress status={incident.status} />
        <p className={classes.dim}>{nextText(incident)}</p>
        {incident.resolution && (
          <div className={classes.quote}>
            <strong>{resolutions[incident.resolution.code].label}.</strong> {resolutions[incident.resolution.code].meaning}
            <br />
            {incident.resolution.summary}
          </div>
        )}
      </section>

      {advice.length > 0 && (incident.status === 'open' || incident.status === 'investigating') && (
        <section className={classes.panel} aria-labelledby="advice-heading">
          <h2 id="advice-heading" className={classes.heading}>What you can do now</h2>
          <ul className={classes.advice}>
            {advice.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}

      <section className={classes.panel} aria-labelledby="thread-heading">
        <h2 id="thread-heading" className={classes.heading}>Talk with the security team</h2>
        <Thread incident={incident} actor={actor} team={false} />
      </section>

      <section className={classes.panel} aria-labelledby="report-heading">
        <div className={classes.panelHead}>
          <h2 id="report-heading" className={classes.heading}>Your report</h2>
          {can(actor, 'incident:update', incident) && !queued && (
            <Button size="sm" variant="default" leftSection={<IconPencil size={16} />} onClick={() => setEditing(true)}>
              Correct it
            </Button>
          )}
        </div>
        {incident.description === '' ? <p className={classes.dim}>You wrote nothing: the files tell it.</p> : <p className={classes.description}>{incident.description}</p>}
        <Facts incident={incident} />
      </section>

      <section className={classes.panel} aria-labelledby="files-heading">
        <h2 id="files-heading" className={classes.heading}>Files</h2>
        <Evidence incident={incident} actor={actor} />
      </section>

      <section className={classes.panel} aria-labelledby="history-heading">
        <h2 id="history-heading" className={classes.heading}>What has happened</h2>
        <PublicHistory incidentId={incident.id} me={actor.uid} />
      </section>
      <Suspense>{editing && <EditDialog incident={incident} fields={['title', 'description', 'location', 'affected']} onClose={() => setEditing(false)} />}</Suspense>
    </Page>
  );
}

function PublicHistory({ incidentId, me }: { incidentId: string; me: string }) {
  const { data } = useLiveQuery<IncidentEvent>({
    collection: `incidents/${incidentId}/events`,
    where: [['audience', '==', 'everyone']],
    orderBy: [['seq', 'desc']],
    limit: publicEvents,
  });
  if (data?.length === 0) return <p className={classes.dim}>Nothing yet: the report is just being registered.</p>;
  return <EventList events={data ?? []} me={me} />;
}

const steps: { label: string; statuses: readonly Status[] }[] = [
  { label: 'Reported', statuses: ['open'] },
  { label: 'Being looked into', statuses: ['investigating'] },
  { label: 'Danger stopped', statuses: ['contained'] },
  { label: 'Resolved', statuses: ['resolved', 'closed'] },
];

function Progress({ status }: { status: Status }) {
  const at = steps.findIndex(({ statuses }) => statuses.includes(status));
  return (
    <ol className={classes.progress} aria-label="Progress">
      {steps.map(({ label }, index) => (
        <li key={label} data-done={index <= at || undefined} aria-current={index === at ? 'step' : undefined}>
          <span className={classes.progressDot} aria-hidden="true">
            {(index < at || at === steps.length - 1) && <IconCheck size={14} />}
          </span>
          {label}
        </li>
      ))}
    </ol>
  );
}

function nextText({ status, assignees, clocks }: Incident): string {
  if (clocks?.pause?.reason === 'reporter') return 'The team waits for an answer from you. Write it below, or add the file they asked for.';
  const who = assignees.length > 0 ? assignees.map((person) => person.name).join(' and ') : null;
  switch (status) {
    case 'open':
      return who ? `${who} will look at it next. You hear from us here; you need not do anything else.` : 'Somebody of the security team takes it up next. You hear from us here.';
    case 'investigating':
      return `${who ?? 'The team'} is working on it. If something changes on your side, write it below.`;
    case 'contained':
      return 'What is left is cleaning up and checking. Write below if you notice anything more.';
    case 'resolved':
    case 'closed':
      return 'If it happens again, or something still seems wrong, write below.';
  }
}
