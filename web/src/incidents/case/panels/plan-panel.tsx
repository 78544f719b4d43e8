import type { Incident, InternalCase } from '@secura/domain/incidents/incident';
import type { PlanStep } from '@secura/domain/triage/result';
import { Checkbox } from '@mantine/core';
import { useId, useState } from 'react';
import { callOperation } from '../../../firebase/operations.ts';
import { ErrorNote } from '../../../ui/page.tsx';
import { useNow } from '../../../ui/relative-time.tsx';
import { readClock } from '../../shared/clock-text.ts';
import classes from '../case.module.css';

type Step = InternalCase['plan'][number];

const phases: Record<PlanStep['phase'], string> = { contain: 'Contain', eradicate: 'Eradicate', recover: 'Recover', learn: 'Learn' };
const owners: Record<PlanStep['owner'], string> = { analyst: 'Analyst', it: 'IT', reporter: 'Reporter', lead: 'Lead' };

/** The response plan as a list to tick off, by the phases of NIST SP 800-61. */
export function PlanPanel({ incident, plan, mayCheck }: { incident: Incident; plan: readonly Step[]; mayCheck: boolean }) {
  // What one just ticked, until the listener says the same.
  const [wanted, setWanted] = useState<Readonly<Record<string, boolean>>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const done = plan.filter((step) => wanted[step.id] ?? step.done).length;

  async function check(step: Step, value: boolean): Promise<void> {
    setWanted((now) => ({ ...now, [step.id]: value }));
    setProblem(null);
    try {
      await callOperation('incidents.checkStep', { id: incident.id, stepId: step.id, done: value });
    } catch (error) {
      setProblem((error as Error).message);
    }
    setWanted(({ [step.id]: _settled, ...rest }) => rest);
  }

  return (
    <section id="plan" className={classes.panel} aria-labelledby="plan-heading">
      <div className={classes.panelHead}>
        <h2 id="plan-heading" className={classes.heading}>
          Steps to take
        </h2>
        <span className={classes.dim}>
          {done} of {plan.length} done
        </span>
      </div>
      {problem && <ErrorNote error={problem} />}
      {(Object.keys(phases) as PlanStep['phase'][]).map((phase) => {
        const steps = plan.filter((step) => step.phase === phase);
        if (steps.length === 0) return null;
        return (
          <div key={phase}>
            <h3 className={classes.subheading}>{phases[phase]}</h3>
            <ul className={classes.steps}>
              {steps.map((step) => (
                <StepLine
                  key={step.id}
                  step={step}
                  since={incident.triage?.at ?? incident.createdAt}
                  done={wanted[step.id] ?? step.done}
                  disabled={!mayCheck || wanted[step.id] !== undefined}
                  onCheck={(value) => void check(step, value)}
                />
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}

function StepLine({ step, since, done, disabled, onCheck }: { step: Step; since: Date; done: boolean; disabled: boolean; onCheck(done: boolean): void }) {
  const now = useNow();
  const id = useId();
  const due = readClock({ dueAt: new Date(since.getTime() + step.hours * 3_600_000), doneAt: null }, since, now);
  return (
    <li className={classes.step} data-done={done || undefined}>
      <Checkbox id={id} checked={done} disabled={disabled} onChange={(event) => onCheck(event.currentTarget.checked)} aria-describedby={`${id}-why`} />
      <div>
        <label htmlFor={id} className={classes.stepText}>
          {step.step}
        </label>
        <div id={`${id}-why`} className={classes.small}>
          {owners[step.owner]} · {done ? `done${step.doneBy ? ` by ${step.doneBy.name}` : ''}` : <span className={due.state === 'over' ? classes.late : undefined}>{due.text}</span>} ·{' '}
          {step.why} ({step.source})
        </div>
      </div>
    </li>
  );
}
