import type { Incident, InternalCase } from '@secura/domain/incidents/incident';
import { categoryLabels, severityLabels } from '@secura/domain/incidents/vocabulary';
import { certaintyOf } from '@secura/domain/triage/certainty';
import { Box, Button, Group } from '@mantine/core';
import { IconCheck, IconRefresh } from '@tabler/icons-react';
import { useContext } from 'react';
import { ConfidenceBar } from '../../../ui/badges.tsx';
import { ErrorNote, Note } from '../../../ui/page.tsx';
import { providerName } from '../../../ui/provider-name.ts';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { SkeletonRows } from '../../../ui/skeletons.tsx';
import classes from '../case.module.css';
import { FoldsContext, Panel } from '../panel.tsx';
import type { CaseActions } from '../use-case-actions.tsx';
import { inWords } from '../event-sentences.ts';
import { Opinions } from './opinions.tsx';

/** What triage thinks and why, and a person's say about it. */
export function TriagePanel({ incident, details, loading, actions }: { incident: Incident; details: InternalCase | null; loading: boolean; actions: CaseActions }) {
  const { triage } = incident;
  const { folding } = useContext(FoldsContext);
  const reasons = <Reasons incident={incident} details={details} loading={loading} />;
  const rerun = actions.may.triage && (
    <Button size="xs" variant="default" leftSection={<IconRefresh size={16} />} loading={actions.retriaging} onClick={actions.retriage}>
      Run again
    </Button>
  );
  return (
    <Panel id="triage" title="Triage" head={triage && rerun}>
      {!triage && <p className={classes.dim} role="status">Triage is under way. It shows here by itself.</p>}
      {triage?.state === 'failed' && <ErrorNote error={`Triage failed: ${triage.finding} The incident stands as reported; run triage again, or decide severity and category yourself.`} />}
      {triage?.state === 'done' && (
        <>
          <Group gap="md" mb="xs">
            {triage.category && <strong>{categoryLabels[triage.category]}</strong>}
            {triage.confidence !== null && (
              <>
                <ConfidenceBar value={triage.confidence} label="Confidence of the triage" />
                <span className={classes.small}>{certaintyOf(triage.confidence)}</span>
              </>
            )}
            {triage.severity && <span className={classes.small}>severity {severityLabels[triage.severity].toLowerCase()}</span>}
          </Group>
          <p className={classes.dim}>{triage.finding}</p>
          <Box my="sm">
            <Review incident={incident} actions={actions} />
          </Box>
          {folding ? (
            <details className={classes.why}>
              <summary>Why</summary>
              {reasons}
            </details>
          ) : (
            reasons
          )}
          <p className={classes.small}>{sourceOf(triage.provider, triage.model)} <RelativeTime date={triage.at} /></p>
        </>
      )}
    </Panel>
  );
}

/** Who said this: a figure without its origin invites more trust than it has earned. */
function sourceOf(provider: string | null, model: string | null): string {
  if (provider === 'local') return `The product’s own model (${model ?? 'unnamed'}), trained on labelled incidents and employees’ reports. Triaged`;
  return `${provider ? providerName(provider) : 'Unknown provider'}${model ? ` (${model})` : ''}. Triaged`;
}

function Review({ incident: { triage }, actions }: { incident: Incident; actions: CaseActions }) {
  if (triage?.review) {
    const { decision, by, at } = triage.review;
    return (
      <Note tone={decision === 'accepted' ? 'success' : 'info'}>
        {by.name} {decision === 'accepted' ? 'agreed' : 'decided otherwise'} <RelativeTime date={at} />. A person’s decision stands above triage’s.
      </Note>
    );
  }
  if (!actions.may.classify) return null;
  return (
    <Group gap="xs">
      <Button size="xs" variant="light" leftSection={<IconCheck size={16} />} disabled={actions.busy} onClick={actions.accept}>
        That is right
      </Button>
      <Button size="xs" variant="default" onClick={() => actions.open('category')}>
        Another category…
      </Button>
      <Button size="xs" variant="default" onClick={() => actions.open('severity')}>
        Another severity…
      </Button>
    </Group>
  );
}

const signed = (points: number) => `${points > 0 ? '+' : points < 0 ? '−' : ''}${Math.abs(points)}`;
const longestQuote = 200;
const shortened = (text: string) => (text.length > longestQuote ? `${text.slice(0, longestQuote).trimEnd()}…` : text.trim());
const rounded = (points: number) => Math.round(points * 10) / 10;

const pictureNames = (names: readonly string[]): string => `${names.length === 1 ? 'the picture' : 'the pictures'} ${inWords(names.map((name) => `“${name}”`))}`;

function Reasons({ incident, details, loading }: { incident: Incident; details: InternalCase | null; loading: boolean }) {
  if (loading) return <SkeletonRows rows={2} height={40} />;
  const result = details?.triage;
  const reasons = incident.triage?.reasons ?? [];
  const factors = result?.severity.factors ?? [];
  // What was left out added nothing: it is a remark, no factor.
  const points = factors.filter(({ key }) => key !== 'aside');
  const aside = factors.find(({ key }) => key === 'aside');
  return (
    <>
      {result?.readPictures && <p className={classes.small}>The text in {pictureNames(result.readPictures)} was read along with the report. It may be what an attacker wrote.</p>}
      {result && <Opinions result={result} />}
      {reasons.length > 0 && (
        <>
          <h3 className={classes.subheading}>Words that spoke for the category, or against it</h3>
          <ul className={classes.reasons}>
            {reasons.map((reason) => (
              <li key={`${reason.field}-${reason.picture ?? ''}-${reason.start}`}>
                “{reason.text}” {reason.picture !== undefined && <span className={classes.small}>in the picture {reason.picture}</span>} <span className={classes.small}>{signed(reason.weight)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {result && result.alternatives.length > 0 && (
        <>
          <h3 className={classes.subheading}>What else it may be</h3>
          <ul className={classes.reasons}>
            {result.alternatives.map(({ category, confidence }) => (
              <li key={category}>
                {categoryLabels[category]} <span className={classes.small}>{Math.round(confidence * 100)} %</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {result && (
        <>
          <h3 className={classes.subheading}>
            Why {severityLabels[result.severity.level].toLowerCase()}: {rounded(result.severity.points)} points
          </h3>
          <ul className={classes.factors}>
            {points.map((factor) => (
              <li key={factor.key}>
                <span className={classes.points}>{signed(factor.points)}</span>
                <span>
                  {factor.meaning}
                  {factor.span && (
                    <>
                      {': '}
                      <span className={classes.word}>{factor.span.text}</span>
                    </>
                  )}
                </span>
              </li>
            ))}
          </ul>
          {result.severity.next && (
            <p className={classes.small}>
              {rounded(result.severity.next.pointsAway)} more would make it {severityLabels[result.severity.next.level].toLowerCase()}.
            </p>
          )}
          {aside && (
            <Note>
              {aside.meaning}
              {aside.span && <>: “{shortened(aside.span.text)}”</>}
            </Note>
          )}
        </>
      )}
    </>
  );
}
