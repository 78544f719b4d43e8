import type { UploadRecord, UploadState, UploadStore, UploadView } from './upload-record.ts';

/**
 * What a failed step means: `later` goes again by itself, `refused` may mean that an earlier attempt had already
 * succeeded, `hopeless` ends it.
 */
export type Failure = { kind: 'later' } | { kind: 'refused' | 'hopeless'; sentence: string };

/** What an upload tells on its way, and what stops it. */
export interface UploadWay {
  onSession(session: string | null): Promise<void>;
  onProgress(part: number): void;
  stop: AbortSignal;
}

/** Everything that the queue needs of the world. */
export interface UploadPorts {
  store: UploadStore;
  online(): boolean;
  /** Runs the work while no other tab of this browser runs such work. */
  exclusive(work: () => Promise<void>): Promise<void>;
  /** Puts the bytes in their place, going on where `record.session` was, unless it is told to stop. */
  upload(record: UploadRecord, blob: Blob, way: UploadWay): Promise<void>;
  /** Writes the document about the file; settles when the server has answered. */
  record(record: UploadRecord): Promise<void>;
  /** Whether the server has that document already. */
  recorded(record: UploadRecord): Promise<boolean>;
  judge(error: unknown): Failure;
  /** Tells other tabs that the store changed. */
  announce(): void;
  /** Calls back after so many ms. */
  after(ms: number, callback: () => void): void;
}

export interface UploadQueue {
  add(record: UploadRecord, blob: Blob): Promise<void>;
  /** The incident is known to the server now: its files may go. */
  release(incidentId: string): Promise<void>;
  /** Takes a file off the list, before it is stored or after it was refused; one on its way is stopped. */
  remove(evidenceId: string): Promise<void>;
  retry(evidenceId: string): Promise<void>;
  /** Stops a file, or lets it go again. */
  pause(evidenceId: string, paused: boolean): Promise<void>;
  /** Sends what may be sent; called at start, when the network is back, and after each change. */
  pump(): Promise<void>;
  /** Reads the store again, after another tab changed it. */
  refresh(): Promise<void>;
  /** The bytes of a file that waits here. */
  blob(evidenceId: string): Promise<Blob | undefined>;
  /** The same array until something changes. */
  views(): readonly UploadView[];
  subscribe(listener: () => void): () => void;
}

const longestPause = 60_000;
/** Files on their way at the same time: small ones do not wait for a large one, and a slow line is not split too finely. */
const atOnce = 3;

/** Files waiting to be sent, each sent exactly once, whatever happens to the network or the tab. */
export function createUploadQueue(uid: string, ports: UploadPorts): UploadQueue {
  const { store } = ports;
  let records: UploadRecord[] = [];
  /** Files on their way, each with what stops it. */
  const sending = new Map<string, AbortController>();
  /** Which part of each has arrived, as far as this page knows. */
  const parts = new Map<string, number>();
  /** Taken off the list; a reading of the store that began before must not bring them back. */
  const removed = new Set<string>();
  /** Sent from this page: shown as stored until it is left. */
  const done = new Map<string, UploadRecord>();
  let snapshot: readonly UploadView[] = [];
  const listeners = new Set<() => void>();
  let failures = 0;
  let running: Promise<void> | undefined;
  let again = false;
  /** The network failed in this round; the next one comes by itself. */
  let failed = false;
  /** Ends the round that is running, once nothing is on its way. */
  let endRound: (() => void) | undefined;

  function stateOf(record: UploadRecord): UploadState {
    if (record.refusal !== null) return 'refused';
    if (sending.has(record.evidenceId)) return 'uploading';
    if (record.paused) return 'paused';
    return record.held ? 'held' : 'waiting';
  }

  function publish(): void {
    const open = records.map((record) => view(record, stateOf(record), parts.get(record.evidenceId) ?? 0));
    const finished = [...done.values()].map((record) => view(record, 'stored', 1));
    snapshot = [...open, ...finished].sort((a, b) => a.addedAt - b.addedAt || (a.evidenceId < b.evidenceId ? -1 : 1));
    for (const listener of listeners) listener();
  }

  async function refresh(): Promise<void> {
    records = (await store.all()).filter((record) => record.uid === uid && !removed.has(record.evidenceId));
    // Another tab may have stopped it or taken it off.
    for (const [evidenceId, stop] of sending) {
      const record = records.find((candidate) => candidate.evidenceId === evidenceId);
      if (!record || (record.paused && !record.uploaded)) stop.abort();
    }
    publish();
  }

  /** Counts at once on this page, and lasts when it settles. */
  async function change(record: UploadRecord, changes: Partial<UploadRecord>): Promise<void> {
    Object.assign(record, changes);
    const current = records.find(({ evidenceId }) => evidenceId === record.evidenceId);
    if (!current) return;
    const latest = { ...current, ...changes };
    records = records.map((each) => (each === current ? latest : each));
    publish();
    await store.put(latest);
    await refresh();
    ports.announce();
  }

  async function finish(record: UploadRecord): Promise<void> {
    done.set(record.evidenceId, record);
    await drop(record.evidenceId);
  }

  async function drop(evidenceId: string): Promise<void> {
    removed.add(evidenceId);
    parts.delete(evidenceId);
    records = records.filter((record) => record.evidenceId !== evidenceId);
    publish();
    await store.remove(evidenceId);
    ports.announce();
  }

  async function deliver(record: UploadRecord, stop: AbortSignal): Promise<void> {
    const blob = await store.blob(record.evidenceId);
    if (!blob) return change(record, { refusal: 'This file is no longer on this device. Add it again.' });
    const answerLost = record.attempts > 0;
    await change(record, { attempts: record.attempts + 1 });
    if (!record.uploaded) {
      try {
        await ports.upload(record, blob, {
          stop,
          onSession: (session) => change(record, { session }),
          onProgress: (part) => {
            parts.set(record.evidenceId, part);
            publish();
          },
        });
      } catch (error) {
        // Nobody may overwrite a file, or look: a refusal after a lost answer may say that the bytes are there. The server
        // holds them against the document.
        if (!answerLost || ports.judge(error).kind !== 'refused') throw error;
      }
      stop.throwIfAborted();
      await change(record, { uploaded: true, session: null });
    }
    await ports.record(record);
    await finish(record);
  }

  /** @returns false when the network or the server failed */
  async function send(record: UploadRecord): Promise<boolean> {
    const stop = new AbortController();
    sending.set(record.evidenceId, stop);
    publish();
    try {
      await deliver(record, stop.signal);
      failures = 0;
      return true;
    } catch (error) {
      if (stop.signal.aborted) return true;
      const failure = ports.judge(error);
      if (failure.kind === 'later') return false;
      if (failure.kind === 'refused' && record.uploaded && (await ports.recorded(record).catch(() => false))) await finish(record);
      else {
        parts.delete(record.evidenceId);
        await change(record, { refusal: failure.sentence, uploaded: false, session: null });
      }
      return true;
    } finally {
      sending.delete(record.evidenceId);
      publish();
    }
  }

  function next(): UploadRecord | undefined {
    return records.filter((record) => stateOf(record) === 'waiting').sort((a, b) => a.addedAt - b.addedAt)[0];
  }

  /** Starts as many files as may go now. */
  function fill(): void {
    while (!failed && ports.online() && sending.size < atOnce) {
      const record = next();
      if (!record) break;
      void send(record)
        .catch(() => false)
        .then((went) => {
          if (!went && !failed) {
            failed = true;
            failures += 1;
            ports.after(Math.min(longestPause, 1000 * 2 ** failures), () => void pump());
          }
          fill();
        });
    }
    if (sending.size === 0) endRound?.();
  }

  async function sendAll(): Promise<void> {
    await refresh();
    failed = false;
    await new Promise<void>((resolve) => {
      endRound = resolve;
      fill();
    });
    endRound = undefined;
  }

  async function pump(): Promise<void> {
    if (running) {
      again = true;
      if (endRound) fill();
      return running;
    }
    running = (async () => {
      do {
        again = false;
        if (ports.online()) await ports.exclusive(sendAll);
      } while (again);
    })().finally(() => (running = undefined));
    return running;
  }

  return {
    pump,
    refresh,
    views: () => snapshot,
    blob: (evidenceId) => store.blob(evidenceId),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async add(record, blob) {
      await store.putBlob(record.evidenceId, blob);
      await store.put(record);
      await refresh();
      ports.announce();
      if (!record.held) void pump();
    },
    async release(incidentId) {
      await refresh();
      for (const record of records.filter((candidate) => candidate.incidentId === incidentId && candidate.held)) {
        await change(record, { held: false });
      }
      void pump();
    },
    async remove(evidenceId) {
      done.delete(evidenceId);
      // Once the bytes are stored the file is on the incident: taking it back would leave them without a record.
      if (sending.has(evidenceId) && records.find((record) => record.evidenceId === evidenceId)?.uploaded) return;
      const gone = drop(evidenceId);
      sending.get(evidenceId)?.abort();
      await gone;
    },
    async pause(evidenceId, paused) {
      const record = records.find((candidate) => candidate.evidenceId === evidenceId);
      if (!record || (record.uploaded && sending.has(evidenceId))) return;
      const changed = change(record, { paused });
      if (paused) sending.get(evidenceId)?.abort();
      await changed;
      if (!paused) void pump();
    },
    async retry(evidenceId) {
      const record = records.find((candidate) => candidate.evidenceId === evidenceId);
      if (record) await change(record, { refusal: null });
      void pump();
    },
  };
}

function view(record: UploadRecord, state: UploadState, progress: number): UploadView {
  const { evidenceId, incidentId, name, type, size, refusal, addedAt } = record;
  return { evidenceId, incidentId, name, type, size, state, progress, refusal, addedAt };
}
