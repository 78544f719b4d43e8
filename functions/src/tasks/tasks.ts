import { SecuraError } from '@secura/domain/platform/errors';
import { createId } from '@secura/domain/platform/ids';
import type { PersonRef, TaskChanges } from '@secura/domain/incidents/events';
import type { Incident } from '@secura/domain/incidents/incident';
import type { Roster } from '@secura/domain/people/person';
import { CreateTaskInput, TaskView, UpdateTaskInput, viewTask } from '@secura/domain/tasks/operations';
import { taskStatusLabels, type Task } from '@secura/domain/tasks/task';
import { partOperation } from '../platform/incident-operation.ts';

const hour = 3_600_000;

/** Who may be given a task: the security team, and of a restricted incident those who see it. */
function assigneeOf(uid: string, incident: Incident, roster: Roster | null): PersonRef {
  const member = roster?.members[uid];
  if (!member) throw refusal('assigneeUid', 'Only members of the security team can be given a task.');
  const sees = incident.visibility === 'team' || member.lead || member.role === 'admin' || incident.memberUids.includes(uid);
  if (!sees) throw refusal('assigneeUid', `${member.name} does not see this restricted incident. Assign them to the incident first.`);
  return { uid, name: member.name };
}

const refusal = (field: string, sentence: string): SecuraError => new SecuraError('invalid-argument', sentence, { fields: { [field]: sentence } });

export const createTask = partOperation<typeof CreateTaskInput, typeof TaskView, Task>({
  name: 'tasks.create',
  summary: 'Make a task of a step of the plan, or of one’s own words. A step becomes one task, however often it is asked for',
  input: CreateTaskInput,
  output: TaskView,
  allow: 'task:write',
  rest: { method: 'post', path: '/api/incidents/{id}/tasks' },
  needs: { internal: true, roster: true },
  part: { collection: 'tasks', idOf: ({ stepId, taskId }) => stepId ?? taskId ?? createId() },
  aspects: () => [],
  change({ incident, internal, input, roster, actor, now, part, partId }) {
    if (part) return null;
    const step = internal?.plan.find(({ id }) => id === input.stepId);
    if (input.stepId !== undefined && !step) throw refusal('stepId', 'There is no such step in the plan.');
    const dueAt = input.dueAt ? new Date(input.dueAt) : step && input.dueAt === undefined ? new Date((incident.triage?.at ?? incident.createdAt).getTime() + step.hours * hour) : null;
    const task: Task = {
      title: step?.step ?? input.title!,
      step: step ? { id: step.id, phase: step.phase, owner: step.owner, why: step.why, source: step.source } : null,
      status: 'todo',
      assignee: input.assigneeUid ? assigneeOf(input.assigneeUid, incident, roster) : null,
      dueAt,
      createdBy: { uid: actor.uid, name: actor.name },
      createdAt: now,
      doneBy: null,
      doneAt: null,
    };
    return {
      patch: {},
      part: task,
      events: [{ type: 'task.created', data: { taskId: partId, title: task.title, stepId: step?.id ?? null, assignee: task.assignee, dueAt: dueAt?.toISOString() ?? null } }],
      what: 'Made a task',
    };
  },
  answer: viewTask,
});

export const updateTask = partOperation<typeof UpdateTaskInput, typeof TaskView, Task>({
  name: 'tasks.update',
  summary: 'Change a task: who does it, until when, how far it is, what it says',
  input: UpdateTaskInput,
  output: TaskView,
  allow: 'task:write',
  rest: { method: 'patch', path: '/api/incidents/{id}/tasks/{taskId}' },
  needs: { roster: true },
  part: { collection: 'tasks', idOf: ({ taskId }) => taskId },
  aspects: ({ taskId, changes }) => Object.keys(changes).map((field) => `task:${taskId}:${field === 'assigneeUid' ? 'assignee' : field}` as const),
  change({ incident, input: { changes: wanted }, roster, actor, now, part: task, partId }) {
    if (!task) throw new SecuraError('not-found', 'There is no such task.');
    const next = { ...task };
    const changes: TaskChanges = {};
    if (wanted.title !== undefined && wanted.title !== task.title) {
      next.title = wanted.title;
      changes.title = { from: task.title, to: wanted.title };
    }
    if (wanted.status !== undefined && wanted.status !== task.status) {
      const done = wanted.status === 'done';
      Object.assign(next, { status: wanted.status, doneBy: done ? { uid: actor.uid, name: actor.name } : null, doneAt: done ? now : null });
      changes.status = { from: task.status, to: wanted.status };
    }
    if (wanted.assigneeUid !== undefined && wanted.assigneeUid !== (task.assignee?.uid ?? null)) {
      next.assignee = wanted.assigneeUid === null ? null : assigneeOf(wanted.assigneeUid, incident, roster);
      changes.assignee = { from: task.assignee, to: next.assignee };
    }
    const dueAt = wanted.dueAt === undefined ? task.dueAt : wanted.dueAt === null ? null : new Date(wanted.dueAt);
    if (dueAt?.getTime() !== task.dueAt?.getTime()) {
      next.dueAt = dueAt;
      changes.dueAt = { from: task.dueAt?.toISOString() ?? null, to: dueAt?.toISOString() ?? null };
    }
    if (Object.keys(changes).length === 0) return null;
    return {
      patch: {},
      part: next,
      events: [{ type: 'task.updated', data: { taskId: partId, title: next.title, changes } }],
      what: changes.status ? `Set a task to ${taskStatusLabels[next.status].toLowerCase()}` : 'Changed a task',
    };
  },
  answer: viewTask,
});
