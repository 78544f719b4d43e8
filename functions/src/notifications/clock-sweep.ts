import { dueReminders } from '@secura/domain/notifications/reminders';
import { untilAppended } from '../platform/append.ts';
import { db } from '../platform/firebase.ts';
import { applyChange, incidentRef, readIncident, systemActor } from '../platform/incident-store.ts';
import { clocksSwept } from '../platform/logs.ts';

const page = 100;

/**
 * Writes into each incident whose reminder is due that its clock is about to run out, or has. Reads those alone, however many
 * are open. Once each: the reminder's event and the time of the next one are one commit. @returns documents read
 */
export async function sweepClocks(now: Date): Promise<number> {
  const started = performance.now();
  const due = await db().collection('incidents').where('reminders.nextAt', '<=', now).orderBy('reminders.nextAt').select().limit(page).get();
  let reminded = 0;
  for (const doc of due.docs) reminded += await remind(doc.id, now);
  if (due.size > 0) clocksSwept({ read: due.size * 2, reminded, ms: Math.round(performance.now() - started) });
  return due.size * 2;
}

async function remind(id: string, now: Date): Promise<number> {
  return untilAppended(async () => {
    const incident = readIncident(await incidentRef(id).get());
    if (!incident?.clocks || !incident.reminders?.nextAt || incident.reminders.nextAt > now) return 0;
    const reminders = dueReminders(incident.clocks, incident.reminders.upTo, now);
    const batch = db().batch();
    applyChange(
      batch,
      incident,
      {
        patch: { reminders: { upTo: now, nextAt: null } },
        events: reminders.map(({ clock, stage, dueAt }) => ({ type: 'clock.reminded', data: { clock, stage, dueAt: dueAt.toISOString() } })),
        what: 'Reminded of a clock',
      },
      { actor: systemActor, now, requestId: null },
    );
    await batch.commit();
    return reminders.length;
  });
}
