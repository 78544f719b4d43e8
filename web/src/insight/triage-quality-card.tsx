import type { QualityAnswer } from '@secura/domain/insight/operations';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { callOperation } from '../firebase/operations.ts';
import ui from '../ui/card.module.css';
import { ErrorNote } from '../ui/page.tsx';
import { providerName } from '../ui/provider-name.ts';
import { SkeletonRows } from '../ui/skeletons.tsx';
import classes from './admin.module.css';
import { shortDay } from './figures.ts';

const fresh = 5 * 60_000;

/** How far triage can be trusted, by what people decided after it: counted on the server from the ledger of AI decisions. */
export function TriageQualityCard() {
  const { data, error, isPending, refetch, isFetching } = useQuery({
    queryKey: ['operation', 'insight.triageQuality'],
    queryFn: () => callOperation<object, QualityAnswer>('insight.triageQuality', {}),
    staleTime: fresh,
    retry: false,
    // Offline it says so at once; the client would wait for the network by itself, in silence.
    networkMode: 'always',
  });
  return (
    <section className={`${ui.card} ${classes.wide}`} aria-labelledby="quality-title">
      <h2 id="quality-title">How good is the triage?</h2>
      {isPending && <SkeletonRows rows={2} height={36} />}
      {error && (
        <>
          <ErrorNote error={error.message} />
          <div>
            <Button size="xs" variant="default" loading={isFetching} onClick={() => void refetch()}>
              Try again
            </Button>
          </div>
        </>
      )}
      {data && <Quality quality={data} />}
    </section>
  );
}

const percent = (share: number | null): string => (share === null ? '–' : `${Math.round(share * 100)} %`);

function Quality({ quality: { since, truncated, decided, needed, models } }: { quality: QualityAnswer }) {
  const first = models[0];
  const from = shortDay(since.slice(0, 10));
  if (!first || first.decided < needed) {
    return (
      <p className={ui.quiet}>
        {first?.decided ?? 0} of {needed} decisions since {from}. Each time somebody of the team agrees with triage or decides otherwise, it counts; from {needed} on the shares appear here.
      </p>
    );
  }
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls on a phone, by keyboard too */}
      <div className={classes.scroll} tabIndex={0} role="region" aria-label="Quality of each model">
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Who</th>
              <th scope="col">Decided</th>
              <th scope="col">Category agreed</th>
              <th scope="col">Severity agreed</th>
              <th scope="col">Overridden</th>
              <th scope="col">Calibration error</th>
            </tr>
          </thead>
          <tbody>
            {models.map((model) => (
              <tr key={`${model.provider} ${model.model}`}>
                <th scope="row">
                  {providerName(model.provider)} <span className={ui.quiet}>{model.model}</span>
                </th>
                <td>{model.decided}</td>
                <td>{percent(model.categoryAgreement)}</td>
                <td>{percent(model.severityAgreement)}</td>
                <td>{percent(model.overrideRate)}</td>
                <td>{percent(model.calibrationError)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h3 className={classes.subtitle}>Does its confidence hold? {providerName(first.provider)}</h3>
      <ul className={classes.bars}>
        {first.bins.map(({ from: low, to, decided: count, right }) => (
          <li key={low}>
            <span className={classes.barLabel}>
              Claimed {Math.round(low * 100)}–{Math.round(to * 100)} %
            </span>
            <span className={classes.barTrack} aria-hidden="true">
              <span style={{ width: `${right * 100}%` }} />
            </span>
            <span className={classes.calibration}>
              {percent(right)} right of {count}
            </span>
          </li>
        ))}
      </ul>
      <p className={ui.quiet}>
        {truncated ? `The newest ${decided} outputs` : `All ${decided} outputs`} that somebody decided about since {from}. What nobody looked at does not count.
      </p>
    </>
  );
}
