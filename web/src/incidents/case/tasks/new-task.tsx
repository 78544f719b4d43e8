import { createId } from '@secura/domain/platform/ids';
import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { TeamMember } from '../../shared/use-team.ts';
import classes from '../case.module.css';
import { fromLocalInput } from './local-time.ts';
import type { Tasks } from './use-tasks.ts';

/** A task in one's own words. */
export function NewTask({ tasks, members }: { tasks: Tasks; members: readonly TeamMember[] }) {
  // The id is kept until the task is there, so that trying again makes it once.
  const [id, setId] = useState(createId);
  const [title, setTitle] = useState('');
  const [assigneeUid, setAssigneeUid] = useState('');
  const [due, setDue] = useState('');
  const [tried, setTried] = useState(false);
  const tooShort = title.trim().length < 3;
  return (
    <form
      noValidate
      onSubmit={async (event) => {
        event.preventDefault();
        setTried(true);
        if (tooShort || !(await tasks.make(id, { title, assigneeUid: assigneeUid || null, dueAt: fromLocalInput(due) }))) return;
        setId(createId());
        setTitle('');
        setDue('');
        setTried(false);
      }}
    >
      <Group gap="xs" mt="sm" align="flex-start">
        <TextInput size="xs" aria-label="New task" placeholder="A task in your own words" maxLength={500} value={title} error={tried && tooShort && 'The task needs at least 3 characters.'} onChange={(event) => setTitle(event.currentTarget.value)} className={classes.grow} />
        <NativeSelect size="xs" aria-label="Who does the new task" value={assigneeUid} onChange={(event) => setAssigneeUid(event.currentTarget.value)} data={[{ value: '', label: 'Nobody yet' }, ...members.map(({ uid, name }) => ({ value: uid, label: name }))]} />
        <TextInput size="xs" type="datetime-local" aria-label="When the new task is due" value={due} onChange={(event) => setDue(event.currentTarget.value)} />
        <Button type="submit" size="xs" variant="light" leftSection={<IconPlus size={16} />} loading={tasks.busy === id}>
          Add
        </Button>
      </Group>
    </form>
  );
}
