import type { PersonRef } from '../incidents/events.ts';

/** The organisation's threat level from least to most. */
export const threatLevels = ['normal', 'elevated', 'high', 'severe'] as const;
export type ThreatLevel = (typeof threatLevels)[number];

export const threatLevelLabels: Record<ThreatLevel, string> = { normal: 'Normal', elevated: 'Elevated', high: 'High', severe: 'Severe' };

/** What a level asks of everybody. */
export const threatLevelMeanings: Record<ThreatLevel, string> = {
  normal: 'Nothing beyond the usual care is asked of you.',
  elevated: 'An attack is more likely than usual. Look twice at mail, calls and visitors, and report what seems odd.',
  high: 'An attack is expected or has begun somewhere. Report everything unusual at once and follow the alerts.',
  severe: 'An attack is under way. Do what the alerts say before anything else.',
};

export const isBelow = (level: ThreatLevel, other: ThreatLevel): boolean => threatLevels.indexOf(level) < threatLevels.indexOf(other);

/** `settings/posture`: how the organisation stands, in the one document that every page listens to. */
export interface Posture {
  level: ThreatLevel;
  reason: string;
  by: PersonRef | null;
  /** Since when; null before anybody has set it. */
  at: Date | null;
  /** How often it was set: the number of the newest entry of the history. */
  seq: number;
  /** Ids of the emergencies that go on. */
  emergencies: string[];
}

/** `settings/posture/levels/{seq}`: one setting of the level. */
export interface LevelChange {
  seq: number;
  from: ThreatLevel;
  to: ThreatLevel;
  reason: string;
  by: PersonRef;
  at: Date;
}

/** Until somebody sets it. */
export function readPosture(stored: Partial<Posture> | null | undefined): Posture {
  return { level: 'normal', reason: '', by: null, at: null, seq: 0, emergencies: [], ...stored };
}

/** The posture after the level was set, and the entry of the history that says so. */
export function setLevel(before: Posture, to: ThreatLevel, reason: string, by: PersonRef, at: Date): { posture: Posture; change: LevelChange } {
  const seq = before.seq + 1;
  return { posture: { ...before, level: to, reason, by, at, seq }, change: { seq, from: before.level, to, reason, by, at } };
}
