/** How far a file is looked into, so that no file can cost more than this. */
export const bounds = {
  entries: 1000,
  /** Archives in archives. */
  depth: 3,
  /** Bytes unpacked out of one file, all levels together. */
  unpacked: 64 * 1024 * 1024,
  /** From this size on, what unpacks to more than `ratio` times its size is taken for a bomb. */
  suspiciousSize: 10 * 1024 * 1024,
  ratio: 100,
} as const;

/** Counts what has been unpacked out of one file. */
export class Budget {
  left: number;

  constructor(bytes: number = bounds.unpacked) {
    this.left = bytes;
  }

  /** @throws ArchiveProblem when a file unpacks to more than may be looked at */
  spend(bytes: number): void {
    this.left -= bytes;
    if (this.left < 0) throw new ArchiveProblem('archive_bomb');
  }
}

/** Why an archive is not looked into any further. */
export class ArchiveProblem extends Error {
  readonly code: 'archive_damaged' | 'archive_too_many' | 'archive_too_deep' | 'archive_bomb';

  constructor(code: ArchiveProblem['code'], detail?: string) {
    super(detail ?? code);
    this.code = code;
  }
}
