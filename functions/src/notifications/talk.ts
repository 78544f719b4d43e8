import type { Message, Reader } from '@secura/domain/conversation/message';
import type { Direct, Question, Room } from '@secura/domain/conversation/talk';
import { noticesOfTalk, type Said, type TalkFacts } from '@secura/domain/notifications/talk-notices';
import type { TeamMember } from '@secura/domain/notifications/notice';
import type { Roster } from '@secura/domain/people/person';
import type { DocumentReference } from 'firebase-admin/firestore';
import { db, fromStore } from '../platform/firebase.ts';
import { rosterRef } from '../platform/incident-store.ts';
import { deliver, readRecipients } from './deliver.ts';

/** How many of the messages before it say who has a question in hand. */
const lookedAt = 30;

/** Tells whom a message outside of incidents concerns. May run again, and late: what was read meanwhile is not told. */
export async function projectTalk(place: Said['place'], placeId: string, messageId: string, now: Date): Promise<void> {
  const ref = db().doc(`${place}/${placeId}`);
  const [stored, child, roster] = await db().getAll(ref, ref.collection('messages').doc(messageId), rosterRef());
  if (!child!.exists) return;
  const { author, createdAt, mentions = [], deleted } = fromStore<Message>(child!.data());
  if (deleted) return;
  const said: Said = { place, placeId, messageId, author: { uid: author.uid, name: author.name }, at: createdAt, mentions };
  const facts = await factsOf(ref, createdAt, fromStore<Partial<Question & Room & Direct>>(stored!.data() ?? {}));
  const team = Object.entries((roster!.data() as Roster | undefined)?.members ?? {}).map(([uid, { name, role, lead }]): TeamMember => ({ uid, name, role, lead }));
  const candidates = [...new Set(noticesOfTalk(said, facts, team, new Map()).map(({ uid }) => uid))];
  if (candidates.length === 0) return;
  const [recipients, readers] = await Promise.all([readRecipients(candidates), db().getAll(...candidates.map((uid) => ref.collection('readers').doc(uid)))]);
  const readAt = new Map(readers.flatMap((reader): [string, Date][] => (reader.exists ? [[reader.id, fromStore<Reader>(reader.data()).readAt]] : [])));
  // The roster follows the profiles with a delay: who may read is decided by what each profile says now.
  const live = recipients.flatMap(({ uid, person }): TeamMember[] => (person.role === 'employee' ? [] : [{ uid, name: person.name, role: person.role, lead: person.lead }]));
  await deliver(noticesOfTalk(said, facts, live, readAt), recipients, createdAt, now);
}

async function factsOf(ref: DocumentReference, before: Date, { title, name, asker, uids = [] as never }: Partial<Question & Room & Direct>): Promise<TalkFacts> {
  const latest = asker ? (await ref.collection('messages').where('createdAt', '<', before).orderBy('createdAt', 'desc').select('author').limit(lookedAt).get()).docs : [];
  return { title: title ?? name ?? (ref.path === 'rooms/general' ? 'General' : null), asker: asker ?? null, uids, writers: latest.map((doc) => doc.get('author.uid') as string) };
}
