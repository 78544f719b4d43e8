import { defang } from '@secura/domain/observables/defang';
import { observableLimits, type ObservablesSummary, type StoredObservable } from '@secura/domain/observables/observable';
import type { RelatedAnswer } from '@secura/domain/observables/operations';
import { Button } from '@mantine/core';
import { IconCrosshair } from '@tabler/icons-react';
import { useId, useRef, useState } from 'react';
import { Link } from 'react-router';
import { useLiveDoc, useLiveQuery } from '../firebase/live.ts';
import ui from '../ui/card.module.css';
import { ErrorNote, Note } from '../ui/page.tsx';
import { SkeletonRows } from '../ui/skeletons.tsx';
import { MentionList } from './mention-list.tsx';
import { ObservableLine } from './observable-line.tsx';
import classes from './observables.module.css';
import { sourceText } from './source-text.ts';
import { useNearScreen } from './use-near-screen.ts';
import { useRelated } from './use-related.ts';

/** Shown at first; part of the read budget of an incident's page. */
const first = 8;

/** What the texts of an incident name that can be looked for elsewhere, and where else it is. */
export function ObservableList({ incidentId }: { incidentId: string }) {
  const place = useRef<HTMLDivElement>(null);
  const near = useNearScreen(place);
  return (
    <div ref={place} className={classes.place}>
      {near && <Observables incidentId={incidentId} />}
    </div>
  );
}

function Observables({ incidentId }: { incidentId: string }) {
  const [all, setAll] = useState(false);
  const { data, status, error } = useLiveQuery<StoredObservable>({
    collection: `incidents/${incidentId}/observables`,
    orderBy: [['rank', 'asc']],
    limit: all ? observableLimits.perIncident : first,
  });
  const summary = useLiveDoc<ObservablesSummary>(`incidents/${incidentId}/internal/observables`).data;
  const observables = data ?? [];
  const related = useRelated(incidentId, observables.filter(({ scope }) => scope === 'external').map(({ key }) => key));

  if (error) return <ErrorNote error={error} />;
  if (status === 'loading' && observables.length === 0) return <SkeletonRows rows={2} height={56} />;
  if (observables.length === 0) {
    return <p className={ui.quiet}>No links, domains, addresses, hashes, vulnerabilities or account numbers were found in the report and the messages.</p>;
  }
  const count = summary?.count ?? observables.length;
  return (
    <>
      <ul className={classes.list} aria-label="Observables">
        {observables.map((observable) => (
          <Row key={observable.key} observable={observable} related={related.data?.[observable.key]} searching={related.isPending} />
        ))}
      </ul>
      {related.error && <ErrorNote error={`Other incidents could not be searched. ${related.error.message}`} onRetry={() => void related.refetch()} />}
      {summary?.cut && (
        <Note tone="warning">
          More were found than are kept, which is up to {observableLimits.perSource} of one text and {observableLimits.perIncident} of an incident. What points outwards is kept first.
        </Note>
      )}
      {!all && count > observables.length && (
        <Button size="xs" variant="subtle" onClick={() => setAll(true)}>
          Show all {count} observables
        </Button>
      )}
    </>
  );
}

type Related = RelatedAnswer['related'][number];

function Row({ observable, related, searching }: { observable: StoredObservable; related: Related | undefined; searching: boolean }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const incidents = related?.incidents ?? [];
  const elsewhere = `Seen in ${incidents.length}${related?.more ? ' or more' : ''} other ${incidents.length === 1 && !related?.more ? 'incident' : 'incidents'}`;
  const shown = defang(observable);
  return (
    <li className={classes.row}>
      <ObservableLine
        observable={observable}
        facts={
          <>
            <span>{sourceText(observable.sources)}</span>
            {observable.scope === 'external' && searching && <span role="status">looking elsewhere…</span>}
            {related && incidents.length === 0 && <span>seen nowhere else</span>}
            {incidents.length > 0 && (
              <button type="button" className={classes.elsewhere} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
                {elsewhere}
              </button>
            )}
          </>
        }
        actions={
          <Link className={classes.hunt} to={`/hunt?q=${encodeURIComponent(shown)}`} aria-label={`Hunt for ${shown}`} title="Hunt for it, and for what lies below it">
            <IconCrosshair size={18} aria-hidden="true" />
          </Link>
        }
      />
      <div id={id} hidden={!open}>
        {open && <MentionList label={`Other incidents with ${shown}`} incidents={incidents} more={related?.more ?? false} />}
      </div>
    </li>
  );
}
