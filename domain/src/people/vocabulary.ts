export const roles = ['employee', 'security_team', 'admin'] as const;
export type Role = (typeof roles)[number];

export const roleLabels: Record<Role, string> = { employee: 'Employee', security_team: 'Security team', admin: 'Administrator' };

/** Offered first when somebody names a department; another name may be typed. */
export const departments = [
  'Customer support',
  'Finance',
  'Human resources',
  'IT',
  'Legal',
  'Marketing',
  'Operations',
  'Research and development',
  'Sales',
  'Security',
] as const;

export const workStates = ['available', 'investigating', 'in_meeting', 'off_duty'] as const;
export type WorkStateKind = (typeof workStates)[number];

export const workStateLabels: Record<WorkStateKind, string> = {
  available: 'Available',
  investigating: 'Investigating',
  in_meeting: 'In a meeting',
  off_duty: 'Off duty',
};

/** A person counts as online this long after the last sign of life, in ms; signs come every 60 s. */
export const onlineWindow = 150_000;
