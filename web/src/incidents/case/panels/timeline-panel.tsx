import type { ChainVerdict } from '@secura/domain/incidents/chain';
import type { Incident } from '@secura/domain/incidents/incident';
import { Button } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { ErrorNote } from '../../../ui/page.tsx';
import { SkeletonRows } from '../../../ui/skeletons.tsx';
import classes from '../case.module.css';
import { EventList } from '../event-list.tsx';
import { Panel } from '../panel.tsx';
import { useHistory, type Verification } from '../use-history.ts';

/** Everything that happened, and whether the record of it is whole: recomputed here, link by link. */
export function TimelinePanel({ incident }: { incident: Incident }) {
  const history = useHistory(incident.id, incident.head);
  const { verification } = history;
  const broken = verification.state === 'judged' && !verification.verdict.verified ? verification.verdict : null;
  const seal = <Seal verification={verification} />;
  return (
    <Panel id="timeline" title="Timeline" fold={verification.state === 'partial' ? `${history.total} events` : seal} head={seal}>
      {broken && <ErrorNote error={brokenText(broken)} />}
      {history.error && <ErrorNote error={history.error} />}
      {history.loading && history.events.length === 0 && <SkeletonRows rows={4} height={36} />}
      <EventList events={history.events} broken={broken?.seq} markTeam />
      {verification.state === 'partial' && (
        <Button variant="default" size="sm" onClick={history.loadAll}>
          Show all {history.total} and verify
        </Button>
      )}
    </Panel>
  );
}

function Seal({ verification }: { verification: Verification }) {
  if (verification.state === 'partial') return <span className={classes.dim}>The latest; all are needed to verify</span>;
  if (verification.state === 'checking') return <span className={classes.dim}>Verifying…</span>;
  if (!verification.verdict.verified) return <span className={classes.late}>Not verified</span>;
  return (
    <span className={classes.verified} title="Each event holds the SHA-256 of the one before; this browser recomputed all of them.">
      <IconShieldCheck size={18} aria-hidden="true" />
      Verified, {verification.verdict.length} {verification.verdict.length === 1 ? 'event' : 'events'}
    </span>
  );
}

type Broken = Extract<ChainVerdict, { verified: false }>;

const reasons: Record<Broken['reason'], string> = {
  missing: 'is missing',
  altered: 'was altered after it was written',
  relinked: 'does not follow the one before it',
  'head-differs': 'is not the one that the incident names as its last',
};

function brokenText({ seq, reason }: Broken): string {
  return `This history cannot be trusted: event #${seq} ${reasons[reason]}. Tell your administrator before you go on.`;
}
