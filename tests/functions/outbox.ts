import type { OutboxNotice } from '@secura/domain/notifications/mail';
import { createId } from '@secura/domain/platform/ids';
import { store, type TestPerson } from './support.ts';

/** A time of their own, so that neither the suite's trigger nor its sweep takes what a test puts into the outbox. */
export const someTime = (minutes: number): Date => new Date(Date.UTC(2090, 0, 1) + minutes * 60_000);

/** Puts something for a person into the outbox, due at the beginning of {@link someTime}. @returns its id */
export async function putOutgoing(channel: OutboxNotice['channel'], { uid, email, name }: TestPerson, change: Partial<OutboxNotice> = {}): Promise<string> {
  const id = channel === 'push' ? `${createId()}_push` : createId();
  const notice: OutboxNotice = {
    channel, to: { uid, email, name }, kind: 'assigned', text: 'INC-1 is yours', link: '/incidents/one', severity: null, at: new Date(), digest: false, state: 'waiting', attempts: 0,
    nextAttemptAt: someTime(0), lastError: null, provider: null, begunAt: null, doneAt: null, batch: null, left: null, createdAt: new Date(), expireAt: someTime(9999), ...change,
  };
  await store.doc(`outbox/${id}`).set(notice);
  return id;
}

export const readOutgoing = async (id: string): Promise<OutboxNotice> => (await store.doc(`outbox/${id}`).get()).data() as OutboxNotice;
