import { severities, severityRank, type Severity } from '../incidents/vocabulary.ts';
import { isTimeZone } from '../platform/time-zone.ts';
import { noticeKinds, type Notice, type NoticeKind } from './notice.ts';

/** Where somebody is told of a kind. */
export const channels = ['none', 'inbox', 'mail', 'both'] as const;
export type Channels = (typeof channels)[number];

export const digests = ['off', 'daily', 'weekly'] as const;
export type Digest = (typeof digests)[number];

/** `users/{uid}/settings/notifications`: what differs from the defaults. */
export interface NoticePreferences {
  choices: Partial<Record<NoticeKind, Channels>>;
  /** Whether the person's devices are told, where there is such a channel. */
  push: Partial<Record<NoticeKind, boolean>>;
  /** New incidents of this severity and above; what is not rated yet counts as medium. */
  newFrom: Severity;
  /** Minutes of the day, in `timeZone`, between which nothing leaves the house. */
  quiet: { from: number; to: number } | null;
  /** Mail gathered into one, sent at eight in the morning in `timeZone`, weekly on Mondays. */
  digest: Digest;
  /** An IANA name. */
  timeZone: string;
}

export const defaultChannels: Record<NoticeKind, Channels> = {
  mentioned: 'both',
  assigned: 'both',
  'evidence.infected': 'both',
  'clock.breached': 'both',
  'clock.soon': 'inbox',
  'severity.raised': 'both',
  message: 'both',
  status: 'both',
  outcome: 'both',
  application: 'both',
  report: 'both',
  'incident.new': 'inbox',
  alert: 'inbox',
};

export const defaultPreferences: NoticePreferences = { choices: {}, push: {}, newFrom: 'low', quiet: null, digest: 'off', timeZone: 'UTC' };

/** Stored preferences with what is missing or unknown put right. */
export function completePreferences(stored: Partial<NoticePreferences> | undefined): NoticePreferences {
  const all = { ...defaultPreferences, ...stored };
  return {
    ...all,
    newFrom: severities.includes(all.newFrom) ? all.newFrom : defaultPreferences.newFrom,
    timeZone: isTimeZone(all.timeZone) ? all.timeZone : defaultPreferences.timeZone,
  };
}

const wantsInbox = (where: Channels): boolean => where === 'inbox' || where === 'both';

/** Where somebody is told of a kind. */
export const channelsFor = ({ choices }: NoticePreferences, kind: NoticeKind): Channels => choices[kind] ?? defaultChannels[kind];

/** Whether somebody's devices are told of a kind: of what would be mailed, unless he says otherwise. */
export const pushes = ({ push }: NoticePreferences, kind: NoticeKind): boolean => push[kind] ?? defaultChannels[kind] === 'both';

/** Whether a notice comes up in the inbox, is sent as mail, is pushed to devices. */
export function wants(preferences: NoticePreferences, { kind, severity }: Pick<Notice, 'kind' | 'severity'>): { inbox: boolean; mail: boolean; push: boolean } {
  if (kind === 'incident.new' && severityRank(severity ?? 'medium') < severityRank(preferences.newFrom)) return { inbox: false, mail: false, push: false };
  const where = channelsFor(preferences, kind);
  return { inbox: wantsInbox(where), mail: where === 'mail' || where === 'both', push: pushes(preferences, kind) };
}

/** The same preferences without mail of one kind, or without any. */
export function withoutMail(preferences: NoticePreferences, kind: NoticeKind | 'all'): NoticePreferences {
  const choices = { ...preferences.choices };
  for (const one of kind === 'all' ? noticeKinds : [kind]) choices[one] = wantsInbox(channelsFor(preferences, one)) ? 'inbox' : 'none';
  return { ...preferences, choices };
}

/** What is critical neither waits for the end of quiet hours nor for a digest. */
export const isUrgent = ({ severity }: Pick<Notice, 'severity'>): boolean => severity === 'critical';

/** When a mail or a push of now may go: now, or at the end of the quiet hours. */
export function mailTime({ quiet, timeZone }: NoticePreferences, now: Date): Date {
  if (!quiet || quiet.from === quiet.to) return now;
  const { minutes } = localTime(now, timeZone);
  const within = quiet.from < quiet.to ? minutes >= quiet.from && minutes < quiet.to : minutes >= quiet.from || minutes < quiet.to;
  if (!within) return now;
  const wait = (quiet.to - minutes + 1440) % 1440;
  return new Date(Math.floor(now.getTime() / 60_000) * 60_000 + wait * 60_000);
}

const digestMinutes = 8 * 60;

/** When the next digest goes after a moment: at eight in the morning there, weekly on Mondays. */
export function digestTime({ digest, timeZone }: Pick<NoticePreferences, 'digest' | 'timeZone'>, now: Date): Date {
  const { minutes, weekday } = localTime(now, timeZone);
  let days = minutes < digestMinutes ? 0 : 1;
  if (digest === 'weekly') days += (8 - ((weekday + days) % 7)) % 7;
  return new Date(Math.floor(now.getTime() / 60_000) * 60_000 + (days * 1440 + digestMinutes - minutes) * 60_000);
}

/** Minutes since midnight and day of the week (0 Sunday) in a zone. */
function localTime(now: Date, timeZone: string): { minutes: number; weekday: number } {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(now);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return { minutes: Number(part('hour')) * 60 + Number(part('minute')), weekday: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'].indexOf(part('weekday')) };
}
