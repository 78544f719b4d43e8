import type { Question } from '@secura/domain/conversation/talk';
import { can, type Actor } from '@secura/domain/people/permissions';
import { Button, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { liveBridge, useLiveDoc } from '../../firebase/live.ts';
import { callOperation, type OperationError } from '../../firebase/operations.ts';
import type { Live } from '../../firebase/query-spec.ts';
import ui from '../../ui/card.module.css';
import { EmptyState, ErrorNote, Note, Page, PageHeader } from '../../ui/page.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { SkeletonRows } from '../../ui/skeletons.tsx';
import { Thread } from '../thread.tsx';
import { Back } from './back.tsx';
import { talkPlace } from './talk-place.ts';
import classes from './talk.module.css';
import { useActor, useTeam } from './use-people.ts';

/** One question: what was asked, and what the team answered. */
export default function QuestionPage() {
  const { id = '' } = useParams();
  const actor = useActor();
  const valid = /^[A-Za-z0-9_-]{8,64}$/.test(id);
  const { data, status, error } = useLiveDoc<Question>(valid ? `questions/${id}` : null);
  if (valid && status === 'loading') return <Page width={800}><SkeletonRows rows={4} height={64} /></Page>;
  if (error && error.code !== 'permission-denied') return <Page width={800}><ErrorNote error={error} onRetry={() => liveBridge.retryFailed()} /></Page>;
  if (!data) return <Page width={800}><EmptyState title="There is no such question, or you may not see it" action={<Link to="/talk">All talk</Link>} /></Page>;
  return <QuestionView question={data} actor={actor} />;
}

function QuestionView({ question, actor }: { question: Live<Question>; actor: Actor }) {
  const { team } = useTeam();
  const answers = can(actor, 'question:answer');
  const { id, asker, incidentId } = question;
  const place = useMemo(
    () =>
      talkPlace({
        path: `questions/${id}`,
        me: { uid: actor.uid, name: actor.name },
        people: team.some(({ uid }) => uid === asker.uid) ? team : [...team, asker],
        nameable: team,
        placeholder: answers && asker.uid !== actor.uid ? `Answer ${asker.name}` : 'Write to the security team',
        empty: 'Nothing has been written yet.',
        closed: incidentId && 'This question became an incident. The conversation goes on there.',
      }),
    [id, actor, team, asker, answers, incidentId],
  );
  return (
    <Page width={800}>
      <Back />
      <PageHeader
        title={question.title}
        intro={<>{asker.uid === actor.uid ? 'You' : asker.name} asked <RelativeTime date={question.createdAt} />. {asker.uid === actor.uid ? 'The whole security team sees it.' : ''}</>}
      />
      <div className={ui.cards}>
        {question._pending && <Note tone="warning">This question waits on this device for the network. It is sent by itself.</Note>}
        {incidentId && (
          <Note action={<Button component={Link} to={`/incidents/${incidentId}`} size="compact-sm" variant="default">Open it</Button>}>This question became an incident.</Note>
        )}
        <div className={ui.card}>
          <Thread place={place} actor={actor} />
        </div>
        {answers && !incidentId && <Convert question={question} />}
      </div>
    </Page>
  );
}

/** Makes an incident of the question. */
function Convert({ question }: { question: Live<Question> }) {
  const [title, setTitle] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<OperationError | null>(null);
  const navigate = useNavigate();
  if (title === null) {
    return (
      <Button variant="default" className={classes.submit} onClick={() => setTitle(question.title)}>
        Turn this into an incident…
      </Button>
    );
  }
  async function convert(): Promise<void> {
    setBusy(true);
    setProblem(null);
    try {
      const { incidentId } = await callOperation<object, { incidentId: string }>('conversation.convertQuestion', { id: question.id, title });
      await navigate(`/incidents/${incidentId}`);
    } catch (error) {
      setProblem(error as OperationError);
      setBusy(false);
    }
  }
  return (
    <form
      className={ui.card}
      aria-labelledby="convert-heading"
      onSubmit={(event) => {
        event.preventDefault();
        void convert();
      }}
    >
      <h2 id="convert-heading">Turn this into an incident</h2>
      <p className={ui.quiet}>{question.asker.name} becomes its reporter, what was said moves along, and it is triaged like every report.</p>
      <TextInput label="Title of the incident" value={title} onChange={(event) => setTitle(event.currentTarget.value)} />
      {problem && <ErrorNote error={problem} />}
      <div className={classes.buttons}>
        <Button variant="default" onClick={() => setTitle(null)}>Cancel</Button>
        <Button type="submit" variant="gradient" loading={busy} disabled={title.trim().length < 3}>Make the incident</Button>
      </div>
    </form>
  );
}
