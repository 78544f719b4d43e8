import type { PersonRef } from '../incidents/events.ts';
import type { ThreatLevel } from './threat-level.ts';

/** Who does what in an emergency, in the terms of the Incident Command System. */
export const emergencyRoles = ['commander', 'scribe', 'communications'] as const;
export type EmergencyRole = (typeof emergencyRoles)[number];

export const emergencyRoleLabels: Record<EmergencyRole, string> = {
  commander: 'Incident commander',
  scribe: 'Scribe',
  communications: 'Communications lead',
};

export const emergencyRoleDuties: Record<EmergencyRole, string> = {
  commander: 'Decides, gives out work, and is the one whom everybody asks.',
  scribe: 'Writes down what happens, when, and who decided it.',
  communications: 'Speaks to management, staff, customers and authorities.',
};

export type EmergencyTeam = Record<EmergencyRole, PersonRef>;

/** The roles of a team as a sentence: `Incident commander: Ana. Scribe: Bob. …` */
export const tellTeam = (team: EmergencyTeam): string => emergencyRoles.map((role) => `${emergencyRoleLabels[role]}: ${team[role].name}.`).join(' ');

/** The roles that somebody has: one person may have several. */
export const rolesOf = (team: EmergencyTeam, uid: string): EmergencyRole[] => emergencyRoles.filter((role) => team[role].uid === uid);

/** Emergencies that may go on at the same time. */
export const mostEmergencies = 5;

/** `emergencies/{id}`: its room is `rooms/{id}`, its alert `alerts/{id}`. */
export interface Emergency {
  id: string;
  incidentId: string;
  incidentNumber: string;
  title: string;
  team: EmergencyTeam;
  /** What the threat level was, and what it is at least while the emergency goes on. */
  levelBefore: ThreatLevel;
  level: ThreatLevel;
  declaredBy: PersonRef;
  declaredAt: Date;
  stoodDown: { at: Date; by: PersonRef; reason: string } | null;
}
