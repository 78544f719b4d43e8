import type { Device } from '@secura/domain/notifications/device';
import { deviceSlots } from '@secura/domain/notifications/device';
import type { OutboxNotice } from '@secura/domain/notifications/mail';
import { isUrgent } from '@secura/domain/notifications/preferences';
import type { CollectionReference, QueryDocumentSnapshot } from 'firebase-admin/firestore';
import { userRef } from '../platform/actor.ts';
import { deviceGone } from '../platform/logs.ts';
import { Refused } from './mail-port.ts';
import type { PushSender } from './push-port.ts';

const devicesOf = (uid: string): CollectionReference => userRef(uid).collection('devices');

/** Some devices could not be told for now; the others are not to be told again. */
export class PartlyPushed extends Error {
  override readonly name = 'PartlyPushed';
  readonly left: string[];
  constructor(message: string, left: string[]) {
    super(message);
    this.left = left;
  }
}

/**
 * Tells each device of a person, and forgets those that are no more.
 * @returns how many were told
 * @throws PartlyPushed with the devices to try again; Refused when there are only such as never take it
 */
export async function pushToDevices(key: string, notice: OutboxNotice, sender: PushSender): Promise<number> {
  const { docs } = await devicesOf(notice.to.uid).limit(deviceSlots.length).get();
  const wanted = docs.filter(({ id }) => notice.left === null || notice.left.includes(id));
  const outcomes = await Promise.all(wanted.map((doc) => pushTo(doc, key, notice, sender)));
  const failed = outcomes.flatMap((outcome, index) => (outcome instanceof Error ? [{ error: outcome, id: wanted[index]!.id }] : []));
  const passing = failed.filter(({ error }) => !(error instanceof Refused));
  if (passing.length > 0) throw new PartlyPushed(passing[0]!.error.message, passing.map(({ id }) => id));
  const told = outcomes.filter((outcome) => outcome === 'told').length;
  if (failed.length > 0 && told === 0) throw failed[0]!.error;
  return told;
}

async function pushTo(doc: QueryDocumentSnapshot, key: string, notice: OutboxNotice, sender: PushSender): Promise<'told' | 'gone' | Error> {
  try {
    const { token } = doc.data() as Device;
    const outcome = await sender.send({ key, text: notice.text, link: notice.link, urgent: isUrgent(notice) }, token);
    if (outcome === 'gone') {
      // Unless the browser has put a new token there meanwhile.
      await doc.ref.delete({ lastUpdateTime: doc.updateTime }).catch(() => undefined);
      deviceGone({ uid: notice.to.uid });
    }
    return outcome;
  } catch (error) {
    return error as Error;
  }
}
