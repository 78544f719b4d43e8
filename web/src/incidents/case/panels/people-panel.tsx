import type { PersonRef } from '@secura/domain/incidents/events';
import type { Incident } from '@secura/domain/incidents/incident';
import { can, type Actor } from '@secura/domain/people/permissions';
import { ActionIcon, Button } from '@mantine/core';
import { IconUserPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { callOperation } from '../../../firebase/operations.ts';
import { notify } from '../../../ui/notify.ts';
import { Avatar } from '../../shared/person.tsx';
import { useTeam } from '../../shared/use-team.ts';
import classes from '../case.module.css';
import { Panel } from '../panel.tsx';
import type { CaseActions } from '../use-case-actions.tsx';

/** Who reported it and who works on it. */
export function PeoplePanel({ incident, actor, actions }: { incident: Incident; actor: Actor; actions: CaseActions }) {
  const { reporter, assignees } = incident;
  const { members } = useTeam();
  const [leaving, setLeaving] = useState<string | null>(null);
  const mine = members.find(({ uid }) => uid === actor.uid)?.workState;
  const onThis = mine?.kind === 'investigating' && mine.incidentId === incident.id;

  async function takeOff(person: PersonRef): Promise<void> {
    setLeaving(person.uid);
    try {
      await callOperation('incidents.unassign', { id: incident.id, uids: [person.uid] });
      notify({
        message: `Took ${person.name} off.`,
        undo: () => void callOperation('incidents.assign', { id: incident.id, uids: [person.uid] }).catch(tell),
      });
    } catch (error) {
      tell(error);
    }
    setLeaving(null);
  }

  async function sayInvestigating(): Promise<void> {
    try {
      await callOperation('people.setWorkState', { kind: 'investigating', incidentId: incident.id });
      notify({ message: 'The team sees that you are investigating this.' });
    } catch (error) {
      tell(error);
    }
  }

  return (
    <Panel
      id="people"
      title="People"
      head={
        actions.may.assign && (
          <Button size="xs" variant="default" leftSection={<IconUserPlus size={16} />} onClick={() => actions.open('assign')}>
            Assign
          </Button>
        )
      }
    >
      <div className={classes.row}>
        <span className={classes.person}>
          <Avatar person={reporter} />
          <span>
            {reporter.name}
            <span className={classes.small}>
              Reporter · {reporter.department} · <a href={`mailto:${reporter.email}`}>{reporter.email}</a>
            </span>
          </span>
        </span>
      </div>
      {assignees.length === 0 && <p className={classes.dim}>Nobody is assigned.</p>}
      {assignees.map((person, index) => (
        <div key={person.uid} className={classes.row}>
          <span className={classes.person}>
            <Avatar person={person} />
            <span>
              {person.name}
              <span className={classes.small}>{index === 0 ? 'Leads it' : 'Assigned'}</span>
            </span>
          </span>
          {actions.may.assign && (
            <ActionIcon variant="subtle" aria-label={`Take ${person.name} off`} title={`Take ${person.name} off`} loading={leaving === person.uid} onClick={() => void takeOff(person)}>
              <IconX size={18} aria-hidden="true" />
            </ActionIcon>
          )}
        </div>
      ))}
      <div className={classes.access}>
        <span className={classes.small}>
          {incident.visibility === 'restricted' ? 'Restricted: only the people here, leads and administrators see it.' : 'The whole security team sees it.'}
        </span>
        {actions.may.restrict && (
          <Button size="xs" variant="subtle" onClick={() => actions.open('visibility')}>
            {incident.visibility === 'restricted' ? 'Open to the team' : 'Restrict'}
          </Button>
        )}
      </div>
      {can(actor, 'workState:set') && members.some(({ uid }) => uid === actor.uid) && actions.may.assign && !onThis && (
        <Button mt="xs" size="xs" variant="light" onClick={() => void sayInvestigating()}>
          Show the team that I am on this
        </Button>
      )}
    </Panel>
  );
}

function tell(error: unknown): void {
  notify({ message: (error as Error).message, tone: 'error' });
}
