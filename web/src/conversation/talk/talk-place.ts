import type { PersonRef } from '@secura/domain/incidents/events';
import { serverTime, updateOwn } from '../../firebase/write.ts';
import type { Place } from '../place.ts';

/**
 * A place outside incidents. There is no chain to append to, so what one changes of one's own message is a write that the
 * rules check: they see to it that what it said before is kept.
 */
export function talkPlace({ path, me, people, nameable, placeholder, empty, closed }: {
  path: string;
  me: PersonRef;
  people: readonly PersonRef[];
  nameable: readonly PersonRef[];
  placeholder: string;
  empty: string;
  closed?: string | undefined;
}): Place {
  return {
    path,
    notes: false,
    bound: false,
    outsider: null,
    people,
    nameable: () => nameable,
    placeholder: { everyone: placeholder, team: placeholder },
    empty,
    ...(closed && { closed }),
    async reword(message, text) {
      const { acked } = await updateOwn(`${path}/messages/${message.id}`, {
        text,
        editedAt: serverTime(),
        history: [...(message.history ?? []), { text: message.text, at: message.editedAt ?? message.createdAt }],
      });
      await acked.catch(refused);
    },
    async remove(message) {
      const { acked } = await updateOwn(`${path}/messages/${message.id}`, { text: '', history: [], mentions: [], deleted: { at: serverTime(), by: me } });
      await acked.catch(refused);
    },
    mayRemoveOthers: false,
  };
}

function refused(): never {
  throw new Error('A message can be reworded or taken back for 15 minutes after it was sent. Write another one that corrects it.');
}
