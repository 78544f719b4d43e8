import type { Message } from '@secura/domain/conversation/message';
import type { PersonRef } from '@secura/domain/incidents/events';
import type { Live } from '../firebase/query-spec.ts';

export type Audience = Message['audience'];

/** A file on its way with a message. */
export interface Attached {
  id: string;
  name: string;
}

/** A suggestion for a message. */
export interface Drafted {
  /** Of its entry in the ledger. */
  id: string;
  text: string;
  /** A sentence about where it comes from. */
  by: string;
}

/** Where people talk: an incident, a question, a room, two people. What differs between them is here, so that a thread is one. */
export interface Place {
  /** Path of the document whose `messages` and `readers` are read and written. */
  path: string;
  /** Whether notes that only the team reads are read and written here. */
  notes: boolean;
  /** Bounds the query to what everyone reads: what the rules ask of a reporter. */
  bound: boolean;
  /** The one who does not see notes. */
  outsider: PersonRef | null;
  /** Who can be named in a message to this audience. */
  nameable(audience: Audience): readonly PersonRef[];
  /** Everybody whose name may be needed to read what is here. */
  people: readonly PersonRef[];
  placeholder: Record<Audience, string>;
  empty: string;
  /** Why nobody can write here any more. */
  closed?: string;
  reword(message: Live<Message>, text: string): Promise<void>;
  remove(message: Live<Message>): Promise<void>;
  mayRemoveOthers: boolean;
  /** Takes files along with a message; absent where there are no files. */
  attach?: (files: File[]) => Promise<{ files: Attached[]; refusals: string[] }>;
  /** A suggestion for what to write, and who made it; a person reads it and sends it. */
  draftReply?: () => Promise<Drafted>;
  /** Lets the ledger know that a suggestion was not wanted. */
  discardDraft?: (id: string) => Promise<void>;
}
