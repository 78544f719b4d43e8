import type { PersonRef } from '../incidents/events.ts';
import type { Notice, TeamMember } from './notice.ts';

/** What somebody wrote outside of incidents. */
export interface Said {
  place: 'questions' | 'rooms' | 'direct';
  placeId: string;
  messageId: string;
  author: PersonRef;
  at: Date;
  mentions: readonly string[];
}

/** What of a place notices are made of. */
export interface TalkFacts {
  /** Of a question or a room; null between two people. */
  title: string | null;
  /** Of a question. */
  asker: PersonRef | null;
  /** Of two people. */
  uids: readonly string[];
  /** Who wrote in a question before. */
  writers: readonly string[];
}

/**
 * Whom it concerns that somebody wrote in a room, a question or to another person. Of what is said one is told once until one
 * looks: the key follows from how far one had read, so that a conversation makes one notice and not twenty, and a message
 * that is on the screen already makes none. Being named is told each time.
 * @param team the active security team and administrators
 * @param readAt how far each had read, where that is known
 */
export function noticesOfTalk(said: Said, facts: TalkFacts, team: readonly TeamMember[], readAt: ReadonlyMap<string, Date>): Notice[] {
  const { place, placeId, messageId, author, at, mentions } = said;
  const { title, asker, uids, writers } = facts;
  const found: Notice[] = [];
  const tell = (kind: 'mentioned' | 'message', whom: readonly string[], sentence: (title: string) => string): void => {
    for (const uid of new Set(whom)) {
      const read = readAt.get(uid)?.getTime() ?? 0;
      const mayRead = team.some((member) => member.uid === uid) || uid === asker?.uid;
      if (uid === author.uid || !mayRead || read >= at.getTime()) continue;
      const dedupeKey = kind === 'mentioned' ? `talk_${placeId}_${messageId}` : `talk_${placeId}_${read}`;
      // A mail leaves the house: it names no title.
      found.push({ uid, kind, text: sentence(title === null ? '' : ` “${title}”`), mail: sentence(''), link: `/talk/${place}/${placeId}`, dedupeKey, severity: null });
    }
  };
  const what = { questions: 'the question', rooms: 'the room', direct: '' }[place];
  tell('mentioned', mentions, (name) => `${author.name} mentioned you in ${what}${name}`);
  if (place === 'direct') tell('message', uids, () => `${author.name} wrote to you`);
  if (asker && author.uid !== asker.uid) tell('message', [asker.uid], (name) => `${author.name} answered your question${name}`);
  if (asker?.uid === author.uid) {
    // A question that nobody has taken up must not lie unseen: the leads hear it, and where there is none the administrators.
    const members = [team.filter(({ uid }) => writers.includes(uid)), team.filter(({ lead, role }) => lead && role === 'security_team'), team.filter(({ role }) => role === 'admin')];
    const own = members.map((some) => some.filter(({ uid }) => uid !== author.uid)).find((some) => some.length > 0) ?? [];
    tell('message', own.map(({ uid }) => uid), (name) => `${author.name} asks the team:${name || ' a question'}`);
  }
  return found;
}
