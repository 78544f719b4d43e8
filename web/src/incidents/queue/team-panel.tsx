import type { Incident } from '@secura/domain/incidents/incident';
import { can } from '@secura/domain/people/permissions';
import { workStateLabels } from '@secura/domain/people/vocabulary';
import { Link } from 'react-router';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { SkeletonRows } from '../../ui/skeletons.tsx';
import { Avatar } from '../shared/person.tsx';
import { useActor } from '../shared/use-actor.ts';
import { useOnlineMembers, useTeam, type TeamMember } from '../shared/use-team.ts';
import classes from './queue-page.module.css';
import { WorkStatePicker } from './work-state-picker.tsx';

/** Who is here and what they are at. */
export function TeamPanel({ mine }: { mine: readonly Incident[] }) {
  const actor = useActor();
  const { members, status } = useTeam();
  const online = useOnlineMembers(members);
  const me = members.find(({ uid }) => uid === actor.uid);
  return (
    <section className={classes.card} aria-label="Team status">
      <h2 className={classes.heading}>
        {members.length > 0 ? `Team · ${online.size} of ${members.length} online` : 'Team'}
      </h2>
      {me && can(actor, 'workState:set') && <WorkStatePicker state={me.workState} mine={mine} />}
      {status === 'loading' && <SkeletonRows rows={4} height={32} />}
      <ul className={classes.members}>
        {members.map((member) => (
          <Member key={member.uid} member={member} online={online.has(member.uid)} />
        ))}
      </ul>
      {status === 'ready' && members.length === 0 && <p className={classes.dim}>Nobody has been given a place on the team yet.</p>}
    </section>
  );
}

function Member({ member, online }: { member: TeamMember; online: boolean }) {
  const { workState } = member;
  return (
    <li className={classes.member}>
      <Avatar person={member} online={online} />
      <span>
        {member.name}
        {member.lead && ' · lead'}
        <span className={classes.dim}>
          {online ? 'Online' : 'Not online'}
          {workState && (
            <>
              {', '}
              {workStateLabels[workState.kind].toLowerCase()}
              {workState.incidentId && (
                <>
                  {' '}
                  <Link to={`/incidents/${workState.incidentId}`}>{workState.incidentNumber ?? 'an incident'}</Link>
                </>
              )}
              {' · since '}
              <RelativeTime date={workState.since} />
            </>
          )}
        </span>
      </span>
    </li>
  );
}
