/** A file on its way from this device to the server. */
export interface UploadRecord {
  evidenceId: string;
  incidentId: string;
  /** Whose file it is: on a device that several people use, nobody sends another's. */
  uid: string;
  addedByName: string;
  name: string;
  /** As the browser declared it. */
  type: string;
  size: number;
  /** SHA-256 of the bytes, hex. */
  sha256: string;
  /** The incident is not known to the server yet: a file of a draft, or of a report that waits for the network. */
  held: boolean;
  /** The bytes are stored; only the document about them is missing. */
  uploaded: boolean;
  /** Where a part of the bytes was sent to; kept, so that the rest can follow, also after a killed tab. */
  session?: string | null;
  /** Somebody said: not now. */
  paused?: boolean;
  /** Counted before each attempt, so that a killed tab leaves a trace of one whose answer was lost. */
  attempts: number;
  /** Why the server refuses it for good; null while it may still go. */
  refusal: string | null;
  addedAt: number;
}

export type UploadState = 'held' | 'waiting' | 'paused' | 'uploading' | 'stored' | 'refused';

/** What a list of files shows of one. */
export interface UploadView {
  evidenceId: string;
  incidentId: string;
  name: string;
  type: string;
  size: number;
  state: UploadState;
  /** Part that has arrived, 0 to 1, as far as this page knows. */
  progress: number;
  refusal: string | null;
  addedAt: number;
}

/** Where waiting files are kept. */
export interface UploadStore {
  all(): Promise<UploadRecord[]>;
  put(record: UploadRecord): Promise<void>;
  putBlob(evidenceId: string, blob: Blob): Promise<void>;
  blob(evidenceId: string): Promise<Blob | undefined>;
  remove(evidenceId: string): Promise<void>;
}
