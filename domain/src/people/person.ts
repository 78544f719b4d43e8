import type { MailTrouble } from '../notifications/mail.ts';
import type { Role, WorkStateKind } from './vocabulary.ts';

export interface WorkState {
  kind: WorkStateKind;
  incidentId: string | null;
  incidentNumber: string | null;
  since: Date;
}

/** `users/{uid}`. `role`, `lead`, `status`, `workState` and `mailTrouble` are the server's; the claims of the ID token mirror the first two. */
export interface Person {
  name: string;
  email: string;
  department: string;
  phone: string | null;
  role: Role;
  lead: boolean;
  status: 'active' | 'suspended';
  workState: WorkState | null;
  preferences: Record<string, unknown>;
  /** Why mail does not reach this person; the server's. */
  mailTrouble?: MailTrouble | null;
  createdAt: Date;
}

/** `team/roster`: the whole security team in one document, kept by a trigger. */
export interface Roster {
  members: Record<string, RosterMember>;
  updatedAt: Date;
}

export interface RosterMember {
  name: string;
  role: Role;
  lead: boolean;
  workState: WorkState | null;
}
