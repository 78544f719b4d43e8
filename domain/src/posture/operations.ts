import { z } from 'zod';
import { AlertContent } from '../notifications/alert.ts';
import { documentId, text } from '../platform/text.ts';
import { emergencyRoleLabels, type EmergencyRole } from './emergency.ts';
import { threatLevels } from './threat-level.ts';

const level = z.enum(threatLevels, 'Choose a threat level.');
const reason = text('The reason', 3, 500);
const member = (role: EmergencyRole) =>
  z.string(`Choose the ${emergencyRoleLabels[role].toLowerCase()}.`).regex(/^[A-Za-z0-9_-]{1,128}$/, `Choose the ${emergencyRoleLabels[role].toLowerCase()}.`);

export const SetThreatLevelInput = z.strictObject({ level, reason });
export const ThreatLevelView = z.object({ level, reason: z.string(), seq: z.int() });

export const DeclareEmergencyInput = z.strictObject({
  /** Made by the caller: repeated, the call finds what it made before. */
  id: documentId,
  incidentId: documentId,
  team: z.strictObject({ commander: member('commander'), scribe: member('scribe'), communications: member('communications') }),
  /** What everybody in its audience is told; always critical. */
  alert: AlertContent,
  /** The threat level is raised to this, unless it is there or above. */
  level: z.enum(['elevated', 'high', 'severe'], 'Choose the threat level.').default('severe'),
});

export const StandDownInput = z.strictObject({
  id: documentId,
  reason,
  /** Sets the threat level in the same step; it stays as it is when absent. */
  level: level.optional(),
});

export const EmergencyView = z.object({
  id: z.string(),
  incidentId: z.string(),
  incidentNumber: z.string(),
  roomId: z.string(),
  alertId: z.string(),
  active: z.boolean(),
  threatLevel: level,
});
