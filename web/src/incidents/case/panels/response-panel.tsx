import type { Incident } from '@secura/domain/incidents/incident';
import type { PlanStep } from '@secura/domain/triage/result';
import { Button } from '@mantine/core';
import { ErrorNote } from '../../../ui/page.tsx';
import { useNow } from '../../../ui/relative-time.tsx';
import { SkeletonRows } from '../../../ui/skeletons.tsx';
import { duration } from '../../../ui/time.ts';
import { useTeam } from '../../shared/use-team.ts';
import classes from '../case.module.css';
import { Panel } from '../panel.tsx';
import { ownerLabels, phaseLabels } from '../tasks/labels.ts';
import { NewTask } from '../tasks/new-task.tsx';
import { TaskRow } from '../tasks/task-row.tsx';
import { useTasks, type Tasks } from '../tasks/use-tasks.ts';

/** What is to be done: tasks, and the steps of the plan that may become some. */
export function ResponsePanel({ incident, plan, mayWrite }: { incident: Incident; plan: readonly PlanStep[]; mayWrite: boolean }) {
  const tasks = useTasks(incident);
  const { members } = useTeam();
  const done = tasks.list.filter(({ status }) => status === 'done').length;
  const left = plan.filter((step) => !tasks.list.some((task) => task.step?.id === step.id));
  const now = useNow();
  const late = tasks.list.filter(({ status, dueAt }) => status !== 'done' && dueAt !== null && dueAt < now).length;
  const progress = `${done} of ${tasks.list.length}${tasks.more ? '+' : ''} done`;
  return (
    <Panel id="plan" title="Tasks" fold={late > 0 ? <span className={classes.late}>{late} overdue</span> : tasks.list.length > 0 ? progress : `${left.length} suggested`} head={tasks.list.length > 0 && <span className={classes.dim}>{progress}</span>}>
      {tasks.problem && <ErrorNote error={tasks.problem} />}
      {tasks.error && <ErrorNote error={tasks.error} />}
      {tasks.loading && <SkeletonRows rows={2} height={40} />}
      {!tasks.loading && tasks.list.length === 0 && <p className={classes.dim}>No tasks yet. Make some of the steps below, or write your own.</p>}
      <ul className={classes.steps}>
        {tasks.list.map((task) => (
          <TaskRow key={task.id} task={task} tasks={tasks} members={members} mayWrite={mayWrite} />
        ))}
      </ul>
      {tasks.more && (
        <Button size="xs" variant="subtle" onClick={tasks.showAll}>
          Show all tasks
        </Button>
      )}
      {mayWrite && <NewTask tasks={tasks} members={members} />}
      {!tasks.loading && !tasks.more && left.length > 0 && <Plan steps={left} tasks={tasks} mayWrite={mayWrite} />}
    </Panel>
  );
}

/** The steps that are no tasks yet, by the phases of NIST SP 800-61. */
function Plan({ steps, tasks, mayWrite }: { steps: readonly PlanStep[]; tasks: Tasks; mayWrite: boolean }) {
  return (
    <>
      <h3 className={classes.subheading}>Suggested steps</h3>
      {(Object.keys(phaseLabels) as PlanStep['phase'][]).map((phase) => {
        const ofPhase = steps.filter((step) => step.phase === phase);
        if (ofPhase.length === 0) return null;
        return (
          <div key={phase} className={classes.phase}>
            <h4 className={classes.phaseName}>{phaseLabels[phase]}</h4>
            <ul className={classes.steps}>
              {ofPhase.map((step) => (
                <li key={step.id} className={classes.suggestedStep}>
                  <div>
                    {step.step}
                    <div className={classes.small}>
                      {ownerLabels[step.owner]} · within {duration(step.hours * 3_600_000)} · {step.why} (<Source source={step.source} />)
                    </div>
                  </div>
                  {mayWrite && (
                    <Button size="xs" variant="default" loading={tasks.busy === step.id} disabled={tasks.busy !== null} aria-label={`Make it a task: ${step.step}`} onClick={() => void tasks.makeFromStep(step.id)}>
                      Make it a task
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </>
  );
}

function Source({ source }: { source: string }) {
  const mitigation = /^ATT&CK (M\d{4})$/.exec(source)?.[1];
  if (!mitigation) return <>{source}</>;
  return (
    <a href={`https://attack.mitre.org/mitigations/${mitigation}/`} target="_blank" rel="noreferrer">
      {source}
    </a>
  );
}
