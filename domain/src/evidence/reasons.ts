import type { EvidenceState } from './states.ts';

/** Why a file is in its state; `detail` is a name out of the file, shown as it is. */
export interface Reason {
  code: ReasonCode;
  detail?: string;
}

interface Meaning {
  /** What it makes of a file by itself. */
  state: Extract<EvidenceState, 'flagged' | 'infected' | 'refused' | 'failed'>;
  /** A sentence for people; `%` stands for the detail. */
  sentence: string;
}

/** Everything that can be said against a file. */
export const reasons = {
  missing: { state: 'refused', sentence: 'The file itself never arrived. Add it again.' },
  hash_differs: { state: 'refused', sentence: 'What arrived is not what was sent: the SHA-256 differs. Add the file again.' },
  size_differs: { state: 'refused', sentence: 'What arrived does not have the size that was announced. Add the file again.' },
  too_large: { state: 'refused', sentence: 'It is larger than 10 MB. Send a smaller copy, or tell the team where it is.' },
  too_many: { state: 'refused', sentence: 'The incident has 25 files or 100 MB already. Pack several files into one archive.' },
  empty: { state: 'refused', sentence: 'There is nothing in it.' },
  program: { state: 'refused', sentence: 'It is a program (%), whatever its name says. If the team needs it, put it into a ZIP file with a password.' },
  web_page: { state: 'refused', sentence: 'It is a web page or a drawing that can hold scripts (%). Send a screenshot of it, or put it into a ZIP file.' },
  archive_kind: { state: 'refused', sentence: 'Archives of this kind (%) are not taken. Pack the files into a ZIP file instead.' },
  unknown_type: { state: 'refused', sentence: 'What kind of file it is could not be recognised. Pictures, PDF, text, mail, Office, network captures and ZIP are taken.' },
  archive_damaged: { state: 'refused', sentence: 'The archive is damaged (%). Pack it again.' },
  archive_too_many: { state: 'refused', sentence: 'The archive holds more than 1,000 entries.' },
  archive_too_deep: { state: 'refused', sentence: 'The archive holds archives in archives, more than 3 deep.' },
  archive_bomb: { state: 'refused', sentence: 'Unpacked, the archive would be far larger than it says or than can be checked.' },
  macro: { state: 'flagged', sentence: 'It holds macros (%).' },
  embedded_object: { state: 'flagged', sentence: 'It holds an embedded object (%).' },
  remote_content: { state: 'flagged', sentence: 'It loads a part of itself from elsewhere (%).' },
  command_field: { state: 'flagged', sentence: 'It holds a field that starts a program or asks an address (%).' },
  pdf_active: { state: 'flagged', sentence: 'The PDF can act by itself (%).' },
  script: { state: 'flagged', sentence: 'It is or holds a script (%).' },
  encrypted: { state: 'flagged', sentence: 'It is locked with a password, so nobody could look inside (%).' },
  archive_program: { state: 'flagged', sentence: 'The archive holds a program (%).' },
  archive_active: { state: 'flagged', sentence: 'The archive holds something that can act by itself (%).' },
  archive_closed: { state: 'flagged', sentence: 'The archive holds another container that was not looked into (%).' },
  archive_hidden: { state: 'flagged', sentence: 'The archive holds bytes that its directory does not name: different programs unpack different files.' },
  archive_path: { state: 'flagged', sentence: 'The archive holds a name that would leave its folder (%).' },
  appended: { state: 'flagged', sentence: 'Something else is hidden behind its end (%).' },
  disguised: { state: 'flagged', sentence: 'Its name promises another kind of file than it is (%).' },
  undecodable: { state: 'flagged', sentence: 'It begins as a picture, but could not be drawn.' },
  unreadable_mail: { state: 'flagged', sentence: 'It begins as a mail, but could not be taken apart.' },
  attached_program: { state: 'flagged', sentence: 'A program is attached to it (%).' },
  attached_active: { state: 'flagged', sentence: 'Something is attached that can act by itself, or could not be looked into (%).' },
  attachments_left_out: { state: 'flagged', sentence: 'Not all attachments could become files of their own (%).' },
  malware: { state: 'infected', sentence: 'Malware was found in it: %.' },
  scanner_down: { state: 'failed', sentence: 'The malware scanner did not answer, so the file stays closed. It is tried again by itself.' },
  scanner_refused: { state: 'failed', sentence: 'The malware scanner could not take the file (%), so it stays closed. It is tried again by itself.' },
  store_down: { state: 'failed', sentence: 'The file could not be read from the store. It is tried again by itself.' },
  broken: { state: 'failed', sentence: 'The check itself broke, so the file stays closed. It is tried again by itself.' },
} as const satisfies Record<string, Meaning>;

export type ReasonCode = keyof typeof reasons;

/** A reason as people read it. */
export function tellReason({ code, detail }: Reason): string {
  const { sentence } = reasons[code];
  return detail === undefined ? sentence.replace(/ \(%\)|: %/, '') : sentence.replace('%', () => detail);
}

const gravity = ['clean', 'flagged', 'failed', 'refused', 'infected'] as const;

/** What the reasons together make of a file: the gravest one counts. */
export function judge(found: readonly Reason[]): (typeof gravity)[number] {
  return found.map(({ code }) => reasons[code].state).reduce<(typeof gravity)[number]>((worst, state) => (gravity.indexOf(state) > gravity.indexOf(worst) ? state : worst), 'clean');
}

/** A detail from a hostile file: printable, short. */
export function detail(text: string): string {
  const line = text.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '?').trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
