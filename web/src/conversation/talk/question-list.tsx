import { questionStates, type Question } from '@secura/domain/conversation/talk';
import type { Actor } from '@secura/domain/people/permissions';
import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { liveBridge, useLiveQuery } from '../../firebase/live.ts';
import ui from '../../ui/card.module.css';
import { ErrorNote } from '../../ui/page.tsx';
import { SkeletonRows } from '../../ui/skeletons.tsx';
import { RowsEnd, pageOf } from './rows-end.tsx';
import { TalkRow } from './row.tsx';
import rows from '../../ui/rows.module.css';
import classes from './talk.module.css';

const labels = { open: 'Waiting for us', answered: 'Answered', incident: 'Incidents' } as const;
const ownLabels = { open: 'The team has not answered yet', answered: 'Answered', incident: 'Became a report' } as const;
const none = { open: 'Nobody waits for an answer.', answered: 'No question has been answered yet.', incident: 'No question has become an incident yet.' } as const;

/** The questions of everybody for the team, by state; one's own for all others. */
export function QuestionList({ actor, team }: { actor: Actor; team: boolean }) {
  const [params, setParams] = useSearchParams();
  const state = questionStates.find((known) => known === params.get('questions')) ?? 'open';
  const [limit, setLimit] = useState(8);
  const { data, status, error } = useLiveQuery<Question>({
    collection: 'questions',
    where: [team ? ['state', '==', state] : ['asker.uid', '==', actor.uid]],
    orderBy: [['createdAt', 'desc']],
    limit: limit + 1,
  });
  const { shown, more } = pageOf(data ?? [], limit);
  return (
    <section className={classes.section} aria-labelledby="questions-heading">
      <h2 id="questions-heading" className={classes.heading}>{team ? 'Questions' : 'Your questions'}</h2>
      {team && (
        <SegmentedControl
          aria-label="State"
          size="sm"
          className={classes.states}
          value={state}
          onChange={(value) => setParams(value === 'open' ? {} : { questions: value }, { replace: true })}
          data={questionStates.map((value) => ({ value, label: labels[value] }))}
        />
      )}
      {error && <ErrorNote error={error} onRetry={() => liveBridge.retryFailed()} />}
      {status === 'loading' && <SkeletonRows rows={2} height={52} />}
      {data?.length === 0 && <p className={ui.quiet}>{team ? none[state] : 'You have not asked anything yet.'}</p>}
      <ul className={rows.list}>
        {shown.map((question) => (
          <li key={question.id}>
            <TalkRow path={`questions/${question.id}`} to={`/talk/questions/${question.id}`} uid={actor.uid} title={question.title} last={question.last}>
              <span className={ui.quiet}>{team ? question.asker.name : ownLabels[question.state]}</span>
            </TalkRow>
          </li>
        ))}
      </ul>
      <RowsEnd more={more} onMore={() => setLimit(limit + 20)} />
    </section>
  );
}
