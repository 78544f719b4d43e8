import { z } from 'zod';

/** `settings/assignment`: who gets a new incident. */
export const AssignmentRule = z.strictObject({
  mode: z.enum(['round_robin', 'off'], 'Choose "round_robin" or "off".'),
});
export type AssignmentRule = z.infer<typeof AssignmentRule>;

/** In force until an administrator says otherwise. */
export const defaultAssignmentRule: AssignmentRule = { mode: 'round_robin' };

/**
 * The next person in turn.
 * @param available uids of analysts who may be given work now
 * @returns null when nobody is available
 */
export function nextInTurn(available: readonly string[], lastUid: string | null): string | null {
  const sorted = [...available].sort();
  return sorted.find((uid) => lastUid !== null && uid > lastUid) ?? sorted[0] ?? null;
}
