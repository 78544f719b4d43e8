import type { PersonRef } from '@secura/domain/incidents/events';
import { workStateLabels } from '@secura/domain/people/vocabulary';
import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import classes from './assign-dialog.module.css';
import { Avatar } from './person.tsx';
import type { Assignable } from './use-assign.ts';
import { useActor } from './use-actor.ts';
import { usePresence, useTeam } from './use-team.ts';

/** Chooses who works on one incident or on several; oneself first, since that is what one mostly wants. */
export function AssignDialog({ incidents, onClose, onAssign }: {
  incidents: readonly Assignable[];
  onClose(): void;
  onAssign(people: PersonRef[]): void;
}) {
  const actor = useActor();
  const { members, status } = useTeam();
  const presence = usePresence(members);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const subject = incidents.length === 1 ? (incidents[0]?.number ?? 'this incident') : `${incidents.length} incidents`;
  const hasAlready = (uid: string) => incidents.every(({ assigneeUids }) => assigneeUids.includes(uid));
  const onTeam = members.some(({ uid }) => uid === actor.uid);

  function assign(uids: readonly string[]): void {
    const people = members.filter(({ uid }) => uids.includes(uid)).map(({ uid, name }) => ({ uid, name }));
    if (people.length > 0) onAssign(people);
    onClose();
  }

  return (
    <Modal opened onClose={onClose} title={`Assign ${subject}`} closeButtonProps={{ 'aria-label': 'Close' }} transitionProps={{ duration: 0 }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          assign(chosen);
        }}
      >
        <Stack gap="md">
          {onTeam && !hasAlready(actor.uid) && (
            <Button data-autofocus fullWidth variant="gradient" leftSection={<IconUserPlus size={18} />} onClick={() => assign([actor.uid])}>
              Assign to me
            </Button>
          )}
          <ul className={classes.list} aria-label="Security team">
            {members.filter(({ uid }) => uid !== actor.uid || hasAlready(uid)).map((member) => (
              <li key={member.uid}>
                <label className={classes.member}>
                  <Checkbox
                    checked={hasAlready(member.uid) || chosen.includes(member.uid)}
                    disabled={hasAlready(member.uid)}
                    onChange={(event) =>
                      setChosen(event.currentTarget.checked ? [...chosen, member.uid] : chosen.filter((uid) => uid !== member.uid))
                    }
                    aria-label={member.name}
                  />
                  <Avatar person={member} online={presence.get(member.uid)} />
                  <span>
                    {member.name}
                    {member.lead && <span className={classes.hint}> · lead</span>}
                    <span className={classes.hint}>
                      {hasAlready(member.uid) ? 'Assigned already' : hintOf(presence.get(member.uid), member.workState)}
                    </span>
                  </span>
                </label>
              </li>
            ))}
          </ul>
          {status === 'ready' && members.length === 0 && <Text c="dimmed">There is nobody on the security team yet.</Text>}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>Cancel</Button>
            <Button type="submit" variant="gradient" disabled={chosen.length === 0}>
              {chosen.length > 1 ? `Assign ${chosen.length} people` : 'Assign'}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function hintOf(online: boolean | undefined, state: { kind: keyof typeof workStateLabels; incidentNumber: string | null } | null): string {
  const parts = [
    online === undefined ? null : online ? 'Online' : 'Not online',
    state && `${workStateLabels[state.kind].toLowerCase()}${state.incidentNumber ? ` ${state.incidentNumber}` : ''}`,
  ];
  return parts.filter(Boolean).join(', ');
}
