import { generalRoom, type Room } from '@secura/domain/conversation/talk';
import { tellTeam } from '@secura/domain/posture/emergency';
import { useMemo } from 'react';
import { Link, useParams } from 'react-router';
import { useLiveDoc } from '../../firebase/live.ts';
import ui from '../../ui/card.module.css';
import { EmptyState, Page, PageHeader } from '../../ui/page.tsx';
import { SkeletonRows } from '../../ui/skeletons.tsx';
import { absoluteTime } from '../../ui/time.ts';
import { Thread } from '../thread.tsx';
import { Back } from './back.tsx';
import { talkPlace } from './talk-place.ts';
import classes from './talk.module.css';
import { useActor, useOnline, useTeam } from './use-people.ts';

/** A room of the security team. */
export default function RoomPage() {
  const { id = '' } = useParams();
  const actor = useActor();
  const { team } = useTeam();
  const online = useOnline(team.map(({ uid }) => uid));
  const general = id === generalRoom;
  const valid = general || /^[A-Za-z0-9_-]{8,64}$/.test(id);
  const { data, status } = useLiveDoc<Room>(valid ? `rooms/${id}` : null);
  const place = useMemo(
    () => talkPlace({ path: `rooms/${id}`, me: { uid: actor.uid, name: actor.name }, people: team, nameable: team, placeholder: 'Write to the team', empty: 'Nobody has written here yet.' }),
    [id, actor, team],
  );
  if (valid && !general && status === 'loading') return <Page width={800}><SkeletonRows rows={4} height={64} /></Page>;
  if (!valid || (!general && !data)) return <Page width={800}><EmptyState title="There is no such room" action={<Link to="/talk">All talk</Link>} /></Page>;
  const here = team.filter(({ uid }) => online.has(uid)).map(({ uid, name }) => (uid === actor.uid ? 'you' : name));
  return (
    <Page width={800}>
      <Back />
      <PageHeader title={general ? 'General' : data!.name} intro={`Everybody of the security team reads this. ${here.length > 0 ? `Online: ${here.join(', ')}.` : ''}`} />
      {data?.emergency && (
        <p className={classes.emergency}>
          <Link className="unbroken" to={`/incidents/${data.emergency.incidentId}`}>{data.emergency.incidentNumber}</Link>. {tellTeam(data.emergency.team)}
          {data.emergency.stoodDownAt && ` Stood down ${absoluteTime(data.emergency.stoodDownAt)}.`}
        </p>
      )}
      <div className={ui.card}>
        <Thread place={place} actor={actor} />
      </div>
    </Page>
  );
}
