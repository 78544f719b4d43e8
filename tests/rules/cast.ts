import type { Actor } from '../../domain/src/people/permissions.ts';
import type { Role } from '../../domain/src/people/vocabulary.ts';

/** Somebody who knocks at the database: what the token says, and what the live profile says. */
export interface Person {
  uid: string | null;
  token: { role?: string; lead?: boolean };
  /** Absent: there is no profile. */
  profile?: { role: Role; lead: boolean; status: 'active' | 'suspended' };
}

interface Oddities {
  lead?: boolean;
  status?: 'active' | 'suspended';
  /** What the live profile says, where it differs from the token. */
  live?: Role;
  liveLead?: boolean;
}

const person = (uid: string, role: Role, { lead = false, status = 'active', live = role, liveLead = lead }: Oddities = {}): Person => ({
  uid,
  token: lead ? { role, lead } : { role },
  profile: { role: live, lead: liveLead, status },
});

/** Everybody who appears in the matrix, each named as in a sentence. */
export const cast = {
  'an anonymous visitor': { uid: null, token: {} },
  'somebody without claims': { uid: 'no-claims', token: {} },
  'somebody with an invented role': { uid: 'invented', token: { role: 'superuser' }, profile: { role: 'employee', lead: false, status: 'active' } },
  'an employee without a profile': { uid: 'no-profile', token: { role: 'employee' } },
  'the reporter': person('reporter', 'employee'),
  'another employee': person('colleague', 'employee'),
  'an analyst': person('analyst', 'security_team'),
  'an assigned analyst': person('assigned', 'security_team'),
  'a lead': person('lead', 'security_team', { lead: true }),
  'an admin': person('admin', 'admin'),
  'an analyst who was lead': person('was-lead', 'security_team', { lead: true, liveLead: false }),
  'an analyst whose token is not yet lead': person('becomes-lead', 'security_team', { liveLead: true }),
  'an employee whose token says lead': { uid: 'odd-lead', token: { role: 'employee', lead: true }, profile: { role: 'employee', lead: true, status: 'active' } },
  'a suspended employee': person('suspended-employee', 'employee', { status: 'suspended' }),
  'a suspended analyst': person('suspended-analyst', 'security_team', { status: 'suspended' }),
  'a suspended lead': person('suspended-lead', 'security_team', { status: 'suspended', lead: true }),
  'a suspended admin': person('suspended-admin', 'admin', { status: 'suspended' }),
  'a demoted analyst': person('demoted', 'security_team', { live: 'employee' }),
  'a demoted admin': person('demoted-admin', 'admin', { live: 'security_team' }),
  'a promoted employee with an old token': person('promoted', 'employee', { live: 'admin' }),
} satisfies Record<string, Person>;

export type Who = keyof typeof cast;
export const everybody = Object.keys(cast) as Who[];

/** Those whom the rules take for who they are: an active profile that agrees with the token. */
export const employees = ['the reporter', 'another employee', 'an employee whose token says lead'] as const satisfies readonly Who[];
export const analysts = ['an analyst', 'an assigned analyst', 'a lead', 'an analyst who was lead', 'an analyst whose token is not yet lead'] as const satisfies readonly Who[];
export const team = [...analysts, 'an admin'] as const;
export const active = [...employees, ...team] as const;
/** Who sees a restricted incident as the team does. */
export const insiders = ['an assigned analyst', 'a lead', 'an admin'] as const satisfies readonly Who[];

export const nameOf = (uid: string): string => `Name of ${uid}`;
export const emailOf = (uid: string): string => `${uid}@example.test`;
export const department = 'Finance';

/** The person as operations know him, for comparing with the permissions table. */
export function actorOf(who: (typeof active)[number]): Actor {
  const { uid, token } = cast[who] as Person;
  const profile = (cast[who] as Person).profile!;
  return { uid: uid!, name: nameOf(uid!), role: profile.role, lead: profile.role === 'security_team' && profile.lead && token.lead === true };
}

/** Claims of the ID token. */
export const claimsOf = (who: Who): Record<string, unknown> => {
  const { uid, token } = cast[who] as Person;
  return { ...token, email: emailOf(uid ?? '') };
};
