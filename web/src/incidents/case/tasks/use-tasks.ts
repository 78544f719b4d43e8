import type { OperationError } from '../../../firebase/operations.ts';
import { callOperation } from '../../../firebase/operations.ts';
import type { Incident } from '@secura/domain/incidents/incident';
import { mostTasks, type Task, type TaskStatus } from '@secura/domain/tasks/task';
import { useState } from 'react';
import { useLiveQuery } from '../../../firebase/live.ts';
import type { Live, LiveError } from '../../../firebase/query-spec.ts';

/** Tasks on first paint; part of the read budget of an incident's page. */
const firstTasks = 13;

export type LiveTask = Live<Task>;

export interface TaskWish {
  title?: string;
  status?: TaskStatus;
  assigneeUid?: string | null;
  dueAt?: string | null;
}

export interface Tasks {
  /** What is to be done, the most urgent first, then what is done. */
  list: readonly LiveTask[];
  loading: boolean;
  error: LiveError | null;
  /** There are more than are shown. */
  more: boolean;
  showAll(): void;
  /** The task or step that the server is asked about. */
  busy: string | null;
  problem: { message: string } | null;
  makeFromStep(stepId: string): Promise<boolean>;
  make(taskId: string, wish: { title: string; assigneeUid: string | null; dueAt: string | null }): Promise<boolean>;
  change(task: LiveTask, changes: TaskWish): Promise<boolean>;
}

/** The tasks of an incident, live, and what can be done with them. */
export function useTasks(incident: Incident): Tasks {
  const { id } = incident;
  const [all, setAll] = useState(false);
  const { data, status, error } = useLiveQuery<Task>({ collection: `incidents/${id}/tasks`, orderBy: [['createdAt', 'asc']], limit: all ? mostTasks : firstTasks + 1 });
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<OperationError | null>(null);
  // The answer may be ahead of the listener: one's own last change is no conflict.
  const [answered, setAnswered] = useState(0);

  async function ask(name: string, subject: string, input: Record<string, unknown>): Promise<boolean> {
    setBusy(subject);
    setProblem(null);
    try {
      const { version } = await callOperation<Record<string, unknown>, { version: number }>(name, { id, expectedVersion: Math.max(answered, incident.head?.seq ?? 0), ...input });
      setAnswered(version);
      return true;
    } catch (failure) {
      setProblem(failure as OperationError);
      return false;
    } finally {
      setBusy(null);
    }
  }

  const tasks = data ?? [];
  const more = !all && tasks.length > firstTasks;
  return {
    list: inOrder(more ? tasks.slice(0, firstTasks) : tasks),
    loading: status === 'loading',
    error,
    more,
    showAll: () => setAll(true),
    busy,
    problem,
    makeFromStep: (stepId) => ask('tasks.create', stepId, { stepId }),
    make: (taskId, wish) => ask('tasks.create', taskId, { taskId, ...wish }),
    change: (task, changes) => ask('tasks.update', task.id, { taskId: task.id, changes }),
  };
}

/** Open tasks by due time, those without one after them; done ones last, the latest first. */
export function inOrder<T extends Pick<Task, 'status' | 'dueAt' | 'doneAt'>>(tasks: readonly T[]): T[] {
  const urgency = ({ dueAt }: T): number => dueAt?.getTime() ?? Number.MAX_SAFE_INTEGER;
  return [...tasks].sort((a, b) => {
    if ((a.status === 'done') !== (b.status === 'done')) return a.status === 'done' ? 1 : -1;
    if (a.status === 'done') return (b.doneAt?.getTime() ?? 0) - (a.doneAt?.getTime() ?? 0);
    return urgency(a) - urgency(b);
  });
}
