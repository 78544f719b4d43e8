import { Button } from '@mantine/core';
import { IconCloudUp, IconShieldCheck } from '@tabler/icons-react';
import { plainStatus } from '@secura/domain/incidents/vocabulary';
import { Link } from 'react-router';
import { StatusBadge } from '../ui/badges.tsx';
import ui from '../ui/card.module.css';
import { EmptyState, ErrorNote } from '../ui/page.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { SkeletonRows } from '../ui/skeletons.tsx';
import classes from './home.module.css';
import { countText, type Count } from './my-incidents.ts';
import type { MyIncidentsState, MyRow } from './use-my-incidents.ts';

function Row({ row }: { row: MyRow }) {
  return (
    <li>
      <Link to={row.queued ? `/report/sent/${row.id}` : `/incidents/${row.id}`} className={classes.row}>
        <span className={classes.rowHead}>
          <span className={classes.rowTitle}>{row.title}</span>
          {row.unread > 0 && (
            <span className={classes.unread}>
              {row.unread} new<span className="visually-hidden"> since you last looked</span>
            </span>
          )}
        </span>
        {row.queued ? (
          <span className={classes.rowStatus}>
            <IconCloudUp size={16} aria-hidden="true" />
            Waits on this device for the network. It is sent by itself.
          </span>
        ) : (
          <span className={classes.rowStatus}>{plainStatus[row.status]}</span>
        )}
        <span className={classes.rowFacts}>
          {!row.queued && <StatusBadge status={row.status} />}
          {row.number && <span className="unbroken">{row.number}</span>}
          <span>
            {row.queued ? 'Written ' : 'Last update '}
            <RelativeTime date={row.lastActivity.at} />
          </span>
        </span>
      </Link>
    </li>
  );
}

function Figure({ label, value }: { label: string; value: string }) {
  return (
    <div className={classes.figure}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** Cards with what stands where, and the incidents themselves. */
export function MyIncidents({ mine }: { mine: MyIncidentsState }) {
  const { rows, loading, unknown, error, more, showMore } = mine;
  const figure = (count: Count) => (loading || unknown ? '–' : countText(count));
  return (
    <>
      <dl className={classes.figures} aria-label="Your incidents in numbers">
        <Figure label="Open" value={figure(mine.open)} />
        <Figure label="Under investigation" value={figure(mine.working)} />
        <Figure label="Resolved this month" value={figure(mine.resolvedThisMonth)} />
      </dl>
      <section className={ui.card} aria-labelledby="mine-title">
        <h2 id="mine-title">My incidents</h2>
        {error && <ErrorNote error={error} />}
        {loading && rows.length === 0 && !error && <SkeletonRows rows={3} height={84} />}
        {unknown && <p className={ui.quiet}>You are offline. Your incidents appear here when the network is back.</p>}
        {!loading && !unknown && !error && rows.length === 0 && (
          <EmptyState
            icon={<IconShieldCheck size={36} aria-hidden="true" />}
            title="You have not reported anything yet"
            text="What you report appears here, with each step that the team takes."
            action={
              <Button component={Link} to="/report" variant="default" size="md">
                Report an incident
              </Button>
            }
          />
        )}
        {rows.length > 0 && (
          <ul className={classes.rows}>
            {rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </ul>
        )}
        {more && (
          <Button variant="default" size="md" onClick={showMore}>
            Show more
          </Button>
        )}
      </section>
    </>
  );
}
