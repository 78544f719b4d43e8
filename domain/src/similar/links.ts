import type { PersonRef } from '../incidents/events.ts';
import type { Status, Visibility } from '../incidents/vocabulary.ts';

/** Another incident as a case names it; its title is read from itself, by whoever may. */
export interface IncidentRef {
  id: string;
  number: string;
}

/** One incident beside another. `joined`: its reporter chose to hear how the other ends. */
export interface CaseLink extends IncidentRef {
  how: 'linked' | 'joined';
  by: PersonRef;
  at: Date;
}

/** Where a duplicate went, and what is needed to bring it back. */
export interface Merge extends IncidentRef {
  formerStatus: Status;
  formerRootCause: string | null;
  by: PersonRef;
  at: Date;
}

/** A case's connections with others, as `incidents/{id}/internal/case` keeps them. */
export interface Connections {
  links?: CaseLink[];
  mergedInto?: Merge | null;
  /** Duplicates that were merged into this one. */
  duplicates?: IncidentRef[];
}

export const mostLinks = 50;

type Judged = Connections & { id: string; number: string; status: Status; visibility: Visibility };

const fine = null;

/** Why two incidents cannot be connected at all; null when they can. */
export function objectionToPair(one: Judged, other: Judged): string | null {
  if (one.id === other.id) return 'An incident cannot be connected with itself.';
  // A restricted one would show in the other's case to people who may not know of it.
  if (one.visibility !== 'team' || other.visibility !== 'team') return 'A restricted incident is not connected with others.';
  if ((one.links?.length ?? 0) >= mostLinks || (other.links?.length ?? 0) >= mostLinks) return `An incident has at most ${mostLinks} links.`;
  return fine;
}

/**
 * Why one incident cannot be merged into another; null when it can. A duplicate has no duplicates of its own and a
 * primary is no duplicate: so there are no chains, and no circles.
 */
export function objectionToMerge(duplicate: Judged, primary: Judged): string | null {
  const objection = objectionToPair(duplicate, primary);
  if (objection) return objection;
  if (duplicate.mergedInto) return `${duplicate.number} was merged into ${duplicate.mergedInto.number} already.`;
  if (primary.mergedInto) return `${primary.number} is itself merged into ${primary.mergedInto.number}. Merge into that one.`;
  if ((duplicate.duplicates?.length ?? 0) > 0) return `Other reports were merged into ${duplicate.number}. Undo those first, or merge the other way round.`;
  if ((primary.duplicates?.length ?? 0) >= mostLinks) return `At most ${mostLinks} reports can be merged into one.`;
  if (duplicate.status === 'resolved' || duplicate.status === 'closed') return `${duplicate.number} is ${duplicate.status}. Reopen it before you merge it, or link it.`;
  return fine;
}

/** Why an incident cannot be restricted; null when it can. What connects it would name it to people who may not know of it. */
export function objectionToRestrict({ links = [], mergedInto = null, duplicates = [] }: Connections): string | null {
  if (mergedInto) return `It is merged into ${mergedInto.number}, where it shows. Undo the merge first.`;
  if (duplicates.length > 0) return `Other reports were merged into it (${numbersOf(duplicates)}). Undo those first.`;
  if (links.length > 0) return `It is linked with ${numbersOf(links)}, where it shows. Take the links away first.`;
  return fine;
}

const numbersOf = (refs: readonly IncidentRef[]): string => `${refs.slice(0, 5).map(({ number }) => number).join(', ')}${refs.length > 5 ? ` and ${refs.length - 5} more` : ''}`;

/** The links with one more; the same when it is there. A reporter's wish to hear of the outcome is not taken back by a link. */
export function withLink(links: readonly CaseLink[], link: CaseLink): CaseLink[] | null {
  const before = links.find(({ id }) => id === link.id);
  if (before && (before.how === link.how || before.how === 'joined')) return null;
  return [...links.filter(({ id }) => id !== link.id), link];
}

export const withoutLink = <T extends IncidentRef>(links: readonly T[], id: string): T[] => links.filter((link) => link.id !== id);
