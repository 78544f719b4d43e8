import type { ReportInput } from '@secura/domain/incidents/report';
import { useSyncExternalStore } from 'react';
import { releaseUploads, settleOrphans } from '../../app/evidence.ts';
import { deviceStorage } from '../../firebase/device.ts';
import { readOnce } from '../../firebase/live.ts';
import { whenBackOnline } from '../../firebase/online.ts';
import { countAlsoAsUnsent, pendingPaths } from '../../firebase/pending.ts';
import { currentSession, subscribeSession } from '../../firebase/session.ts';
import { createDoc, serverTime } from '../../firebase/write.ts';
import { loadDraft } from './draft.ts';
import { ownIncident } from './own-incident.ts';
import { createOutbox, type Outbox, type Outgoing, type OutboxPorts, type ReporterProfile } from './outbox.ts';

const outboxKey = (uid: string): string => `secura.outbox.${uid}`;
const nothing: readonly Outgoing[] = [];
let current: { uid: string; outbox: Outbox } | undefined;

function knownProfile(): ReporterProfile | null {
  const session = currentSession();
  if (session.status !== 'signed-in' || session.department === null) return null;
  const { uid, name, email, department } = session;
  return { uid, name, email, department };
}

// The department comes with the live profile; after a reload without a network it may take a while.
function profile(): Promise<ReporterProfile> {
  return new Promise((resolve) => {
    const now = knownProfile();
    if (now) return resolve(now);
    const stop = subscribeSession(() => {
      const then = knownProfile();
      if (!then) return;
      stop();
      resolve(then);
    });
  });
}

/** Exactly the fields that the rules allow at creation. */
function create(id: string, report: ReportInput, reporter: ReporterProfile): Promise<{ acked: Promise<void> }> {
  return createDoc(`incidents/${id}`, {
    title: report.title,
    description: report.description,
    location: report.location,
    occurredAt: report.occurredAt === null ? null : new Date(report.occurredAt),
    noticedHow: report.noticedHow,
    affected: report.affected,
    department: reporter.department,
    reporter,
    memberUids: [reporter.uid],
    status: 'open',
    visibility: 'team',
    createdAt: serverTime(),
  });
}

const pauseMs = 1000;

/** Whether the server has this report of one's own. Waits for the server's word: the cache of a page just opened knows nothing. */
export async function hasArrived(uid: string, id: string): Promise<boolean> {
  for (;;) {
    try {
      return (await readOnce({ collection: 'incidents', where: ownIncident(uid, id), limit: 1 })).length > 0;
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'unavailable') throw error;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}

async function earlierSent(): Promise<void> {
  const { allWritesSent } = await import('../../firebase/firestore.ts');
  await allWritesSent();
}

function portsOf(uid: string): OutboxPorts {
  // What a full or blocked storage would not take lives as long as the page.
  let memory: readonly Outgoing[] | undefined;
  return {
    load() {
      if (memory) return [...memory];
      try {
        const stored: unknown = JSON.parse(deviceStorage()?.getItem(outboxKey(uid)) ?? '[]');
        return Array.isArray(stored) ? (stored as Outgoing[]) : [];
      } catch {
        return [];
      }
    },
    save(list) {
      try {
        const storage = deviceStorage();
        if (list.length === 0) storage?.removeItem(outboxKey(uid));
        else storage?.setItem(outboxKey(uid), JSON.stringify(list));
        memory = storage ? undefined : list;
      } catch {
        memory = list;
      }
    },
    profile,
    create,
    earlierSent,
    known: (id) => hasArrived(uid, id),
    arrived: releaseUploads,
  };
}

function begin(uid: string): Outbox {
  const outbox = createOutbox(portsOf(uid));
  whenBackOnline(() => void outbox.resume());
  window.addEventListener('storage', (event) => {
    if (event.key === outboxKey(uid)) outbox.reload();
  });
  // Those in Firestore's queue are counted there.
  countAlsoAsUnsent(() => outbox.list().filter(({ id }) => !pendingPaths().includes(`incidents/${id}`)).length);
  return outbox;
}

/** The outbox of the signed-in person. */
export function theOutbox(): Outbox | null {
  const session = currentSession();
  if (session.status !== 'signed-in') return null;
  if (current?.uid !== session.uid) current = { uid: session.uid, outbox: begin(session.uid) };
  return current.outbox;
}

/** Goes on with reports that an earlier visit left behind; called once after sign-in. */
export async function startReports(): Promise<void> {
  const session = currentSession();
  const outbox = theOutbox();
  if (session.status !== 'signed-in' || !outbox) return;
  const { uid } = session;
  const orphans = earlierSent().then(() =>
    settleOrphans({
      isOnItsWay: (id) => outbox.list().some((entry) => entry.id === id),
      isDraft: (id) => id === loadDraft(deviceStorage(), uid)?.id,
      hasArrived: (id) => hasArrived(uid, id),
    }),
  );
  await Promise.all([outbox.resume(), orphans.catch(() => undefined)]);
}

function subscribe(listener: () => void): () => void {
  return theOutbox()?.subscribe(listener) ?? (() => undefined);
}

/** Reports of this device that the server has not confirmed, or has refused. */
export function useOutbox(): readonly Outgoing[] {
  return useSyncExternalStore(subscribe, () => theOutbox()?.list() ?? nothing);
}
