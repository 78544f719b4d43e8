import { z } from 'zod';
import { documentId, line } from '../platform/text.ts';
import { taskStatuses, type Task } from './task.ts';

const uid = z.string('Give the person.').regex(/^[A-Za-z0-9_-]{1,128}$/, 'This is not a valid person id.');
/** A task's id: made by a client, or that of the step. */
const taskId = z.string('Give the task.').regex(/^[A-Za-z0-9_-]{3,64}$/, 'This is not a valid id of a task.');
const title = line('The task', 3, 500);
const instant = z.iso.datetime({ error: 'Give the time as ISO 8601, such as 2026-03-01T12:00:00Z.', offset: true });
const target = { id: documentId, expectedVersion: z.int('The version is a whole number.').min(0).optional() };

/** From a step of the plan, or in one's own words. */
export const CreateTaskInput = z
  .strictObject({
    ...target,
    stepId: z.string('Give the step.').regex(/^[a-z0-9-]{3,60}$/, 'This is not a valid step.').optional(),
    /** Made by the caller, so that a retry creates once. */
    taskId: documentId.optional(),
    title: title.optional(),
    assigneeUid: uid.nullable().optional(),
    dueAt: instant.nullable().optional(),
  })
  .refine(({ stepId, title: words }) => (stepId === undefined) !== (words === undefined), { error: 'Give a step of the plan or a title, one of them.', path: ['title'] });

export const UpdateTaskInput = z.strictObject({
  ...target,
  taskId,
  changes: z
    .strictObject({
      title: title.optional(),
      status: z.enum(taskStatuses, 'Choose a status.').optional(),
      assigneeUid: uid.nullable().optional(),
      dueAt: instant.nullable().optional(),
    })
    .refine((changes) => Object.values(changes).some((value) => value !== undefined), 'There is nothing to change.'),
});

const person = z.object({ uid: z.string(), name: z.string() });

/** A task as operations answer it. */
export const TaskView = z.object({
  id: z.string(),
  incidentId: z.string(),
  title: z.string(),
  stepId: z.string().nullable(),
  status: z.enum(taskStatuses),
  assignee: person.nullable(),
  dueAt: z.iso.datetime().nullable(),
  doneBy: person.nullable(),
  doneAt: z.iso.datetime().nullable(),
  /** Of the incident, for the next `expectedVersion`. */
  version: z.int(),
});

/** The JSON shape of a task. */
export function viewTask(id: string, incidentId: string, version: number, task: Task): z.infer<typeof TaskView> {
  const { title: words, step, status, assignee, dueAt, doneBy, doneAt } = task;
  return { id, incidentId, title: words, stepId: step?.id ?? null, status, assignee, dueAt: dueAt?.toISOString() ?? null, doneBy, doneAt: doneAt?.toISOString() ?? null, version };
}
