import type { Role, WorkStateKind } from '@secura/domain/people/vocabulary';

/** Somebody who exists in the emulators only; passwords of a demo are no secret. */
export interface DemoPerson {
  uid: string;
  name: string;
  email: string;
  password: string;
  role: Role;
  lead: boolean;
  department: string;
  phone: string | null;
}

/** How the security team is found after seeding; `investigating` names the story that is worked on. */
export const demoWorkStates: Record<string, { kind: WorkStateKind; story?: string }> = {
  'demo-lead': { kind: 'in_meeting' },
  'demo-analyst1': { kind: 'investigating', story: 'invoice-macro' },
  'demo-analyst2': { kind: 'available' },
  'demo-response': { kind: 'available' },
};

const employee = (number: number, digits: number, name: string, department: string, phone: string | null): DemoPerson => ({
  uid: `demo-employee${number}`,
  name,
  email: `employee${number}@secura.com`,
  password: `SecuraEmployee${digits}!`,
  role: 'employee',
  lead: false,
  department,
  phone,
});

const team = (uid: string, mailbox: string, password: string, name: string, lead = false): DemoPerson => ({
  uid,
  name,
  email: `${mailbox}@secura.com`,
  password,
  role: 'security_team',
  lead,
  department: 'Security',
  phone: null,
});

/** The demo organisation: one administrator, a lead, three analysts, eight employees. */
export const demoPeople: readonly DemoPerson[] = [
  { uid: 'demo-admin', name: 'Margit Holm', email: 'admin@secura.com', password: 'SecuraAdmin123!', role: 'admin', lead: false, department: 'Security', phone: '+45 70 10 20 30' },
  team('demo-lead', 'security.lead', 'SecuraSecLead123!', 'Daniel Okafor', true),
  team('demo-analyst1', 'analyst1', 'SecuraAnalyst123!', 'Ines Carvalho'),
  team('demo-analyst2', 'analyst2', 'SecuraAnalyst234!', 'Tomasz Wilk'),
  team('demo-response', 'incident.response', 'SecuraIncident123!', 'Leila Haddad'),
  employee(1, 123, 'Jonas Berg', 'Finance', '+45 70 10 20 41'),
  employee(2, 234, 'Priya Nair', 'Human resources', null),
  employee(3, 345, 'Marco Bellini', 'Sales', '+39 02 5550 143'),
  employee(4, 456, 'Aoife Byrne', 'Customer support', '+353 1 555 0144'),
  employee(5, 567, 'Stefan Kruse', 'Operations', null),
  employee(6, 678, 'Hana Sato', 'Research and development', null),
  employee(7, 789, 'Claire Dubois', 'Legal', '+33 1 55 50 01 47'),
  employee(8, 890, 'Samuel Mensah', 'Marketing', null),
];

/** Looks a demo person up. @throws Error for a uid that no demo person has */
export function demoPerson(uid: string): DemoPerson {
  const person = demoPeople.find((candidate) => candidate.uid === uid);
  if (!person) throw new Error(`There is no demo person ${uid}.`);
  return person;
}
