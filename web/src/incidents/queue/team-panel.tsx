import type { Incident } from '@secura/domain/incidents/incident';
import { can } from '@secura/domain/people/permissions';
import { workStateLabels } from '@secura/domain/people/vocabulary';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import ui from '../../ui/card.module.css';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { SkeletonRows } from '../../ui/skeletons.tsx';
import { Avatar } from '../shared/person.tsx';
import { useActor } from '../shared/use-actor.ts';
import { presenceLimit, usePresence, useTeam, type TeamMember } from '../shared/use-team.ts';
import classes from './queue-page.module.css';
import { WorkStatePicker } from './work-state-picker.tsx';

/** Who is here and what they are at. */
export function TeamPanel({ mine }: { mine: readonly Incident[] }) {
  const actor = useActor();
  const { members, status } = useTeam();
  const presence = usePresence(members);
  const online = [...presence.values()].filter(Boolean).length;
  const [all, setAll] = useState(false);
  const shown = all ? members : members.slice(0, presenceLimit);
  const me = members.find(({ uid }) => uid === actor.uid);
  return (
    <section className={ui.card} aria-label="Team status">
      <h2>
        {presence.size > 0 && members.length <= presenceLimit ? `Team · ${online} of ${members.length} online` : 'Team'}
      </h2>
      {me && can(actor, 'workState:set') && <WorkStatePicker state={me.workState} mine={mine} />}
      {status === 'loading' && <SkeletonRows rows={4} height={32} />}
      <ul className={classes.members}>
        {shown.map((member) => (
          <Member key={member.uid} member={member} online={presence.get(member.uid)} />
        ))}
      </ul>
      {shown.length < members.length && (
        <Button size="xs" variant="subtle" mt="xs" onClick={() => setAll(true)}>
          Show all {members.length}
        </Button>
      )}
      {status === 'ready' && members.length === 0 && <p className={classes.dim}>Nobody has been given a place on the team yet.</p>}
    </section>
  );
}

function Member({ member, online }: { member: TeamMember; online: boolean | undefined }) {
  const { workState } = member;
  return (
    <li className={classes.member}>
      <Avatar person={member} online={online} />
      <span>
        {member.name}
        {member.lead && ' · lead'}
        <span className={classes.dim}>
          {online !== undefined && (online ? 'Online' : 'Not online')}
          {workState && (
            <>
              {online !== undefined && ', '}
              {workStateLabels[workState.kind].toLowerCase()}
              {workState.incidentId && (
                <>
                  {' '}
                  <Link className="unbroken" to={`/incidents/${workState.incidentId}`}>{workState.incidentNumber ?? 'an incident'}</Link>
                </>
              )}
              {' · '}
              <RelativeTime date={workState.since} />
            </>
          )}
        </span>
      </span>
    </li>
  );
}
