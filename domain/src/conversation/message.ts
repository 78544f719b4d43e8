import type { PersonRef } from '../incidents/events.ts';

/** Characters of one message. */
export const messageLimit = 4000;
/** How long after sending the author may reword or take back a message, in ms. */
export const editWindowMs = 15 * 60_000;
/** How often one message may be reworded. */
export const editLimit = 20;
/** People named in one message. */
export const mentionLimit = 10;
/** Files that go with one message. */
export const attachmentLimit = 5;
/** "Is typing" is believed this long after it was said, in ms; who goes on typing says so again before. */
export const typingWindowMs = 8000;

/** `{place}/messages/{id}`: the same in incidents, questions, rooms and between two people. */
export interface Message {
  id: string;
  text: string;
  audience: 'everyone' | 'team';
  author: { uid: string; name: string; role: string };
  createdAt: Date;
  /** Place in the incident's chain; absent until recorded, and outside incidents. */
  seq?: number;
  /** Who is named in it; all of them may read it. */
  mentions?: string[];
  /** Id of the message that it answers. Its words are looked up there: nobody can put words into another's mouth. */
  replyTo?: string;
  /** Ids of files of the incident. */
  attachments?: string[];
  editedAt?: Date;
  /** What it said before, oldest first; `at` is when it began to say so. */
  history?: { text: string; at: Date }[];
  /** A message taken back keeps its place and loses its words. */
  deleted?: { at: Date; by: PersonRef };
}

/** `{place}/readers/{uid}`: how far somebody has read, and when they last typed. */
export interface Reader {
  /** Time of the newest message that was on their screen; the epoch before there was one. */
  readAt: Date;
  typingAt: Date | null;
}

/** Whether its author may still reword it or take it back. */
export function isFresh({ createdAt, deleted }: Pick<Message, 'createdAt' | 'deleted'>, now: Date): boolean {
  return deleted === undefined && now.getTime() - createdAt.getTime() <= editWindowMs;
}
