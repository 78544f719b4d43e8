import { purposeLabels, type Purpose } from '@secura/domain/evidence/purposes';
import { stateLabels } from '@secura/domain/evidence/states';
import { pauseLabels, type PauseReason } from '@secura/domain/incidents/clocks';
import type { IncidentEvent, PersonRef, TaskChanges } from '@secura/domain/incidents/events';
import { tellReminder } from '@secura/domain/notifications/reminders';
import { tellTeam } from '@secura/domain/posture/emergency';
import { categoryLabels, resolutions, severityLabels, statusLabels, type Category, type Severity } from '@secura/domain/incidents/vocabulary';
import { duration } from '../../ui/time.ts';

export interface EventSentence {
  /** Goes on after the actor's name: "Ana Ruiz" + "raised the severity from Medium to High". */
  text: string;
  /** What the person wrote along with it, if anything. */
  quote: string | null;
}

/** What happened, told to people. */
export function tellEvent(event: IncidentEvent): EventSentence {
  switch (event.type) {
    case 'incident.reported':
      return plain('reported the incident');
    case 'triage.completed': {
      const { category, confidence, severity, rerun, pictures = [] } = event.data;
      const found = `${categoryLabels[category]} (${Math.round(confidence * 100)} % confidence), severity ${severityLabels[severity]}`;
      const along = pictures.length === 0 ? '' : pictures.length === 1 ? ' with the text of a picture' : ` with the text of ${pictures.length} pictures`;
      return plain(rerun ? `ran triage again${along}: ${found}` : `triaged the report${along}: ${found}`);
    }
    case 'triage.failed':
      return { text: 'could not triage the report', quote: event.data.message };
    case 'triage.reviewed':
      return event.data.decision === 'accepted'
        ? { text: 'agreed with the triage', quote: event.data.reason || null }
        : { text: 'decided otherwise than the triage', quote: event.data.reason || null };
    case 'assignment.changed':
      return plain(tellAssignment(event.data.added, event.data.removed, event.data.by === 'rule', event.actor.uid));
    case 'severity.changed':
      return { text: tellSeverity(event.data.from, event.data.to), quote: event.data.reason };
    case 'category.changed':
      return { text: `changed the category ${fromTo(categoryName(event.data.from), categoryLabels[event.data.to])}`, quote: event.data.reason };
    case 'visibility.changed':
      return { text: event.data.to === 'restricted' ? 'restricted the incident to the people on it' : 'opened the incident to the team', quote: event.data.reason };
    case 'fields.updated':
      return plain(`edited ${inWords(Object.keys(event.data.changes).map(fieldLabel))}`);
    case 'status.changed': {
      const { to, resolutionCode, summary } = event.data;
      if (to === 'resolved') {
        return { text: `resolved the incident${resolutionCode ? ` as ${resolutions[resolutionCode].label.toLowerCase()}` : ''}`, quote: summary };
      }
      return plain(statusActs[to]);
    }
    case 'resolution.documented':
      return { text: event.data.overridden ? 'went past the requirements for this step' : 'recorded the root cause', quote: event.data.rootCause };
    case 'incident.reopened':
      return { text: `reopened the incident (it was ${statusLabels[event.data.from].toLowerCase()})`, quote: event.data.reason };
    case 'technique.reviewed': {
      const { id, name, decision, reason } = event.data;
      return { text: `${techniqueActs[decision]} ${id} ${name}`, quote: reason || null };
    }
    case 'task.created':
      return { text: `made a task${event.data.assignee ? ` for ${event.data.assignee.uid === event.actor.uid ? 'themselves' : event.data.assignee.name}` : ''}`, quote: event.data.title };
    case 'task.updated':
      return { text: tellTask(event.data.changes, event.actor.uid), quote: event.data.title };
    case 'message.posted':
      return plain(event.data.audience === 'team' ? 'wrote a note to the team' : 'wrote a message');
    case 'message.edited':
      return plain(event.data.audience === 'team' ? 'reworded a note to the team' : 'reworded a message');
    case 'message.removed': {
      const what = event.data.audience === 'team' ? 'note to the team' : 'message';
      return plain(event.data.author.uid === event.actor.uid ? `took back a ${what}` : `removed a ${what} of ${event.data.author.name}`);
    }
    case 'evidence.added':
      return plain(event.data.parentId ? `took the attachment “${event.data.name}” out of a mail` : `added the file “${event.data.name}”`);
    case 'incident.linked':
      return plain(event.data.how === 'joined' ? `wants to hear how ${event.data.other.number} ends` : `linked ${event.data.other.number}`);
    case 'incident.unlinked':
      return plain(`took the link to ${event.data.other.number} away`);
    case 'incident.merged':
      return plain(event.data.as === 'duplicate' ? `merged this into ${event.data.other.number}` : `merged ${event.data.other.number} into this`);
    case 'incident.unmerged':
      return plain(event.data.as === 'duplicate' ? `took this out of ${event.data.other.number} again` : `took ${event.data.other.number} out of this again`);
    case 'incident.joined':
      return plain('asked to be told how this ends for everybody who reported it');
    case 'outcome.told':
      return { text: 'tells everybody who reported this how it ended', quote: `${resolutions[event.data.code].label}. ${resolutions[event.data.code].meaning}` };
    case 'campaign.changed':
      return plain(event.data.member ? `put this into the campaign “${event.data.name}”` : `took this out of the campaign “${event.data.name}”`);
    case 'evidence.inspected':
      return plain(`checked the file “${event.data.name}”: ${stateLabels[event.data.state].toLowerCase()}`);
    case 'evidence.read':
      return plain(`read the text in the picture “${event.data.name}”`);
    case 'evidence.opened':
      return { text: `${opened[event.data.what]} the file “${event.data.name}”${event.data.what === 'view' ? '' : `: ${purposeText(event.data.purpose)}`}`, quote: event.data.reason };
    case 'evidence.verified':
      return plain(event.data.matches ? `verified the file “${event.data.name}”: unchanged` : `verified the file “${event.data.name}”: it is not the file that was checked`);
    case 'evidence.exported':
      return { text: `exported ${event.data.evidenceIds.length === 1 ? 'a file' : `${event.data.evidenceIds.length} files`} with the custody log`, quote: event.data.reason };
    case 'clock.paused':
      return { text: `paused the clocks: ${pauseText(event.data.reason)}`, quote: event.data.text };
    case 'clock.resumed': {
      const length = duration(Date.parse(event.data.resumedAt) - Date.parse(event.data.pausedAt));
      return plain(event.data.by === 'answer' ? `let the clocks run on after ${length}: the reporter answered` : `let the clocks run on after ${length}`);
    }
    case 'emergency.declared':
      return { text: 'declared an emergency', quote: tellTeam(event.data.team) };
    case 'emergency.stoodDown':
      return { text: 'stood the emergency down', quote: event.data.reason };
    case 'clock.reminded':
      return plain(`reminded people: ${tellReminder(event.data.clock, event.data.stage)}`);
  }
}

const opened = { view: 'looked at', file: 'took out', sealed: 'took out, locked in a ZIP file,' } as const;

function purposeText(purpose: string): string {
  const label = purposeLabels[purpose as Purpose] ?? purpose;
  return label.charAt(0).toLowerCase() + label.slice(1);
}

function pauseText(reason: PauseReason): string {
  const label = pauseLabels[reason];
  return label.charAt(0).toLowerCase() + label.slice(1);
}

const plain = (text: string): EventSentence => ({ text, quote: null });

const techniqueActs = {
  confirmed: 'confirmed the technique',
  rejected: 'rejected the technique',
  undecided: 'took back the decision about',
  added: 'added the technique',
} as const;

const taskActs: Record<string, string> = { todo: 'put back a task', doing: 'began a task', done: 'finished a task' };

function tellTask({ status, assignee, dueAt, title }: TaskChanges, actorUid: string): string {
  const acts = [
    status && (taskActs[status.to] ?? 'changed a task'),
    assignee && (assignee.to ? `gave a task to ${assignee.to.uid === actorUid ? 'themselves' : assignee.to.name}` : `took ${assignee.from?.uid === actorUid ? 'themselves' : (assignee.from?.name ?? 'nobody')} off a task`),
    dueAt && (dueAt.to ? 'changed the due time of a task' : 'took the due time off a task'),
    title && 'reworded a task',
  ].filter((act) => typeof act === 'string');
  return inWords(acts);
}

const statusActs = {
  open: 'set the incident back to open',
  investigating: 'started investigating',
  contained: 'contained the incident',
  closed: 'closed the incident',
} as const;

function tellAssignment(added: readonly PersonRef[], removed: readonly PersonRef[], byRule: boolean, actorUid: string): string {
  const names = (people: readonly PersonRef[]) => inWords(people.map((person) => (person.uid === actorUid ? 'themselves' : person.name)));
  if (added.length > 0 && removed.length > 0) return `assigned ${names(added)} in place of ${names(removed)}`;
  if (removed.length > 0) return `took ${names(removed)} off the incident`;
  return byRule ? `assigned ${names(added)}, whose turn it was` : `assigned ${names(added)}`;
}

function tellSeverity(from: Severity | null, to: Severity): string {
  if (!from) return `set the severity to ${severityLabels[to]}`;
  const order: Severity[] = ['low', 'medium', 'high', 'critical'];
  const verb = order.indexOf(to) > order.indexOf(from) ? 'raised' : 'lowered';
  return `${verb} the severity ${fromTo(severityLabels[from], severityLabels[to])}`;
}

const categoryName = (category: Category | null): string | null => category && categoryLabels[category];
const fromTo = (from: string | null, to: string): string => (from ? `from ${from} to ${to}` : `to ${to}`);

const fieldLabels: Record<string, string> = {
  title: 'title',
  description: 'description',
  location: 'place',
  affected: 'who is affected',
  department: 'department',
};

/** A field's name inside a sentence. */
export function fieldLabel(field: string): string {
  return fieldLabels[field] ?? field;
}

/** `a`, `a and b`, `a, b and c`. */
export function inWords(items: readonly string[]): string {
  if (items.length <= 1) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
