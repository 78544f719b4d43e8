import type { ReportInput } from '@secura/domain/incidents/report';

/** A report that was sent off here and that the server has not confirmed yet. */
export interface Outgoing {
  id: string;
  report: ReportInput;
  queuedAt: number;
  /** Why the server refused it; null while it is on its way. */
  refusal: string | null;
}

export interface ReporterProfile {
  uid: string;
  name: string;
  email: string;
  department: string;
}

/** Everything that the outbox needs of the world. */
export interface OutboxPorts {
  load(): Outgoing[];
  save(list: readonly Outgoing[]): void;
  /** Settles as soon as the live profile is known here. */
  profile(): Promise<ReporterProfile>;
  /** Queues the document; `acked` settles with the server's answer. */
  create(id: string, report: ReportInput, profile: ReporterProfile): Promise<{ acked: Promise<void> }>;
  /** Settles when everything that earlier pages queued was answered. */
  earlierSent(): Promise<void>;
  /** Whether the server has this incident, by the server's own word, however long that takes. */
  known(id: string): Promise<boolean>;
  /** The server has the incident: its files may go. */
  arrived(id: string): Promise<void>;
}

export interface Outbox {
  /** Sends a report; settles once it is kept here. The rest happens by itself. */
  send(id: string, report: ReportInput): Promise<void>;
  /** Goes on with what an earlier page, a crash or a lost network left behind. */
  resume(): Promise<void>;
  /** Takes a refused report back, to be written anew. */
  takeBack(id: string): Outgoing | null;
  /** The same array until something changes. */
  list(): readonly Outgoing[];
  /** Reads again what another tab changed. */
  reload(): void;
  subscribe(listener: () => void): () => void;
}

const refused = 'The server did not accept this report. Your account or your profile may have changed since you opened the form.';

/** Reports on their way: each arrives once, whatever happens to the network or the tab, or comes back with a sentence. */
export function createOutbox(ports: OutboxPorts): Outbox {
  let list = ports.load();
  const inHand = new Set<string>();
  const listeners = new Set<() => void>();

  function show(next: Outgoing[]): void {
    list = next;
    for (const listener of listeners) listener();
  }

  function change(next: Outgoing[]): void {
    ports.save(next);
    show(next);
  }

  async function arrive(id: string): Promise<void> {
    await ports.arrived(id);
    change(ports.load().filter((entry) => entry.id !== id));
  }

  /** Two times at most: between queueing and arriving the profile may have changed, and rules compare the two. */
  async function deliver(entry: Outgoing): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const profile = await ports.profile();
      const { acked } = await ports.create(entry.id, entry.report, profile);
      try {
        await acked;
        return await arrive(entry.id);
      } catch {
        // A second attempt is refused because the first one arrived: that is success.
        if (await ports.known(entry.id).catch(() => false)) return await arrive(entry.id);
        const now = await ports.profile();
        if (attempt === 1 && JSON.stringify(now) !== JSON.stringify(profile)) continue;
        change(ports.load().map((other) => (other.id === entry.id ? { ...other, refusal: refused } : other)));
        return;
      }
    }
  }

  async function handle(entry: Outgoing, work: () => Promise<void>): Promise<void> {
    if (inHand.has(entry.id)) return;
    inHand.add(entry.id);
    try {
      await work();
    } catch {
      // A part of the app did not load; `resume` comes again when the network is back.
    } finally {
      inHand.delete(entry.id);
    }
  }

  return {
    send(id, report) {
      const others = ports.load().filter((entry) => entry.id !== id);
      const entry: Outgoing = { id, report, queuedAt: Date.now(), refusal: null };
      change([...others, entry]);
      void handle(entry, () => deliver(entry));
      return Promise.resolve();
    },
    async resume() {
      const waiting = ports.load().filter((entry) => entry.refusal === null);
      await Promise.all(
        waiting.map((entry) =>
          handle(entry, async () => {
            await ports.earlierSent();
            if (await ports.known(entry.id).catch(() => false)) await arrive(entry.id);
            else await deliver(entry);
          }),
        ),
      );
    },
    takeBack(id) {
      const entry = ports.load().find((candidate) => candidate.id === id && candidate.refusal !== null) ?? null;
      if (entry) change(ports.load().filter((other) => other.id !== id));
      return entry;
    },
    list: () => list,
    reload: () => show(ports.load()),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
