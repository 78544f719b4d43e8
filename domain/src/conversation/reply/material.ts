import type { Incident } from '../../incidents/incident.ts';
import { resolutions } from '../../incidents/vocabulary.ts';
import { firstAdvice } from '../../triage/advice.ts';
import { responsePlan } from '../../triage/plan/plan.ts';
import { nothingKnown } from '../../triage/plan/situation.ts';
import type { Fact } from '../../triage/result.ts';
import type { Message } from '../message.ts';
import { openQuestions, type Asked } from './questions.ts';
import { understood } from './understood.ts';

/** Everything that a draft may be made of: what the reporter wrote or may read, and nothing else. */
export interface ReplyMaterial {
  writer: string;
  /** The reporter's first name. */
  to: string;
  report: { number: string | null; title: string; description: string; affected: string | null };
  /** `first`: nobody of the team wrote yet; `answered`: the reporter wrote last; `waiting`: the team did. */
  state: 'first' | 'answered' | 'waiting';
  /** What both read, oldest first. */
  thread: { by: 'reporter' | 'team'; text: string }[];
  understood: string | null;
  advice: string[];
  questions: string[];
  next: string;
  over: boolean;
}

type Subject = Asked & Pick<Incident, 'number' | 'title' | 'severity' | 'status' | 'reporter' | 'resolution'>;

const mostAdvice = 3;
const mostQuestions = 2;

/**
 * Gathers what a reply rests on. Notes of the team have no part in it, nor has the team's own analysis, which may rest on them.
 * @param messages of the thread, oldest first; whatever the reporter cannot read is left out here too
 * @param facts what happened by the report and by the reporter's messages
 */
export function replyMaterial(incident: Subject, messages: readonly Pick<Message, 'text' | 'audience' | 'author' | 'deleted'>[], facts: readonly Fact[], writer: { name: string }): ReplyMaterial {
  const keys = new Set(facts.map(({ key }) => key));
  const thread = messages
    .filter(({ audience, deleted }) => audience === 'everyone' && deleted === undefined)
    .map(({ author, text }) => ({ by: author.uid === incident.reporter.uid ? ('reporter' as const) : ('team' as const), text }));
  const said = thread.filter(({ by }) => by === 'team').map(({ text }) => text);
  const wasSaid = (words: string): boolean => said.some((text) => text.includes(words));
  const state = said.length === 0 ? 'first' : thread.at(-1)!.by === 'reporter' ? 'answered' : 'waiting';
  const over = incident.status === 'resolved' || incident.status === 'closed';
  const open = openQuestions(incident, keys);
  // Who answered is not asked the same again; who did not is reminded of it first.
  const questions = state === 'waiting' ? [...open.filter(wasSaid), ...open.filter((question) => !wasSaid(question))] : open.filter((question) => !wasSaid(question));
  const { number, title, description, affected } = incident;
  return {
    writer: writer.name,
    to: incident.reporter.name.split(' ')[0]!,
    report: { number, title, description, affected },
    state,
    thread,
    understood: state === 'first' && !over ? understood(incident.category, keys) : null,
    advice: over ? [] : [...firstAdvice(incident.category ?? 'other', facts), ...ownSteps(incident, facts)].filter((line) => !wasSaid(line)).slice(0, mostAdvice),
    questions: over ? [] : questions.slice(0, mostQuestions),
    next: over && incident.resolution ? resolutions[incident.resolution.code].meaning : nextSteps[incident.status],
    over,
  };
}

/** Steps of the plan that are the reporter's own; by the report alone, since the plan of a case also follows the team's notes. */
function ownSteps({ category, severity }: Subject, facts: readonly Fact[]): string[] {
  if (!category || !severity) return [];
  return responsePlan({ ...nothingKnown, category, severity, facts, techniques: [] }).filter(({ owner }) => owner === 'reporter').map(({ step }) => step);
}

const nextSteps: Record<Incident['status'], string> = {
  open: 'I look into it next, and you read here what comes of it.',
  investigating: 'We are looking into it, and you read here as soon as we know more.',
  contained: 'The danger is stopped. We are cleaning up, and you read here when that is done.',
  resolved: 'It is done on our side.',
  closed: 'It is done on our side.',
};
