import type { Incident } from '@secura/domain/incidents/incident';
import { objectionToPause } from '@secura/domain/incidents/clocks';
import { canReopen, nextStatuses } from '@secura/domain/incidents/lifecycle';
import { activeStatuses, type Status } from '@secura/domain/incidents/vocabulary';
import { can, type Actor } from '@secura/domain/people/permissions';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useCommands } from '../../app/commands/registry.ts';
import type { Command } from '../../app/commands/command.ts';
import { copyText } from '../../ui/copy.ts';
import { notify } from '../../ui/notify.ts';
import { lastQueue } from '../shared/last-queue.ts';
import { useAssign } from '../shared/use-assign.ts';
import { useOperation } from '../shared/use-operation.ts';
import { statusNow, type WantedStatus } from './wanted-status.ts';

const AssignDialog = lazy(() => import('../shared/assign-dialog.tsx').then((module) => ({ default: module.AssignDialog })));
const ClassifyDialog = lazy(() => import('./dialogs/classify-dialog.tsx').then((module) => ({ default: module.ClassifyDialog })));
const EditDialog = lazy(() => import('./dialogs/edit-dialog.tsx').then((module) => ({ default: module.EditDialog })));
const MoveDialog = lazy(() => import('./dialogs/move-dialog.tsx').then((module) => ({ default: module.MoveDialog })));
const PauseDialog = lazy(() => import('./dialogs/pause-dialog.tsx').then((module) => ({ default: module.PauseDialog })));
const ReopenDialog = lazy(() => import('./dialogs/reopen-dialog.tsx').then((module) => ({ default: module.ReopenDialog })));
const VisibilityDialog = lazy(() => import('./dialogs/visibility-dialog.tsx').then((module) => ({ default: module.VisibilityDialog })));
const ResolveDialog = lazy(() => import('./dialogs/resolve-dialog.tsx').then((module) => ({ default: module.ResolveDialog })));

export type CaseDialog = 'assign' | 'visibility' | 'severity' | 'category' | 'edit' | 'pause' | 'resolve' | 'reopen' | 'close-anyway';

/** One thing that can be done with the incident now. */
export interface CaseAction {
  id: string;
  label: string;
  shortcut?: string;
  /** The step that work goes on with. */
  main?: boolean;
  /** Beside the main step, rather than in the menu. */
  near?: boolean;
  run(): void;
}

export interface CaseActions {
  /** What lifecycle and permissions allow, nothing else. */
  list: readonly CaseAction[];
  may: { assign: boolean; restrict: boolean; classify: boolean; triage: boolean };
  /** The status on screen: the wanted one while the server is asked. */
  status: Status;
  busy: boolean;
  problem: { message: string } | null;
  retriaging: boolean;
  open(dialog: CaseDialog): void;
  accept(): void;
  retriage(): void;
  dialogs: ReactNode;
}

const moveLabels: Record<Exclude<Status, 'resolved'>, string> = {
  open: 'Back to open',
  investigating: 'Start investigating',
  contained: 'Mark as contained',
  closed: 'Close',
};

/** Everything that can be done with an incident on its page: buttons, menu, keys and dialogs from one list. */
export function useCaseActions(incident: Incident, actor: Actor): CaseActions {
  const [dialog, setDialog] = useState<CaseDialog | null>(null);
  const [wanted, setWanted] = useState<WantedStatus | null>(null);
  const [retriaging, setRetriaging] = useState(false);
  const attempt = useOperation();
  const assign = useAssign();
  const { id } = incident;
  const version = incident.head?.seq ?? 0;

  const may = {
    assign: can(actor, 'incident:assign', incident) && activeStatuses.includes(incident.status),
    classify: can(actor, 'incident:classify', incident),
    restrict: can(actor, 'incident:restrict', incident),
    triage: can(actor, 'incident:triage', incident),
    override: can(actor, 'incident:override', incident),
  };
  const { status, version: statusVersion } = statusNow(incident, wanted);

  async function move(to: Status, expectedVersion: number, override = false) {
    setWanted({ status: to, version: null });
    const view = await attempt.run('incidents.transition', { id, to, expectedVersion, ...(override && { override }) });
    setWanted(view ? { status: to, version: view.version } : null);
    if (!view) setConflictTo(to);
    return view;
  }
  const [conflictTo, setConflictTo] = useState<Status>('investigating');

  async function review(): Promise<void> {
    if (await attempt.run('incidents.reviewTriage', { id, decision: 'accepted', expectedVersion: version })) notify({ message: 'Noted: the triage was right.' });
  }

  async function retriage(): Promise<void> {
    setRetriaging(true);
    if (await attempt.run('incidents.retriage', { id })) notify({ message: 'Triage ran again.' });
    setRetriaging(false);
  }

  async function resume(): Promise<void> {
    if (await attempt.run('incidents.resumeClock', { id })) notify({ message: 'The clocks run on.' });
  }

  const list: CaseAction[] = [];
  if (can(actor, 'incident:transition', incident)) {
    for (const next of nextStatuses(status)) {
      if (next === 'resolved') list.push({ id: 'resolve', label: 'Resolve…', shortcut: 'r', main: status === 'contained', near: true, run: () => setDialog('resolve') });
      else {
        const back = status === 'contained' && next === 'investigating';
        list.push({ id: `move-${next}`, label: back ? 'Back to investigating' : moveLabels[next], shortcut: back ? undefined : 'n', main: !back, near: !back, run: () => void move(next, statusVersion) });
      }
    }
  }
  if (can(actor, 'incident:reopen', incident) && canReopen(status)) list.push({ id: 'reopen', label: 'Reopen…', near: true, run: () => setDialog('reopen') });
  if (may.assign) list.push({ id: 'assign', label: 'Assign…', shortcut: 'e', near: true, run: () => setDialog('assign') });
  if (may.classify) {
    list.push({ id: 'severity', label: 'Change the severity…', shortcut: 's', run: () => setDialog('severity') });
    list.push({ id: 'category', label: 'Change the category…', run: () => setDialog('category') });
  }
  if (can(actor, 'incident:update', incident)) list.push({ id: 'edit', label: 'Correct the report…', run: () => setDialog('edit') });
  if (can(actor, 'incident:pauseClock', incident)) {
    if (incident.clocks?.pause) list.push({ id: 'resume', label: 'Let the clocks run on', run: () => void resume() });
    else if (objectionToPause(incident) === null) list.push({ id: 'pause', label: 'Pause the clocks…', run: () => setDialog('pause') });
  }
  if (may.restrict) list.push({ id: 'visibility', label: incident.visibility === 'team' ? 'Restrict who sees it…' : 'Open it to the team…', run: () => setDialog('visibility') });
  if (may.triage) list.push({ id: 'retriage', label: 'Run triage again', run: () => void retriage() });
  if (may.override && activeStatuses.includes(status)) list.push({ id: 'close-anyway', label: 'Close without resolving…', run: () => setDialog('close-anyway') });
  list.push({ id: 'copy', label: 'Copy the link', run: () => void copyText(`${location.origin}/incidents/${id}`, 'Link copied') });

  const section = 'Incident';
  useCommands([
    ...list.map(({ id: name, label, shortcut, run }): Command => ({ id: `case.${name}`, label, section, ...(shortcut && { shortcut }), perform: run })),
    { id: 'case.message', label: 'Write a message', section, shortcut: 'm', perform: () => document.querySelector<HTMLElement>('[data-composer]')?.focus() },
    { id: 'case.back', label: 'Back to the queue', section, shortcut: 'u', perform: ({ navigate }) => navigate(lastQueue()) },
  ]);

  const close = () => setDialog(null);
  const conflict = dialog === null && attempt.problem?.code === 'conflict';
  const dialogs = (
    <Suspense>
      {dialog === 'assign' && (
        <AssignDialog incidents={[incident]} onClose={close} onAssign={(people) => void assign([incident], people)} />
      )}
      {(dialog === 'severity' || dialog === 'category') && <ClassifyDialog incident={incident} what={dialog} onClose={close} />}
      {dialog === 'edit' && <EditDialog incident={incident} fields={['title', 'description', 'location', 'affected', 'department']} onClose={close} />}
      {dialog === 'resolve' && <ResolveDialog incident={incident} mayOverride={may.override} onClose={close} />}
      {dialog === 'pause' && <PauseDialog incident={incident} onClose={close} />}
      {dialog === 'visibility' && <VisibilityDialog incident={incident} onClose={close} />}
      {dialog === 'reopen' && <ReopenDialog incident={incident} onClose={close} />}
      {dialog === 'close-anyway' && <MoveDialog override incident={incident} to="closed" attempt={attempt} onMove={(at) => move('closed', at, true)} onClose={close} />}
      {conflict && <MoveDialog incident={incident} to={conflictTo} attempt={attempt} onMove={(at) => move(conflictTo, at)} onClose={attempt.forget} />}
    </Suspense>
  );

  return {
    list,
    may,
    status,
    busy: attempt.busy,
    problem: dialog === null && !conflict ? attempt.problem : null,
    retriaging,
    open: setDialog,
    accept: () => void review(),
    retriage: () => void retriage(),
    dialogs,
  };
}
