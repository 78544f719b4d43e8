import { inEmulator } from './config.ts';

interface Reads {
  /** Documents that queries delivered since the page opened; a missing document counts as one, as it is billed. */
  total: number;
  byQuery: Record<string, number>;
  reset(): void;
}

const reads: Reads = {
  total: 0,
  byQuery: {},
  reset() {
    reads.total = 0;
    reads.byQuery = {};
  },
};

declare global {
  interface Window {
    /** In emulator builds only: what the read-budget tests assert. */
    __securaReads?: Reads;
  }
}

if (inEmulator) window.__securaReads = reads;

/** Counts documents that the server delivered for a query. */
export function countReads(query: string, documents: number): void {
  if (documents === 0) return;
  reads.total += documents;
  reads.byQuery[query] = (reads.byQuery[query] ?? 0) + documents;
}
