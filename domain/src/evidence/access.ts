import { can, type Actor, type Subject } from '../people/permissions.ts';
import type { Evidence } from './evidence.ts';
import { fileTypes } from './file-types.ts';

/** How a person may have a file. */
export interface Access {
  /** Look at it in the app: a re-encoded picture, a PDF drawn without its scripts, text, a mail taken apart. */
  look: boolean;
  /** Have the file itself: as it is, or locked in a ZIP file whose password is told. */
  file: 'plain' | 'sealed' | null;
  /** Why not, or why only so; a sentence. */
  because: string | null;
}

const nothing = (because: string): Access => ({ look: false, file: null, because });

/** The one statement of who may have what of a file; operations and screens both ask it. */
export function accessTo(actor: Actor, incident: Subject, { state, type, view }: Pick<Evidence, 'state' | 'type' | 'view'>): Access {
  if (!can(actor, 'evidence:open', incident)) return nothing('You may not open files of this incident.');
  if (state === 'quarantined' || state === 'scanning') return nothing('It opens as soon as it has been checked.');
  if (state === 'failed') return nothing('It stays closed until it has been checked.');
  if (state === 'refused' || type === null) return nothing('It was not accepted and stays closed.');
  const handles = can(actor, 'evidence:openFlagged', incident);
  if (state === 'infected') {
    // The copy of a mail is its words alone: nothing that is attached is in it.
    const look = handles && view === 'mail';
    if (!can(actor, 'evidence:openInfected', incident)) return { look, file: null, because: 'It holds malware. Only a lead or an administrator can have it.' };
    return { look, file: 'sealed', because: 'It holds malware: it leaves only locked in a ZIP file.' };
  }
  if (state === 'flagged') {
    if (handles) return { look: canShow(type, view), file: 'sealed', because: 'It may act by itself: it leaves only locked in a ZIP file.' };
    // A picture is drawn anew, so nothing of the file is left in it.
    return { look: view === 'picture', file: null, because: 'The security team handles this file with care.' };
  }
  const look = canShow(type, view);
  // The original of a picture can tell where it was taken; only the team needs that.
  if (fileTypes[type].family === 'picture' && !handles) return { look, file: null, because: null };
  return { look, file: 'plain', because: null };
}

function canShow(type: NonNullable<Evidence['type']>, view: Evidence['view']): boolean {
  return view !== null || type === 'pdf' || fileTypes[type].family === 'text';
}
