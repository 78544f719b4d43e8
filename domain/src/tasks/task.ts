import type { PersonRef } from '../incidents/events.ts';
import type { PlanStep } from '../triage/result.ts';

export const taskStatuses = ['todo', 'doing', 'done'] as const;
export type TaskStatus = (typeof taskStatuses)[number];
export const taskStatusLabels: Record<TaskStatus, string> = { todo: 'To do', doing: 'Doing', done: 'Done' };

/** As many as an incident's page lists. */
export const mostTasks = 60;

/** `incidents/{id}/tasks/{id}`: team only. One made from a step of the plan has the step's id, so that there is one at most. */
export interface Task {
  title: string;
  /** The step that it was made from, as it read then; null for one that a person wrote. */
  step: Pick<PlanStep, 'id' | 'phase' | 'owner' | 'why' | 'source'> | null;
  status: TaskStatus;
  assignee: PersonRef | null;
  dueAt: Date | null;
  createdBy: PersonRef;
  createdAt: Date;
  doneBy: PersonRef | null;
  doneAt: Date | null;
}
