import { taskStatuses, taskStatusLabels, type TaskStatus } from '@secura/domain/tasks/task';
import { Button, Checkbox, Group, NativeSelect, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { RelativeTime, useNow } from '../../../ui/relative-time.tsx';
import { readDue } from '../../shared/clock-text.ts';
import type { TeamMember } from '../../shared/use-team.ts';
import classes from '../case.module.css';
import { phaseLabels } from './labels.ts';
import { fromLocalInput, toLocalInput } from './local-time.ts';
import type { LiveTask, Tasks } from './use-tasks.ts';

/** One task: done or not, whose it is, until when, and why it is there. */
export function TaskRow({ task, tasks, members, mayWrite }: { task: LiveTask; tasks: Tasks; members: readonly TeamMember[]; mayWrite: boolean }) {
  const id = useId();
  const [editing, setEditing] = useState(false);
  // What one just asked for, until the listener says the same.
  const [wanted, setWanted] = useState<TaskStatus | null>(null);
  const status = wanted ?? task.status;
  const done = status === 'done';
  const disabled = !mayWrite || tasks.busy === task.id;

  async function setStatus(next: TaskStatus): Promise<void> {
    setWanted(next);
    await tasks.change(task, { status: next });
    setWanted(null);
  }

  return (
    <li className={classes.step} data-done={done || undefined}>
      <Checkbox id={id} checked={done} disabled={disabled} onChange={(event) => void setStatus(event.currentTarget.checked ? 'done' : 'todo')} aria-describedby={`${id}-about`} />
      <div>
        <label htmlFor={id} className={classes.stepText}>
          {task.title}
        </label>
        <div id={`${id}-about`} className={classes.small}>
          {task.step && `${phaseLabels[task.step.phase]} · `}
          {done ? <DoneBy task={task} /> : <Due task={task} />}
          {task.step && !done && ` · ${task.step.why} (${task.step.source})`}
        </div>
        {mayWrite && !done && !editing && (
          <Group gap="xs" mt={6}>
            <NativeSelect
              size="xs"
              aria-label={`Who does: ${task.title}`}
              disabled={disabled}
              value={task.assignee?.uid ?? ''}
              onChange={(event) => void tasks.change(task, { assigneeUid: event.currentTarget.value || null })}
              data={[{ value: '', label: 'Nobody yet' }, ...withAssignee(members, task).map(({ uid, name }) => ({ value: uid, label: name }))]}
            />
            <NativeSelect
              size="xs"
              aria-label={`How far: ${task.title}`}
              disabled={disabled}
              value={status}
              onChange={(event) => void setStatus(event.currentTarget.value as TaskStatus)}
              data={taskStatuses.map((value) => ({ value, label: taskStatusLabels[value] }))}
            />
            <Button size="xs" variant="subtle" disabled={disabled} aria-label={`Edit: ${task.title}`} onClick={() => setEditing(true)}>
              Edit
            </Button>
          </Group>
        )}
        {!mayWrite && task.assignee && <div className={classes.small}>{task.assignee.name}</div>}
        {editing && <TaskEditor task={task} tasks={tasks} onClose={() => setEditing(false)} />}
      </div>
    </li>
  );
}

/** Somebody who has left the team since is still shown as the one who has it. */
function withAssignee(members: readonly TeamMember[], { assignee }: LiveTask): readonly { uid: string; name: string }[] {
  return !assignee || members.some(({ uid }) => uid === assignee.uid) ? members : [...members, assignee];
}

function DoneBy({ task }: { task: LiveTask }) {
  if (!task.doneAt || !task.doneBy) return <>done</>;
  return (
    <>
      done by {task.doneBy.name} <RelativeTime date={task.doneAt} />
    </>
  );
}

function Due({ task }: { task: LiveTask }) {
  const now = useNow();
  if (!task.dueAt) return <>no due time</>;
  const face = readDue({ dueAt: task.dueAt, doneAt: null }, task.createdAt, now);
  return (
    <time dateTime={task.dueAt.toISOString()} className={face.state === 'over' ? classes.late : face.state === 'soon' ? classes.soon : undefined}>
      {face.text}
    </time>
  );
}

function TaskEditor({ task, tasks, onClose }: { task: LiveTask; tasks: Tasks; onClose(): void }) {
  const [title, setTitle] = useState(task.title);
  const [due, setDue] = useState(toLocalInput(task.dueAt));
  const tooShort = title.trim().length < 3;
  return (
    <form
      onSubmit={async (event) => {
        event.preventDefault();
        const changes = { ...(title.trim() !== task.title && { title }), ...(due !== toLocalInput(task.dueAt) && { dueAt: fromLocalInput(due) }) };
        if (!tooShort && (Object.keys(changes).length === 0 || (await tasks.change(task, changes)))) onClose();
      }}
    >
      <Group gap="xs" mt={6} align="flex-end">
        <TextInput size="xs" label="Task" maxLength={500} value={title} error={tooShort && 'The task needs at least 3 characters.'} onChange={(event) => setTitle(event.currentTarget.value)} className={classes.grow} />
        <TextInput size="xs" type="datetime-local" label="Due" value={due} onChange={(event) => setDue(event.currentTarget.value)} />
        <Button type="submit" size="xs" variant="light" loading={tasks.busy === task.id} disabled={tooShort}>
          Save
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          Cancel
        </Button>
      </Group>
    </form>
  );
}
