import { startClocks } from '@secura/domain/incidents/clocks';
import type { Incident } from '@secura/domain/incidents/incident';
import type { Severity } from '@secura/domain/incidents/vocabulary';
import { readClockSettings, type ClockSettings } from '@secura/domain/settings/clocks';
import type { DocumentReference, DocumentSnapshot } from 'firebase-admin/firestore';
import { db } from './firebase.ts';

/** How long the team gives itself; absent until an administrator says so. */
export const clockSettingsRef = (): DocumentReference => db().doc('settings/clocks');

export const clockSettingsOf = (stored: DocumentSnapshot): ClockSettings => readClockSettings(stored.data() as ClockSettings | undefined);

/** What follows a new severity: other targets, and reminders of whatever is over by them, told before or not. */
export function clocksFor(incident: Incident, severity: Severity, settings: ClockSettings): Pick<Incident, 'clocks' | 'reminders'> {
  return {
    clocks: startClocks(incident.createdAt, severity, settings, incident.clocks),
    reminders: { upTo: incident.createdAt, nextAt: null },
  };
}
