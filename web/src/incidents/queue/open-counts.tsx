import type { TotalsRollup } from '@secura/domain/insight/rollup';
import { severities } from '@secura/domain/incidents/vocabulary';
import { Link } from 'react-router';
import { useLiveDoc } from '../../firebase/live.ts';
import { SeverityBadge } from '../../ui/badges.tsx';
import ui from '../../ui/card.module.css';
import { chipChange, cleared, narrow, writeQueueUrl, type QueueView } from './queue-url.ts';
import classes from './queue-page.module.css';

/** How many incidents have work left, by severity: one document, however many there are. */
export function OpenCounts({ view }: { view: QueueView }) {
  const { data, status } = useLiveDoc<TotalsRollup>('rollups/totals');
  const open = data?.open ?? {};
  return (
    <section className={ui.card} aria-label="Work left by severity">
      <h2>Work left by severity</h2>
      <div className={classes.counts}>
        {severities.toReversed().map((severity) => (
          <Link key={severity} className={classes.count} to={`/queue?${writeQueueUrl(narrow(cleared(view), chipChange(severity))).toString()}`}>
            <SeverityBadge severity={severity} />
            <span className={classes.number}>{status === 'loading' ? '…' : (open[severity] ?? 0)}</span>
          </Link>
        ))}
      </div>
      {(open.untriaged ?? 0) > 0 && <p className={classes.dim}>{open.untriaged} not rated yet</p>}
    </section>
  );
}
