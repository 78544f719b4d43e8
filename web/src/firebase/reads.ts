import { inEmulator } from './config.ts';

/** Documents that the server delivered since the page opened; a missing document counts as one, as it is billed. */
interface Reads {
  total: number;
  /** Without those that a listener was told of later because somebody changed them: what opening the page costs by itself. */
  found: number;
}

const reads: Reads = { total: 0, found: 0 };

declare global {
  interface Window {
    /** In emulator builds only: what the read-budget tests assert. */
    __securaReads?: Reads;
  }
}

if (inEmulator) window.__securaReads = reads;

/** @param news whether the listener had all that there was before */
export function countReads(documents: number, news = false): void {
  reads.total += documents;
  if (!news) reads.found += documents;
}
