import type { PersonRef } from '../incidents/events.ts';
import type { EmergencyTeam } from '../posture/emergency.ts';

export const questionStates = ['open', 'answered', 'incident'] as const;

/** `questions/{id}`: an employee asks without a report. What is said is in `messages` below. */
export interface Question {
  title: string;
  asker: PersonRef;
  state: (typeof questionStates)[number];
  createdAt: Date;
  /** Who wrote last and when; kept by a trigger. */
  last?: Last;
  /** The incident that it became. */
  incidentId?: string;
}

/** `rooms/{id}`: where the security team talks. */
export interface Room {
  name: string;
  createdBy: PersonRef;
  createdAt: Date;
  last?: Last;
  /** It was made for an emergency: what about, and who does what. */
  emergency?: { incidentId: string; incidentNumber: string; team: EmergencyTeam; stoodDownAt: Date | null };
}

/** `direct/{id}`: two people of the team; the id is their sorted uids joined by `_`. */
export interface Direct {
  uids: [string, string];
  createdAt: Date;
  last?: Last;
}

/** Without the words: a list must not show what has been taken back since. */
export interface Last {
  at: Date;
  by: PersonRef;
}

/** The room that is always there. */
export const generalRoom = 'general';

/** Where two people talk: the same whoever opens it. */
export function directIdOf(a: string, b: string): string {
  return [a, b].sort().join('_');
}
