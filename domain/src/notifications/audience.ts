import type { Role } from '../people/vocabulary.ts';

/** Whom an alert is for: people of any of these roles who are also of any of these departments; an empty list stands for all. */
export interface AlertAudience {
  roles: Role[];
  departments: string[];
}

/** Departments that one alert may name: with three roles the 30 combinations that one Firestore query may ask for. */
export const mostDepartments = 10;

/** What an audience is told by. A slash ends the role, which has none, so that no department can pass for another one. */
const key = (role: string, department: string): string => `${role}/${department}`;
const all = '*';

/** `alerts/{id}.reach`: the keys of everybody in an audience; the rules and the query of the web ask for these. */
export function reachOf({ roles, departments }: AlertAudience): string[] {
  const ofRole = roles.length > 0 ? roles : [all];
  const ofDepartment = departments.length > 0 ? departments : [all];
  return [...new Set(ofRole.flatMap((role) => ofDepartment.map((department) => key(role, department))))];
}

/** The keys that concern one person: his own, and those that leave open his role, his department or both. */
export function keysOf({ role, department }: { role: Role; department: string }): string[] {
  return [key(all, all), key(role, all), key(all, department), key(role, department)];
}

/** Whether somebody is in an audience. */
export function isInAudience(audience: AlertAudience, person: { role: Role; department: string }): boolean {
  const reach = reachOf(audience);
  return keysOf(person).some((one) => reach.includes(one));
}

const plurals: Record<Role, string> = { employee: 'employees', security_team: 'the security team', admin: 'administrators' };

const inWords = (items: readonly string[]): string => (items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)!}`);

/** An audience inside a sentence: `everybody`, `employees of Finance and Sales`. */
export function tellAudience({ roles, departments }: AlertAudience): string {
  const who = roles.length > 0 ? inWords(roles.map((role) => plurals[role])) : 'everybody';
  return departments.length > 0 ? `${who} of ${inWords(departments)}` : who;
}
