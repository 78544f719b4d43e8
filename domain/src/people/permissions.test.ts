import { describe, expect, it } from 'vitest';
import { can, permissions, type Action, type Actor, type Subject } from './permissions.ts';
import { roles } from './vocabulary.ts';
import { statuses, visibilities } from '../incidents/vocabulary.ts';

const actions = Object.keys(permissions) as Action[];
const actor = (role: Actor['role'], lead = false, uid = 'me'): Actor => ({ uid, name: 'Me', role, lead });
const actors = [...roles.map((role) => actor(role)), actor('security_team', true), actor('employee', true)];

/** Every kind of incident that a decision can be about. */
const subjects: Subject[] = visibilities.flatMap((visibility) =>
  statuses.flatMap((status) =>
    [['me'], ['other']].flatMap(([reporter]) =>
      [[], ['me'], ['other']].map((members) => ({ reporter: { uid: reporter! }, memberUids: members, visibility, status })),
    ),
  ),
);

const ofTeam: Subject = { reporter: { uid: 'other' }, memberUids: ['other'], visibility: 'team', status: 'open' };
const restricted: Subject = { ...ofTeam, visibility: 'restricted' };
const mine: Subject = { ...ofTeam, reporter: { uid: 'me' }, memberUids: ['me'] };

/** The table in words; each list is all that the role may do, so that a new action must be put here too. */
describe('an employee', () => {
  const employee = actor('employee');
  it('may report, and about his own incident read, talk, add files, and correct it while it is open', () => {
    expect(actions.filter((action) => can(employee, action, mine))).toEqual(['incident:report', 'incident:read', 'incident:update', 'message:post', 'question:ask', 'evidence:add', 'evidence:open']);
  });
  it('may no longer correct it when the team has begun', () => {
    for (const status of statuses.slice(1)) expect(can(employee, 'incident:update', { ...mine, status })).toBe(false);
  });
  it('may do nothing with an incident of somebody else, but report another and ask', () => {
    for (const subject of subjects.filter(({ reporter }) => reporter.uid !== 'me')) {
      expect(actions.filter((action) => can(employee, action, subject))).toEqual(['incident:report', 'question:ask']);
    }
  });
  it('gains nothing by a claim "lead"', () => {
    for (const action of actions) for (const subject of [undefined, ...subjects]) expect(can(actor('employee', true), action, subject)).toBe(can(employee, action, subject));
  });
});

describe('an analyst', () => {
  const analyst = actor('security_team');
  const never = ['incident:override', 'incident:readRestricted', 'incident:restrict', 'message:removeOthers', 'evidence:openInfected', 'alert:publish', 'threatLevel:set', 'emergency:declare', 'mail:retry', 'ai:readLedger', 'settings:write'];
  it('may do all with what the team sees, but override, look behind restrictions, restrict, remove what others wrote, have malware, alert, set the threat level, declare emergencies, try mail again, list the whole ledger and configure', () => {
    expect(actions.filter((action) => !can(analyst, action, ofTeam))).toEqual(never);
  });
  it('may do with a restricted incident only what has nothing to do with it', () => {
    expect(actions.filter((action) => can(analyst, action, restricted))).toEqual(['incident:report', 'incident:list', 'campaign:read', 'campaign:decide', 'question:ask', 'question:answer', 'room:use', 'workState:set', 'people:readDirectory', 'observable:hunt', 'rollups:read']);
  });
  it('may work on a restricted incident as its member', () => {
    for (const action of actions) expect(can(analyst, action, { ...restricted, memberUids: ['other', 'me'] })).toBe(!never.includes(action));
  });
  it('keeps what every reporter may do with a restricted incident that he reported', () => {
    const own = { ...restricted, reporter: { uid: 'me' }, memberUids: [] };
    for (const action of ['incident:read', 'incident:update', 'message:post', 'evidence:add'] as const) expect(can(analyst, action, own)).toBe(true);
    for (const action of ['incident:readCase', 'message:postToTeam', 'incident:transition', 'incident:classify'] as const) expect(can(analyst, action, own)).toBe(false);
    expect(can(analyst, 'incident:update', { ...own, status: 'investigating' })).toBe(false);
  });
});

describe('a lead', () => {
  it('may do what an analyst may, sees what is restricted, and publishes alerts', () => {
    const lead = actor('security_team', true);
    for (const subject of subjects) expect(actions.filter((action) => !can(lead, action, subject))).toEqual(['incident:override', 'mail:retry', 'ai:readLedger', 'settings:write']);
  });
});

describe('an administrator', () => {
  it('may do everything', () => {
    for (const action of actions) for (const subject of [undefined, ...subjects]) expect(can(actor('admin'), action, subject)).toBe(true);
  });
});

describe('the table', () => {
  it('has a row for every action and a cell for every role', () => {
    for (const action of actions) expect(Object.keys(permissions[action]).sort()).toEqual([...roles].sort());
  });
  it('gives nobody less for being more: an admin may do whatever an analyst may, a lead whatever another analyst may', () => {
    for (const action of actions) {
      for (const subject of [undefined, ...subjects]) {
        if (can(actor('security_team'), action, subject)) {
          expect(can(actor('admin'), action, subject)).toBe(true);
          expect(can(actor('security_team', true), action, subject)).toBe(true);
        }
      }
    }
  });
  it('says no without a subject only where no subject makes it a yes', () => {
    for (const someone of actors) {
      for (const action of actions) {
        // Asked without a subject, "yes" means "perhaps": a menu may be shown. "No" must mean never, but for one's own reports.
        const perhaps = can(someone, action);
        const ever = subjects.filter(({ reporter }) => reporter.uid !== 'me').some((subject) => can(someone, action, subject));
        if (!perhaps) expect(ever, `${someone.role} ${action}`).toBe(false);
      }
    }
  });
});
