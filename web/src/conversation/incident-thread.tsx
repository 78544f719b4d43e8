import { mayBeNamed } from '@secura/domain/conversation/mentions';
import type { DraftedReply } from '@secura/domain/conversation/operations';
import type { Incident } from '@secura/domain/incidents/incident';
import { can, type Actor } from '@secura/domain/people/permissions';
import type { Roster } from '@secura/domain/people/person';
import { useMemo } from 'react';
import { useLiveDoc } from '../firebase/live.ts';
import { absences, providerName } from '../ui/provider-name.ts';
import { callOperation } from '../firebase/operations.ts';
import type { Drafted, Place } from './place.ts';
import { Thread } from './thread.tsx';

export interface IncidentThreadProps {
  incident: Pick<Incident, 'id' | 'reporter' | 'memberUids' | 'visibility' | 'assignees'>;
  actor: Actor;
  /** Whether the reader belongs to the team on this incident, and so sees and writes notes to the team. */
  team: boolean;
  attach?: Place['attach'];
}

/** The talk between the reporter and the team, with the notes that only the team reads. */
export function IncidentThread({ incident, actor, team, attach }: IncidentThreadProps) {
  const { data: roster } = useLiveDoc<Roster>('team/roster');
  const place = useMemo((): Place => {
    const { id, reporter, assignees } = incident;
    const members = Object.entries(roster?.members ?? {}).map(([uid, { name }]) => ({ uid, name }));
    const uids = members.map(({ uid }) => uid);
    const known = new Map([reporter, ...assignees, ...members].map(({ uid, name }) => [uid, { uid, name }]));
    const people = [...known.values()].sort((a, b) => a.name.localeCompare(b.name));
    return {
      path: `incidents/${id}`,
      notes: team,
      bound: !team,
      outsider: uids.includes(reporter.uid) ? null : reporter,
      people,
      nameable: (audience) => people.filter(({ uid }) => mayBeNamed(uid, audience, incident, uids)),
      placeholder: { everyone: team ? 'A message to the reporter and the team' : 'Write to the security team', team: 'A note that only the team sees' },
      empty: team ? 'No messages yet. Ask the reporter, or leave a note for the team.' : 'No messages yet. Ask the team anything about this.',
      reword: async (message, text) => void (await callOperation('conversation.editMessage', { id, messageId: message.id, text })),
      remove: async (message) => void (await callOperation('conversation.removeMessage', { id, messageId: message.id })),
      mayRemoveOthers: can(actor, 'message:removeOthers'),
      ...(team && reporter.uid !== actor.uid && {
        draftReply: async () => told(await callOperation<object, DraftedReply>('conversation.draftReply', { id })),
        discardDraft: async (draftId) => void (await callOperation('conversation.discardDraft', { id, draftId })),
      }),
      ...(attach && { attach }),
    };
  }, [incident, roster, actor, team, attach]);
  return <Thread key={incident.id} place={place} actor={actor} />;
}

function told({ draftId, text, provider, absent }: DraftedReply): Drafted {
  const missing = absent ? `${providerName(absent.provider)} ${absences[absent.reason]}. ` : '';
  return { id: draftId, text, by: `${missing}Draft by ${provider === 'local' ? 'Secura' : providerName(provider)}, check before sending.` };
}
