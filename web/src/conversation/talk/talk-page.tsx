import { can } from '@secura/domain/people/permissions';
import { PageHeader, Page } from '../../ui/page.tsx';
import { AskForm } from './ask-form.tsx';
import { DirectList } from './direct-list.tsx';
import { QuestionList } from './question-list.tsx';
import { RoomList } from './room-list.tsx';
import { useActor } from './use-people.ts';

/** Talk that belongs to no incident: questions of everybody; rooms and direct messages of the team. */
export default function TalkPage() {
  const actor = useActor();
  const team = can(actor, 'question:answer');
  return (
    <Page width={1000}>
      <PageHeader
        title={team ? 'Talk' : 'Ask the security team'}
        intro={team ? 'Questions of colleagues, rooms of the team, and direct messages.' : 'Not sure whether it is something? Ask. Nothing is too small, and a question is not a report yet.'}
      />
      {!team && <AskForm actor={actor} />}
      <QuestionList actor={actor} team={team} />
      {can(actor, 'room:use') && (
        <>
          <RoomList actor={actor} />
          <DirectList actor={actor} />
        </>
      )}
    </Page>
  );
}
