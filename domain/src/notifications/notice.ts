import type { IncidentEvent, PersonRef } from '../incidents/events.ts';
import type { Severity } from '../incidents/vocabulary.ts';

/** What people can be told of. The order says which wins when one event concerns somebody in more than one way. */
export const noticeKinds = [
  'mentioned',
  'assigned',
  'evidence.infected',
  'clock.breached',
  'clock.soon',
  'severity.raised',
  'message',
  'status',
  'outcome',
  'application',
  'report',
  'incident.new',
  'alert',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Each kind as a line of the preferences page. */
export const noticeLabels: Record<NoticeKind, string> = {
  mentioned: 'Somebody mentions you',
  assigned: 'An incident or a task is assigned to you',
  'evidence.infected': 'A file turns out to be malware',
  'clock.breached': 'A clock has run out',
  'clock.soon': 'A clock is about to run out',
  'severity.raised': 'The severity of your incident is raised',
  message: 'A new message or note',
  status: 'Your report moves on',
  outcome: 'How a similar report ended',
  application: 'Your application to the security team is decided',
  report: 'A report that you asked for is ready',
  'incident.new': 'A new incident',
  alert: 'An alert of the security team',
};

/** Kinds that only the security team and administrators can ever get. */
export const teamKinds: readonly NoticeKind[] = ['assigned', 'evidence.infected', 'clock.breached', 'clock.soon', 'severity.raised', 'incident.new'];

/** Kinds that are delivered when the audit chain holds their entries, which no door of the app writes yet: not to be offered. */
export const kindsToCome: readonly NoticeKind[] = ['application', 'report'];

/** One person told of one event. */
export interface Notice {
  uid: string;
  kind: NoticeKind;
  /** A sentence that names a restricted incident by its number only. */
  text: string;
  /** The same for a mail, which leaves the house: no incident's title is in it. */
  mail: string;
  /** A path of the app. */
  link: string;
  /** The same for every delivery of the event: nobody is told twice of it. */
  dedupeKey: string;
  /** Of the incident or the alert, where it is known. */
  severity: Severity | null;
}

/** `users/{uid}/inbox/{dedupeKey}`. */
export interface InboxEntry {
  id: string;
  kind: NoticeKind;
  text: string;
  link: string;
  severity: Severity | null;
  /** When it happened, not when it was delivered. */
  at: Date;
  readAt: Date | null;
  expireAt: Date;
}

/** Who is of the team now, as notices need it. */
export type TeamMember = PersonRef & { role: string; lead: boolean };

/** The key under which everybody is told of an event. */
export const eventKey = ({ incidentId, seq }: Pick<IncidentEvent, 'incidentId' | 'seq'>): string => `${incidentId}_${seq}`;
