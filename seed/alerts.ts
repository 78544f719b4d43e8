import { publishAlert } from '../functions/src/notifications/alerts.ts';
import { callerFor } from './accounts.ts';

const hour = 3_600_000;

/** Alerts that are shown right after seeding. */
const alerts = [
  { by: 'demo-lead', hoursAgo: 30, hours: 96, severity: 'medium', title: 'Text messages about parcels', text: 'Messages about a parcel and a small customs fee are going round. Do not open the link, report the message and delete it.' },
  { by: 'demo-lead', hoursAgo: 7, hours: 48, severity: 'critical', title: 'Warehouse share is offline', text: 'Files on the warehouse share were encrypted. The share is switched off until it is restored. If you see files with a strange ending on another drive, report it at once and leave your computer on.' },
  { by: 'demo-admin', hoursAgo: 3, hours: 72, severity: 'low', title: 'Password change for the travel portal', text: 'The travel portal asks everybody for a new password this week. This mail is genuine and comes from travel@secura.com.' },
] as const;

/** Publishes the alerts through the operation that the team uses. */
export async function seedAlerts(now: Date): Promise<void> {
  for (const { by, hoursAgo, ...input } of alerts) {
    await publishAlert.invoke({ caller: callerFor(by), input, now: new Date(now.getTime() - hoursAgo * hour) });
  }
}
