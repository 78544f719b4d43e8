import type { Alert } from '@secura/domain/notifications/alert';
import type { IncidentEvent } from '@secura/domain/incidents/events';
import { concernsSomebody, isAwaited, noticeOfAlert, noticeOfEntry, noticesOf } from '@secura/domain/notifications/notices';
import type { TeamMember } from '@secura/domain/notifications/notice';
import type { Roster } from '@secura/domain/people/person';
import { db } from '../platform/firebase.ts';
import { incidentRef, readIncident, rosterRef } from '../platform/incident-store.ts';
import { peopleIn } from './audience.ts';
import { deliver, readRecipients } from './deliver.ts';

/** Tells everybody whom an event concerns. May run again, late, or after later events. */
export async function projectNotices(event: IncidentEvent, now: Date): Promise<void> {
  if (!concernsSomebody(event)) return;
  const ref = incidentRef(event.incidentId);
  const message = event.type === 'message.posted' ? [ref.collection('messages').doc(event.data.messageId)] : [];
  const [stored, roster, said] = await db().getAll(ref, rosterRef(), ...message);
  const incident = readIncident(stored!);
  if (!incident) return;
  const mentioned = mentionsIn(said?.get('mentions'));
  const members = Object.entries((roster!.data() as Roster | undefined)?.members ?? {});
  const team = members.map(([uid, { name, role, lead }]): TeamMember => ({ uid, name, role, lead }));
  const candidates = new Set(noticesOf(event, incident, team, mentioned).map(({ uid }) => uid));
  const recipients = await readRecipients([...candidates]);
  // The roster follows the profiles with a delay: who may know is decided by what each profile says now.
  const live = recipients.flatMap(({ uid, person }): TeamMember[] => (person.role === 'employee' ? [] : [{ uid, name: person.name, role: person.role, lead: person.lead }]));
  await deliver(noticesOf(event, incident, live, mentioned), recipients, new Date(event.at), now);
}

const mostMentions = 20;

function mentionsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((uid) => typeof uid === 'string').slice(0, mostMentions) : [];
}

const page = 100;

/** Tells the audience of an alert, page by page. */
export async function projectAlert(alert: Alert, now: Date): Promise<void> {
  const people = peopleIn(alert.audience).select().limit(page);
  for (let last = ''; ; ) {
    const { docs } = await (last ? people.startAfter(last) : people).get();
    const recipients = await readRecipients(docs.map(({ id }) => id));
    const notices = recipients.flatMap(({ uid, person }) => noticeOfAlert(alert, { ...person, uid }) ?? []);
    await deliver(notices, recipients, alert.createdAt, now);
    if (docs.length < page) return;
    last = docs.at(-1)!.id;
  }
}

/** Tells whoever waits for what an entry of the audit chain says. May run again, late, or after later entries. */
export async function projectEntry(entry: { action: string }, now: Date): Promise<void> {
  if (!isAwaited(entry)) return;
  const notice = noticeOfEntry(entry);
  if (notice) await deliver([notice], await readRecipients([notice.uid]), new Date(entry.at), now);
}
