import { formulas, meansOf } from '@secura/domain/insight/metrics';
import type { TotalsRollup } from '@secura/domain/insight/rollup';
import { severities, severityLabels, statuses, statusLabels } from '@secura/domain/incidents/vocabulary';
import type { Roster } from '@secura/domain/people/person';
import { roleLabels, roles } from '@secura/domain/people/vocabulary';
import { lazy, Suspense, useMemo } from 'react';
import { AlertManager } from '../app/alert-manager.ts';
import { QuickActions } from '../app/quick-actions.tsx';
import { useLiveDoc } from '../firebase/live.ts';
import ui from '../ui/card.module.css';
import { ErrorNote, Page, PageHeader } from '../ui/page.tsx';
import { SkeletonRows } from '../ui/skeletons.tsx';
import { duration } from '../ui/time.ts';
import classes from './admin.module.css';
import { AnalystTable } from './analyst-table.tsx';
import { AssignmentSwitch } from './assignment-switch.tsx';
import { Bars } from './bars.tsx';
import { ClocksCard } from './clocks-card.tsx';
import { analystFigures, categoryLabel, sharesOf, type Share } from './figures.ts';
import { Figure } from './figure.tsx';
import { LatestIncidents } from './latest-incidents.tsx';
import { AssetsForm, OrganisationForm } from './organisation-form.tsx';
import { TrendTable } from './trend-table.tsx';
import { TriageQualityCard } from './triage-quality-card.tsx';
import { period, useRollups } from './use-rollups.ts';
import { WaitingComparisons } from './waiting-comparisons.tsx';

const TrendChart = lazy(() => import('./trend-chart.tsx'));

/** What the organisation's incidents look like now and over three weeks; every figure is counted from stored events. */
export default function AdminPage() {
  const { days, totals, people, loading, error } = useRollups();
  const roster = useLiveDoc<Roster>('team/roster');
  const means = useMemo(() => meansOf(days), [days]);
  const names = useMemo(
    () => Object.fromEntries(Object.entries(roster.data?.members ?? {}).filter(([, { role }]) => role === 'security_team').map(([uid, { name }]) => [uid, name])),
    [roster.data],
  );
  const [yesterday, today] = [days.at(-2), days.at(-1)];
  const quiet = means.reported === 0 && means.resolved === 0;

  return (
    <Page width={1400}>
      <PageHeader
        title="Overview"
        intro={`Now, and over the last ${period} days. Days are counted in UTC.`}
        actions={<QuickActions />}
      />
      {error && <ErrorNote error={error} />}
      {loading && !error ? (
        <SkeletonRows rows={4} height={120} />
      ) : (
        <div className={classes.grid}>
          <WaitingComparisons />
          <div className={classes.figures}>
            <Figure label="New today" value={String(today?.reported ?? 0)} note={`Yesterday: ${yesterday?.reported ?? 0}`} />
            <Figure label="Open now" value={String(sum(totals?.open))} note={`${totals?.all ?? 0} ever reported`} />
            <Figure
              label="Mean time to acknowledge"
              value={means.acknowledgeMs === null ? '–' : duration(means.acknowledgeMs)}
              note={means.acknowledgeMs === null ? `Nothing acknowledged in ${period} days` : `${acknowledgedIn(days)} acknowledged in ${period} days`}
              formula={formulas.acknowledge}
            />
            <Figure
              label="Mean time to resolve"
              value={means.resolveMs === null ? '–' : duration(means.resolveMs)}
              note={means.resolveMs === null ? `Nothing resolved in ${period} days` : `${means.resolved} resolved in ${period} days`}
              formula={formulas.resolve}
            />
          </div>

          <Bars
            title="Open by severity"
            empty="Nothing is open."
            link={(key) => (key === 'untriaged' ? '/queue?status=active' : `/queue?status=active&severity=${key}`)}
            shares={openBySeverity(totals)}
          />
          <Bars
            title="All by status"
            empty="Nothing was ever reported."
            link={(key) => `/queue?status=${key}`}
            shares={statuses.map((key) => ({ key, label: statusLabels[key], value: totals?.status?.[key] ?? 0 }))}
          />

          <section className={`${ui.card} ${classes.wide}`} aria-labelledby="trend-title">
            <h2 id="trend-title">Reported and resolved per day</h2>
            {quiet ? (
              <p className={ui.quiet}>Nothing was reported or resolved in {period} days. The course of both appears here, day by day.</p>
            ) : (
              <>
                <Suspense fallback={<SkeletonRows rows={1} height={240} />}>
                  <TrendChart days={days} />
                </Suspense>
                <TrendTable days={days} />
              </>
            )}
          </section>

          <Bars title="Reported by category" empty={`Nothing was classified in ${period} days.`} shares={sharesOf(days, 'category', categoryLabel)} />
          <Bars title="Reported by department" empty={`Nothing was reported in ${period} days.`} shares={sharesOf(days, 'department')} />

          <AnalystTable figures={analystFigures(days, names)} />
          <LatestIncidents />

          <TriageQualityCard />

          <AlertManager />
          <div className={classes.stack}>
            <Bars
              title="People by role"
              empty="Nobody has registered yet."
              shares={roles.map((key) => ({ key, label: roleLabels[key], value: people?.byRole?.[key] ?? 0 }))}
              note={people?.suspended ? `${people.suspended} suspended` : undefined}
            />
            <AssignmentSwitch />
            <ClocksCard />
            <OrganisationForm />
            <AssetsForm />
          </div>
        </div>
      )}
    </Page>
  );
}

function openBySeverity(totals: TotalsRollup | null): Share[] {
  const rows: Share[] = [...severities].reverse().map((key) => ({ key, label: severityLabels[key], value: totals?.open?.[key] ?? 0 }));
  const untriaged = totals?.open?.untriaged ?? 0;
  return untriaged > 0 ? [...rows, { key: 'untriaged', label: 'Not rated yet', value: untriaged }] : rows;
}

function sum(counts: Record<string, number> | undefined): number {
  return Object.values(counts ?? {}).reduce((total, value) => total + value, 0);
}

function acknowledgedIn(days: readonly { acknowledged?: number }[]): number {
  return days.reduce((total, { acknowledged = 0 }) => total + acknowledged, 0);
}
