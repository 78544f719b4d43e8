import type { DiscoveryMethod } from '@secura/domain/incidents/vocabulary';
import { discoveryMethods } from '@secura/domain/incidents/vocabulary';
import { createId } from '@secura/domain/platform/ids';

/** A report while somebody writes it. */
export interface Draft {
  /** The incident's id from the first letter on, so that sending it twice is sending it once. */
  id: string;
  title: string;
  description: string;
  /** As `<input type="datetime-local">` has it: `2026-03-09T14:05`, in this device's time zone. */
  when: string;
  whenUnknown: boolean;
  location: string;
  noticedHow: DiscoveryMethod | null;
  affected: string;
  savedAt: number;
}

/** What of a store the draft needs. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** One draft per person; keys that begin with `secura.` go at sign-out. */
export const draftKey = (uid: string): string => `secura.report.${uid}`;

/** A moment as `<input type="datetime-local">` wants it. */
export function localInput(date: Date): string {
  const shifted = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}

export function newDraft(now: Date): Draft {
  return {
    id: createId(), title: '', description: '', when: localInput(now), whenUnknown: false, location: '', noticedHow: null, affected: '', savedAt: now.getTime(),
  };
}

/** Whether nothing was written that would be missed. */
export function isEmpty(draft: Draft): boolean {
  return [draft.title, draft.description, draft.location, draft.affected].every((text) => text.trim() === '') && draft.noticedHow === null;
}

/** Whether something that was stored is a draft. */
export function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false;
  const draft = value as Record<string, unknown>;
  return (
    ['id', 'title', 'description', 'when', 'location', 'affected'].every((key) => typeof draft[key] === 'string') &&
    /^[A-Za-z0-9_-]{8,64}$/.test(draft.id as string) &&
    typeof draft.whenUnknown === 'boolean' &&
    typeof draft.savedAt === 'number' &&
    (draft.noticedHow === null || (discoveryMethods as readonly unknown[]).includes(draft.noticedHow))
  );
}

/** The draft that this device kept; null when there is none, or when what is there cannot be read. */
export function loadDraft(storage: DraftStorage | undefined, uid: string): Draft | null {
  try {
    const stored: unknown = JSON.parse(storage?.getItem(draftKey(uid)) ?? 'null');
    return isDraft(stored) ? stored : null;
  } catch {
    return null;
  }
}

/** Keeps the draft on this device. @returns false when there is no room for it */
export function saveDraft(storage: DraftStorage | undefined, uid: string, draft: Draft): boolean {
  try {
    storage?.setItem(draftKey(uid), JSON.stringify(draft));
    return storage !== undefined;
  } catch {
    return false;
  }
}

export function clearDraft(storage: DraftStorage | undefined, uid: string): void {
  try {
    storage?.removeItem(draftKey(uid));
  } catch {
    // A store that cannot be written holds no draft either.
  }
}

/** Whether the second copy of a draft knows more than the first one, as after a crash. */
export function copyIsBetter(copy: Draft | null, first: Draft, isSent: (id: string) => boolean): copy is Draft {
  if (!copy || isEmpty(copy) || isSent(copy.id)) return false;
  return isEmpty(first) || (copy.id === first.id && copy.savedAt > first.savedAt);
}

/**
 * The draft to go on with.
 * @param isSent whether a report with this id is on its way already: then the draft is what a crash left behind
 */
export function openDraft(stored: Draft | null, now: Date, isSent: (id: string) => boolean): Draft {
  if (!stored || isSent(stored.id)) return newDraft(now);
  // "When" began as the moment of opening the form; in a form that nobody filled in, that is now.
  return isEmpty(stored) ? { ...stored, when: localInput(now), whenUnknown: false } : stored;
}
