import { expect, it } from 'vitest';
import { inOrder } from './use-tasks.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute));
const task = (name: string, status: 'todo' | 'doing' | 'done', dueAt: Date | null, doneAt: Date | null = null) => ({ name, status, dueAt, doneAt });

it('puts what is due first on top, what has no time after it, and what is done last', () => {
  const tasks = [task('done early', 'done', at(1), at(2)), task('some day', 'todo', null), task('later', 'todo', at(9)), task('done late', 'done', at(1), at(5)), task('next', 'doing', at(3))];
  expect(inOrder(tasks).map(({ name }) => name)).toEqual(['next', 'later', 'some day', 'done late', 'done early']);
});
