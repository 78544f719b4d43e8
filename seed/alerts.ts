import { publishAlert } from '../functions/src/notifications/alerts.ts';
import { acknowledgementRef } from '../functions/src/platform/alert-store.ts';
import { setThreatLevel } from '../functions/src/posture/threat-level.ts';
import { callerFor } from './accounts.ts';
import { demoPeople } from './people.ts';

const hour = 3_600_000;

/** Alerts that are shown right after seeding. */
const alerts = [
  { by: 'demo-lead', hoursAgo: 30, hours: 96, severity: 'medium', audience: { roles: ['employee'] }, title: 'Text messages about parcels', text: 'Messages about a parcel and a small customs fee are going round. Do not open the link, report the message and delete it.' },
  { by: 'demo-lead', hoursAgo: 7, hours: 48, severity: 'critical', audience: {}, title: 'Warehouse share is offline', text: 'Files on the warehouse share were encrypted. The share is switched off until it is restored. If you see files with a strange ending on another drive, report it at once and leave your computer on.' },
  { by: 'demo-admin', hoursAgo: 3, hours: 72, severity: 'low', audience: {}, title: 'Password change for the travel portal', text: 'The travel portal asks everybody for a new password this week. This mail is genuine and comes from travel@secura.com.' },
] as const;

/** Who has not got round to reading the critical one yet. */
const unread = ['demo-employee3', 'demo-employee6', 'demo-employee8'];

const threatLevels = [
  { by: 'demo-lead', hoursAgo: 400, level: 'elevated', reason: 'Several departments get invoices with macros.' },
  { by: 'demo-lead', hoursAgo: 250, level: 'normal', reason: 'The mail filter stops them now; none came through for a week.' },
  { by: 'demo-lead', hoursAgo: 7, level: 'elevated', reason: 'The warehouse share was encrypted. How they came in is not known yet.' },
] as const;

/** Publishes the alerts and sets the threat level through the operations that the team uses. */
export async function seedAlerts(now: Date): Promise<void> {
  const at = (hoursAgo: number): Date => new Date(now.getTime() - hoursAgo * hour);
  for (const { by, hoursAgo, ...input } of threatLevels) await setThreatLevel.invoke({ caller: callerFor(by), input, now: at(hoursAgo) });
  for (const { by, hoursAgo, ...content } of alerts) {
    const roles = 'roles' in content.audience ? [...content.audience.roles] : [];
    const { id } = await publishAlert.invoke({ caller: callerFor(by), input: { ...content, audience: { roles } }, now: at(hoursAgo) });
    if (content.severity !== 'critical') continue;
    const readers = demoPeople.filter(({ uid }) => uid !== by && !unread.includes(uid));
    await Promise.all(readers.map(({ uid, name }, index) => acknowledgementRef(id, uid).set({ name, at: at(hoursAgo - 0.2 * (index + 1)) })));
  }
}
