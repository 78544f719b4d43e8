import type { ObservableKind } from './observable.ts';

/** Something that a reader found in the text without defanging. */
export interface Candidate {
  kind: ObservableKind;
  value: string;
  start: number;
  end: number;
}

/** Takes a part of the text for something found; false when another thing found before holds some of it. */
export type Take = (start: number, end: number) => boolean;

/** The text that readers read, and what was found in it so far. */
export interface Place {
  text: string;
  take: Take;
  /** Whether a character belongs to something found: asked before work that only `take` would throw away. */
  isTaken(at: number): boolean;
  /** How a part of the text was written, before defanging was undone. */
  original(start: number, end: number): string;
}

/** Finds what is of one kind. Takes linear time, whatever the text holds. */
export type Reader = (place: Place) => Iterable<Candidate>;
