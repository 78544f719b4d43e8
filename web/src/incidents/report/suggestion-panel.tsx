import { categoryLabels } from '@secura/domain/incidents/vocabulary';
import type { TriageAssessment } from '@secura/domain/triage/result';
import { IconBulb } from '@tabler/icons-react';
import { SeverityBadge } from '../../ui/badges.tsx';
import ui from '../../ui/card.module.css';
import classes from './report.module.css';
import { leadingWords, suggestedCertainty } from './suggestion.ts';

/** What it looks like so far, from which words, and what to do first. A suggestion: nothing is chosen by it. */
export function SuggestionPanel({ result }: { result: TriageAssessment | null }) {
  const certainty = result && suggestedCertainty(result);
  const words = result ? leadingWords(result) : [];
  return (
    <section className={classes.suggestion} aria-labelledby="suggestion-title">
      <h2 id="suggestion-title" className={classes.asideTitle}>
        <IconBulb size={18} aria-hidden="true" />
        First impression
      </h2>
      <div aria-live="polite">
        {!result && <p className={ui.quiet}>While you write, this shows what it looks like and what to do first. You need not choose anything.</p>}
        {result && certainty === 'unclear' && <p className={ui.quiet}>Unclear so far. That is fine: report it anyway, the team will find out.</p>}
        {result?.missing && certainty === 'unclear' && <p className={ui.quiet}>It would help to say {result.missing.join('; ')}.</p>}
        {result && certainty !== 'unclear' && (
          <p className={classes.finding}>
            <strong>{categoryLabels[result.category]}</strong>, {certainty}
            <span className={classes.severity}>
              Severity would start at <SeverityBadge severity={result.severity.level} />
            </span>
          </p>
        )}
      </div>
      {result && certainty !== 'unclear' && words.length > 0 && (
        <p className={classes.because}>
          Because of{' '}
          {words.map((word, index) => (
            <span key={word}>
              {index > 0 && (index === words.length - 1 ? ' and ' : ', ')}
              <mark>{word}</mark>
            </span>
          ))}
          .
        </p>
      )}
      {result && certainty === 'likely' && <Advice lines={result.advice} />}
      {result && <p className={ui.quiet}>Worked out on this device from your words. People decide.</p>}
    </section>
  );
}

/** Safe first steps. */
export function Advice({ lines, title = 'What to do now' }: { lines: readonly string[]; title?: string }) {
  return (
    <div className={classes.advice}>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
