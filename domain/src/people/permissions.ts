import type { Status, Visibility } from '../incidents/vocabulary.ts';
import type { Role } from './vocabulary.ts';

/** The person who asks, as the ID token and the live profile agree. */
export interface Actor {
  uid: string;
  name: string;
  role: Role;
  lead: boolean;
}

/** What a decision about an incident depends on. */
export interface Subject {
  reporter: { uid: string };
  memberUids: readonly string[];
  visibility: Visibility;
  status: Status;
}

/**
 * `always`; `own`: the reporter of it; `own-open`: the reporter while it is open;
 * `visible`: it is open to the team, or one is a member of it; `lead`: holds the claim `lead`.
 */
export const conditions = ['always', 'own', 'own-open', 'visible', 'lead'] as const;
export type Condition = (typeof conditions)[number];

/** The one table of who may do what. Operations, buttons, the rules' test matrix and docs/permissions.md read it. */
export const permissions = {
  'incident:report': { employee: 'always', security_team: 'always', admin: 'always' },
  'incident:read': { employee: 'own', security_team: 'visible', admin: 'always' },
  'incident:list': { employee: null, security_team: 'always', admin: 'always' },
  'incident:readCase': { employee: null, security_team: 'visible', admin: 'always' },
  'incident:update': { employee: 'own-open', security_team: 'visible', admin: 'always' },
  'incident:assign': { employee: null, security_team: 'visible', admin: 'always' },
  'incident:classify': { employee: null, security_team: 'visible', admin: 'always' },
  'incident:transition': { employee: null, security_team: 'visible', admin: 'always' },
  'incident:reopen': { employee: null, security_team: 'visible', admin: 'always' },
  'incident:pauseClock': { employee: null, security_team: 'visible', admin: 'always' },
  'incident:triage': { employee: null, security_team: 'visible', admin: 'always' },
  'task:write': { employee: null, security_team: 'visible', admin: 'always' },
  'incident:verify': { employee: null, security_team: 'visible', admin: 'always' },
  'incident:override': { employee: null, security_team: null, admin: 'always' },
  'incident:readRestricted': { employee: null, security_team: 'lead', admin: 'always' },
  'incident:restrict': { employee: null, security_team: 'lead', admin: 'always' },
  'incident:link': { employee: null, security_team: 'visible', admin: 'always' },
  'campaign:read': { employee: null, security_team: 'always', admin: 'always' },
  'campaign:decide': { employee: null, security_team: 'always', admin: 'always' },
  'message:post': { employee: 'own', security_team: 'visible', admin: 'always' },
  'message:postToTeam': { employee: null, security_team: 'visible', admin: 'always' },
  'message:removeOthers': { employee: null, security_team: 'lead', admin: 'always' },
  'question:ask': { employee: 'always', security_team: 'always', admin: 'always' },
  'question:answer': { employee: null, security_team: 'always', admin: 'always' },
  'room:use': { employee: null, security_team: 'always', admin: 'always' },
  'evidence:add': { employee: 'own', security_team: 'visible', admin: 'always' },
  'evidence:open': { employee: 'own', security_team: 'visible', admin: 'always' },
  'evidence:openFlagged': { employee: null, security_team: 'visible', admin: 'always' },
  'evidence:openInfected': { employee: null, security_team: 'lead', admin: 'always' },
  'evidence:check': { employee: null, security_team: 'visible', admin: 'always' },
  'workState:set': { employee: null, security_team: 'always', admin: 'always' },
  'people:readDirectory': { employee: null, security_team: 'always', admin: 'always' },
  'observable:hunt': { employee: null, security_team: 'always', admin: 'always' },
  'alert:publish': { employee: null, security_team: 'lead', admin: 'always' },
  'threatLevel:set': { employee: null, security_team: 'lead', admin: 'always' },
  'emergency:declare': { employee: null, security_team: 'lead', admin: 'always' },
  'mail:retry': { employee: null, security_team: null, admin: 'always' },
  'ai:readLedger': { employee: null, security_team: null, admin: 'always' },
  'settings:write': { employee: null, security_team: null, admin: 'always' },
  'rollups:read': { employee: null, security_team: 'always', admin: 'always' },
} as const satisfies Record<string, Record<Role, Condition | null>>;

export type Action = keyof typeof permissions;

/** Whether this incident is one that the person may look at as a member of the security team. */
function visible(actor: Actor, subject: Subject): boolean {
  return subject.visibility === 'team' || actor.lead || subject.memberUids.includes(actor.uid);
}

/**
 * Decides one action. Without a subject the answer is whether it can ever be allowed to this person:
 * for showing a menu, not for letting a write through.
 */
export function can(actor: Actor, action: Action, subject?: Subject): boolean {
  const condition: Condition | null = permissions[action][actor.role];
  if (condition === null) return actor.role !== 'employee' && subject !== undefined && ownerActs(actor, action, subject);
  if (condition === 'always') return true;
  if (condition === 'lead') return actor.lead;
  if (!subject) return true;
  const owns = subject.reporter.uid === actor.uid;
  if (condition === 'own') return owns;
  if (condition === 'own-open') return owns && subject.status === 'open';
  return visible(actor, subject) || ownerActs(actor, action, subject);
}

// Somebody of the team who reported an incident keeps what every reporter may do with it.
function ownerActs(actor: Actor, action: Action, subject: Subject): boolean {
  if (subject.reporter.uid !== actor.uid) return false;
  const asEmployee: Condition | null = permissions[action].employee;
  return asEmployee === 'own' || (asEmployee === 'own-open' && subject.status === 'open');
}
