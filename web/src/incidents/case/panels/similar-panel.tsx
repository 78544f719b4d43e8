import type { Incident } from '@secura/domain/incidents/incident';
import { categoryLabels } from '@secura/domain/incidents/vocabulary';
import type { CaseLink, Connections, IncidentRef } from '@secura/domain/similar/links';
import type { Neighbour, SimilarIncidents } from '@secura/domain/similar/similar';
import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useLiveDoc } from '../../../firebase/live.ts';
import { notify } from '../../../ui/notify.ts';
import { SeverityBadge, StatusBadge } from '../../../ui/badges.tsx';
import { ErrorNote, Note } from '../../../ui/page.tsx';
import rows from '../../../ui/rows.module.css';
import { SkeletonRows } from '../../../ui/skeletons.tsx';
import { useOperation, type Attempt } from '../../shared/use-operation.ts';
import classes from '../case.module.css';
import { Panel } from '../panel.tsx';
import own from './similar-panel.module.css';

interface Acts {
  mayLink: boolean;
  attempt: Attempt;
  link(other: IncidentRef): void;
  unlink(other: IncidentRef): void;
  merge(other: IncidentRef): void;
}

/** What else was reported like this, why it is thought so, and how the reports hang together. */
export function SimilarPanel({ incident, connections, mayLink }: { incident: Incident; connections: Connections | null; mayLink: boolean }) {
  const { id } = incident;
  const similar = useLiveDoc<SimilarIncidents>(`incidents/${id}/internal/similar`);
  const attempt = useOperation();
  const { links = [], mergedInto = null, duplicates = [] } = connections ?? {};

  const connect = (name: string, input: Record<string, unknown>, done: string, back: [name: string, input: Record<string, unknown>]) => async (): Promise<void> => {
    if (!(await attempt.run(name, input))) return;
    notify({ message: done, undo: () => void attempt.run(...back) });
  };
  const acts: Acts = {
    mayLink, attempt,
    link: (other) => void connect('incidents.link', { id, other: other.id }, `Linked ${other.number}.`, ['incidents.unlink', { id, other: other.id }])(),
    unlink: (other) => void connect('incidents.unlink', { id, other: other.id }, `Took the link to ${other.number} away.`, ['incidents.link', { id, other: other.id }])(),
    merge: (other) => void connect('incidents.merge', { id, into: other.id, expectedVersion: incident.head?.seq ?? 0 }, `Merged into ${other.number}.`, ['incidents.unmerge', { id }])(),
  };
  const connected = new Set([...links, ...duplicates, ...(mergedInto ? [mergedInto] : [])].map((ref) => ref.id));
  const nearest = (similar.data?.nearest ?? []).filter((neighbour) => !connected.has(neighbour.id));
  const mergeable = mergedInto === null && duplicates.length === 0 && incident.visibility === 'team' && incident.status !== 'resolved' && incident.status !== 'closed';

  const gist = [connected.size > 0 && `${connected.size} linked`, nearest.length > 0 && `${nearest.length} near`].filter(Boolean).join(', ');
  return (
    <Panel id="similar" title="Similar reports" fold={gist}>
      {attempt.problem && <ErrorNote error={attempt.problem} />}
      {mergedInto && (
        <Note
          action={
            mayLink && (
              <Button size="xs" variant="default" loading={attempt.busy} onClick={() => void connect('incidents.unmerge', { id, expectedVersion: incident.head?.seq ?? 0 }, 'The report stands by itself again.', ['incidents.merge', { id, into: mergedInto.id }])()}>
                Undo the merge
              </Button>
            )
          }
        >
          {mergedInto.by.name} merged this into <Link className="unbroken" to={`/incidents/${mergedInto.id}`}>{mergedInto.number}</Link>. Its reporter is told how that one ends.
        </Note>
      )}
      <Connected title="Merged into this" refs={duplicates} acts={acts} />
      <Connected title="Linked" refs={links} acts={acts} unlink />
      {similar.status === 'loading' && <SkeletonRows rows={2} height={48} />}
      {similar.error && <ErrorNote error={similar.error} />}
      {similar.status === 'ready' && !similar.data && (
        <p className={classes.dim}>{incident.visibility === 'restricted' ? 'Restricted incidents are not compared with others.' : 'It is being compared with the others. What is near shows here by itself.'}</p>
      )}
      {similar.data && nearest.length === 0 && <p className={classes.dim}>{connected.size > 0 ? 'Nothing else is near.' : 'Nothing like it was reported in the last half year.'}</p>}
      <ul className={rows.list}>
        {nearest.map((neighbour) => (
          <Near key={neighbour.id} neighbour={neighbour} acts={acts} mergeable={mergeable} />
        ))}
      </ul>
      {similar.data && nearest.length > 0 && (
        <p className={classes.small}>
          Compared by {similar.data.provider === 'local' ? `the product’s own model (${similar.data.model})` : `${similar.data.provider} (${similar.data.model})`}. The score is a rough guide, often wrong when words differ: people decide.
        </p>
      )}
    </Panel>
  );
}

function Connected({ title, refs, acts, unlink = false }: { title: string; refs: readonly (IncidentRef & Partial<Pick<CaseLink, 'how' | 'by'>>)[]; acts: Acts; unlink?: boolean }) {
  if (refs.length === 0) return null;
  return (
    <>
      <h3 className={classes.subheading}>{title}</h3>
      <ul className={rows.list}>
        {refs.map((ref) => (
          <Other key={ref.id} id={ref.id} note={ref.how === 'joined' ? 'Its reporter or this one’s asked to hear how it ends.' : null}>
            {() =>
              unlink && acts.mayLink && (
                <Button size="xs" variant="default" disabled={acts.attempt.busy} onClick={() => acts.unlink(ref)}>
                  Unlink
                </Button>
              )
            }
          </Other>
        ))}
      </ul>
    </>
  );
}

function Near({ neighbour, acts, mergeable }: { neighbour: Neighbour; acts: Acts; mergeable: boolean }) {
  const { id, score, level, why } = neighbour;
  return (
    <Other id={id} note={tellWhy(why)} score={score} duplicate={level === 'likely duplicate'}>
      {(number) =>
        acts.mayLink && (
          <Group gap="xs">
            <Button size="xs" variant="default" disabled={acts.attempt.busy} onClick={() => acts.link({ id, number })}>
              Link
            </Button>
            {mergeable && (
              <Button size="xs" variant="default" disabled={acts.attempt.busy} onClick={() => acts.merge({ id, number })}>
                Merge this into it
              </Button>
            )}
          </Group>
        )
      }
    </Other>
  );
}

/** Another incident, read live by whoever looks: what he may not see does not show. */
function Other({ id, note, score, duplicate = false, children }: { id: string; note: string | null; score?: number; duplicate?: boolean; children(number: string): ReactNode }) {
  const { data, status, error } = useLiveDoc<Incident>(`incidents/${id}`);
  if (status === 'loading') return <li><SkeletonRows rows={1} height={40} /></li>;
  if (error || !data) return null;
  const number = data.number ?? '';
  return (
    <li className={rows.item}>
      <div className={rows.text}>
        <div className={rows.line}>
          <Link className="unbroken" to={`/incidents/${id}`}>{number}</Link>
          {duplicate && <span className={own.duplicate}>Likely duplicate</span>}
          {score !== undefined && <span className={classes.small}>score {score.toFixed(2)}</span>}
        </div>
        <div className={rows.title}>{data.title}</div>
        <div className={rows.line}>
          <SeverityBadge severity={data.severity ?? null} />
          <StatusBadge status={data.status} />
        </div>
        {note && <div className={classes.small}>{note}</div>}
      </div>
      {children(number)}
    </li>
  );
}

function tellWhy({ observables, words, synonyms = [], category, minutesApart }: Neighbour['why']): string {
  const parts = [
    observables.length > 0 && `both name ${observables.join(', ')}`,
    words.length > 0 && `both say ${words.map((word) => `“${word}”`).join(', ')}`,
    synonyms.length > 0 && `one says ${synonyms.map(({ one, other }) => `“${one}” where the other says “${other}”`).join(', ')}`,
    category && `both are ${categoryLabels[category].toLowerCase()}`,
    `${apart(minutesApart)} apart`,
  ].filter((part) => typeof part === 'string');
  return parts.join(' · ');
}

function apart(minutes: number): string {
  if (minutes < 120) return `${minutes} min`;
  if (minutes < 48 * 60) return `${Math.round(minutes / 60)} h`;
  return `${Math.round(minutes / 1440)} days`;
}
