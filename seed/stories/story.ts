import type { Category, DiscoveryMethod, ResolutionCode, Severity } from '@secura/domain/incidents/vocabulary';

/** What somebody does to an incident; `after` counts minutes from the step before it. */
export type Step = { after: number } & (
  | { do: 'reply'; text: string }
  | { do: 'ask'; text: string }
  | { do: 'note'; text: string }
  | { do: 'accept' }
  | { do: 'severity'; to: Severity; reason: string }
  | { do: 'category'; to: Category; reason: string }
  | { do: 'assign'; uids: string[] }
  | { do: 'unassign' }
  | { do: 'investigate' }
  | { do: 'contain' }
  | { do: 'check'; steps: number }
  | { do: 'resolve'; code: ResolutionCode; summary: string; rootCause?: string }
  | { do: 'close' }
  | { do: 'reopen'; reason: string }
  | { do: 'locate'; location: string }
);

/** A small file that the reporter adds: a drawn picture or a text. */
export type DemoFile = { name: string; kind: 'picture'; seed: number } | { name: string; kind: 'text'; content: string };

/** One demo incident from the report to where it stands today. */
export interface Story {
  /** Stable name; the incident's id is made from it. */
  key: string;
  /** Number of the demo employee, or the uid of somebody else. */
  by: number | string;
  /** Minutes between the report and the moment of seeding. */
  ago: number;
  title: string;
  text: string;
  where?: string;
  how?: DiscoveryMethod;
  affected?: string;
  /** Minutes between what happened and the report. */
  noticedAfter?: number;
  files?: DemoFile[];
  restricted?: boolean;
  then?: Step[];
}

export const hours = (count: number): number => Math.round(count * 60);
/** Days and a time of day's worth of hours ago, so that reports do not all share one minute. */
export const days = (count: number, extraHours = 0): number => Math.round(count * 1440 + extraHours * 60);

export const reply = (after: number, text: string): Step => ({ after, do: 'reply', text });
export const ask = (after: number, text: string): Step => ({ after, do: 'ask', text });
export const note = (after: number, text: string): Step => ({ after, do: 'note', text });
export const accept = (after: number): Step => ({ after, do: 'accept' });
export const severity = (after: number, to: Severity, reason: string): Step => ({ after, do: 'severity', to, reason });
export const category = (after: number, to: Category, reason: string): Step => ({ after, do: 'category', to, reason });
export const assign = (after: number, ...uids: string[]): Step => ({ after, do: 'assign', uids });
export const unassign = (after: number): Step => ({ after, do: 'unassign' });
export const investigate = (after: number): Step => ({ after, do: 'investigate' });
export const contain = (after: number): Step => ({ after, do: 'contain' });
export const check = (after: number, steps: number): Step => ({ after, do: 'check', steps });
export const close = (after: number): Step => ({ after, do: 'close' });
export const reopen = (after: number, reason: string): Step => ({ after, do: 'reopen', reason });
export const locate = (after: number, location: string): Step => ({ after, do: 'locate', location });
export const resolve = (after: number, code: ResolutionCode, summary: string, rootCause?: string): Step => ({
  after,
  do: 'resolve',
  code,
  summary,
  ...(rootCause && { rootCause }),
});
