import { categoryLabels, severityLabels } from '@secura/domain/incidents/vocabulary';
import { certaintyOf } from '@secura/domain/triage/certainty';
import { disagree, type TriageAssessment } from '@secura/domain/triage/result';
import { Note } from '../../../ui/page.tsx';
import { absences, providerName } from '../../../ui/provider-name.ts';
import classes from '../case.module.css';

/** What each provider said by itself where there were several, and who is missing and why. */
export function Opinions({ result }: { result: TriageAssessment }) {
  const { opinions = [], absent, pictures = [] } = result;
  return (
    <>
      {absent && (
        <p className={classes.small}>
          {providerName(absent.provider)} {absences[absent.reason]}; this is the own model’s view alone.
        </p>
      )}
      {opinions.length > 1 && (
        <>
          <h3 className={classes.subheading}>Who said what</h3>
          {disagree(opinions) && <Note tone="info">They disagree. Look closely before you accept it. The severity is never below the own model’s.</Note>}
          <ul className={classes.opinions}>
            {opinions.map(({ provider, model, picture, category, confidence, severity, quotes }) => (
              <li key={`${provider} ${picture ?? ''}`}>
                <strong>{providerName(provider)}</strong> <span className={classes.small}>({model})</span>
                {picture !== undefined ? <> about the text in the picture “{picture}”</> : result.provider === 'local' && <> about the words of the report</>}: {categoryLabels[category]}, {certaintyOf(confidence)} ({Math.round(confidence * 100)} %)
                {picture === undefined && <>, severity {severityLabels[severity].toLowerCase()}</>}
                {quotes.length > 0 && <div className={classes.small}>because of {quotes.slice(0, 3).map(({ text }) => `“${text}”`).join(', ')}</div>}
              </li>
            ))}
          </ul>
        </>
      )}
      {pictures.length > 0 && (
        <>
          <h3 className={classes.subheading}>What it saw in the pictures</h3>
          <ul className={classes.opinions}>
            {pictures.map(({ name, description, text }, index) => (
              <li key={index}>
                “{name}”: {description}
                {text && (
                  <div>
                    <span className={classes.word}>{text}</span>
                  </div>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
