import { Button, CloseButton, Drawer, Group } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconArrowUp, IconChevronLeft, IconChevronRight, IconUsers } from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { AlertCards } from '../../app/alerts.ts';
import { QuickActions } from '../../app/quick-actions.tsx';
import { liveBridge } from '../../firebase/live.ts';
import { useOnline } from '../../firebase/online.ts';
import { EmptyState, ErrorNote, Note, Page, PageHeader } from '../../ui/page.tsx';
import { useNow } from '../../ui/relative-time.tsx';
import { SkeletonRows } from '../../ui/skeletons.tsx';
import { rememberQueue } from '../shared/last-queue.ts';
import { useActor } from '../shared/use-actor.ts';
import { AssignControl } from './assign-control.tsx';
import { OpenCounts } from './open-counts.tsx';
import { QueueRow } from './queue-row.tsx';
import rowClasses from './queue-row.module.css';
import { QueueToolbar } from './queue-toolbar.tsx';
import { chipOf, cleared, narrow, narrowedBy, readQueueUrl, writeQueueUrl, type QueueView, type ViewChange } from './queue-url.ts';
import classes from './queue-page.module.css';
import { TeamPanel } from './team-panel.tsx';
import { useArrivals } from './use-arrivals.ts';
import { useCursor } from './use-cursor.ts';
import { useNewerCount, useQueue } from './use-queue.ts';
import { useSelection } from './use-selection.ts';

const firstPage: ViewChange = (view) => ({ ...view, after: [] });

/** Where the security team works: everything reported, live, narrowed by what the address says. */
export default function QueuePage() {
  const actor = useActor();
  const [params, setParams] = useSearchParams();
  const view = readQueueUrl(params);
  const page = useQueue(view, actor);
  useEffect(() => rememberQueue(params), [params]);
  const now = useNow().getTime();
  const wide = useMediaQuery('(min-width: 1180px)', true, { getInitialValueInEffect: false });
  const [teamOpen, setTeamOpen] = useState(false);

  const top = useRef<HTMLDivElement>(null);
  const topIsVisible = useCallback(() => (top.current?.getBoundingClientRect().top ?? 0) > -40, []);
  const news = useArrivals(page, topIsVisible);
  const selection = useSelection(page.listKey, page.rows);
  const cursor = useCursor(page.rows, selection.toggle);

  const online = useOnline();
  const pageNumber = view.after.length + 1;
  const [openedAt] = useState(() => new Date());
  const newer = useNewerCount(view, actor, pageNumber > 1 ? openedAt : null);
  const waiting = pageNumber > 1 ? newer : news.unseen;

  function change(next: ViewChange, options?: { replace: boolean }): void {
    // The address is ahead of the last render while React is busy.
    setParams(writeQueueUrl(next(readQueueUrl(new URLSearchParams(location.search)))), options);
  }

  function showNewest(): void {
    news.markSeen();
    if (pageNumber > 1) change(firstPage);
    top.current?.scrollIntoView({ block: 'start' });
  }

  function turn(after: string[]): void {
    change((current) => ({ ...current, after }));
    top.current?.scrollIntoView({ block: 'start' });
  }

  const aside = (
    <>
      <OpenCounts view={view} />
      <TeamPanel mine={page.rows.filter((incident) => incident.assigneeUids.includes(actor.uid))} />
      <AlertCards brief />
    </>
  );

  return (
    <Page width={1560}>
      <PageHeader
        title="Queue"
        intro={wide ? 'Everything reported, live. Press ? for the keys.' : 'Everything reported, live.'}
        actions={
          <QuickActions>
            {!wide && (
              <Button variant="default" leftSection={<IconUsers size={18} />} onClick={() => setTeamOpen(true)}>
                Team and counts
              </Button>
            )}
          </QuickActions>
        }
      />
      <div className={classes.columns}>
        <section aria-label="Incidents" className={classes.queue}>
          <QueueToolbar view={view} onChange={change} />
          <div ref={top} className={classes.top} />
          {page.error && <ErrorNote error={page.error} onRetry={() => liveBridge.retryFailed()} />}
          {page.fromCache && page.status === 'ready' && !online && (
            <Note tone="warning">You are offline. This is what this device saw last; it renews itself when the connection is back.</Note>
          )}
          {waiting > 0 && (
            <div className={classes.pillPlace}>
              <button type="button" className={classes.pill} onClick={showNewest}>
                <IconArrowUp size={16} aria-hidden="true" />
                {waiting === 1 ? '1 new incident' : `${waiting} new incidents`}
              </button>
            </div>
          )}
          {page.status === 'loading' && <SkeletonRows rows={8} height={72} />}
          {page.rows.length > 0 && (
            <ul className={rowClasses.list} aria-label={`Incidents, page ${pageNumber}`} data-stale={page.stale || undefined} aria-busy={page.stale}>
              {page.rows.map((incident) => (
                <QueueRow
                  key={incident.id}
                  incident={incident}
                  now={now}
                  current={cursor.current === incident.id}
                  selected={selection.ids.has(incident.id)}
                  flash={news.flashes.get(incident.id)}
                  onSelect={selection.set}
                  onCurrent={cursor.setCurrent}
                />
              ))}
            </ul>
          )}
          {page.status === 'ready' && !page.stale && page.rows.length === 0 && <Nothing view={view} more={page.olderAfter !== null} onChange={change} />}
          {(pageNumber > 1 || page.olderAfter) && (
            <Group component="nav" aria-label="Pages" justify="space-between" mt="md">
              <Button variant="default" leftSection={<IconChevronLeft size={18} />} disabled={pageNumber === 1} onClick={() => turn(view.after.slice(0, -1))}>
                Previous
              </Button>
              <span aria-current="page">Page {pageNumber}</span>
              <Button
                variant="default"
                rightSection={<IconChevronRight size={18} />}
                disabled={!page.olderAfter || page.stale}
                onClick={() => page.olderAfter && turn([...view.after, page.olderAfter])}
              >
                Next
              </Button>
            </Group>
          )}
          <AssignControl selected={selection.rows} current={page.rows.find(({ id }) => id === cursor.current)} onClear={selection.clear} />
        </section>
        {wide ? (
          <aside className={classes.aside} aria-label="Team and counts">{aside}</aside>
        ) : (
          <Drawer opened={teamOpen} onClose={() => setTeamOpen(false)} position="right" withCloseButton={false} attributes={{ content: { 'aria-label': 'Team and counts' } }}>
            <Group justify="flex-end" mb="xs">
              <CloseButton size="lg" aria-label="Close" onClick={() => setTeamOpen(false)} />
            </Group>
            <div className={classes.aside}>{aside}</div>
          </Drawer>
        )}
      </div>
    </Page>
  );
}

function Nothing({ view, more, onChange }: { view: QueueView; more: boolean; onChange(next: ViewChange): void }) {
  // The database looks for one word of a search: those that hold all may stand further back.
  if (more) return <EmptyState title="Nothing on this page" text="Incidents on the next pages may match." />;
  if (view.after.length > 0) {
    return <EmptyState title="Nothing on this page" text="What was here has moved on." action={<Button onClick={() => onChange(firstPage)}>Back to the first page</Button>} />;
  }
  if (narrowedBy(view.filter) === 0 && chipOf(view.filter) === 'all') {
    return <EmptyState title="Nothing to do" text="No incident has work left. New reports appear here by themselves." />;
  }
  const onlyActive = view.filter.status === 'active';
  return (
    <EmptyState
      title="Nothing matches"
      text={onlyActive ? 'No incident with work left fits what you chose. Resolved and closed ones were not looked at.' : 'No incident fits what you chose.'}
      action={
        <Group justify="center">
          {onlyActive && <Button onClick={() => onChange((current) => narrow(current, { status: 'all' }))}>Look at all</Button>}
          <Button variant="default" onClick={() => onChange(cleared)}>Clear filters</Button>
        </Group>
      }
    />
  );
}
