import { queueQuery, QueueFilter } from '@secura/domain/incidents/queue';
import { createId } from '@secura/domain/platform/ids';
import { collection, doc, limit, onSnapshot, orderBy, query, setDoc, where, type Firestore, type Query } from 'firebase/firestore';
import { asOwner, reportBy, signIn } from './client.ts';
import { pause, ratioFigure, type Figure } from './figure.ts';
import type { InSuite } from './run.ts';

const runs = 36;
const warmUps = 6;
/** What a report leaves to be done in the background must not slow the next measurement. */
const rest = 500;

/** From the employee's write to the triaged row in the analyst's queue, against a trigger that writes one field. */
export async function benchReportToQueue({ place, log }: InSuite): Promise<Figure[]> {
  const employee = await signIn('demo-employee1', place);
  const analyst = await signIn('demo-analyst1', place);
  const [writer, watcher] = [asOwner(place), asOwner(place)];
  const queue = new Watch(queueOf(analyst.db), (data) => data['number'] != null && (data['triage'] as { state?: string } | null)?.state === 'done');
  const floor = new Watch(query(collection(watcher.db, 'floor'), orderBy('createdAt', 'desc'), limit(26)), (data) => data['seen'] === true);
  await Promise.all([queue.ready, floor.ready]);

  const report = (): Promise<number> => timed(employee.db, 'incidents', reportBy('demo-employee1', 'Strange e-mail asks for my password'), queue);
  const bare = (): Promise<number> => timed(writer.db, 'floor', { createdAt: new Date(), title: 'floor' }, floor);
  const values: number[] = [];
  const floors: number[] = [];
  for (let run = 0; run < runs + warmUps; run++) {
    // In turns, and each first as often as second: whatever else the machine does then hits both alike.
    const steps = [async () => floors.push(await bare()), async () => values.push(await report())];
    for (const step of run % 2 === 0 ? steps : steps.reverse()) {
      await step();
      await pause(rest);
    }
    if (run === warmUps - 1) {
      values.length = 0;
      floors.length = 0;
    }
  }
  queue.stop();
  floor.stop();
  await Promise.all([employee, analyst, writer, watcher].map((client) => client.close()));
  log(`reports: ${runs} runs each, in turns, after ${warmUps} to warm up`);
  return [ratioFigure('report written → triaged row in another queue', values, floors, 1.6)];
}

/** The very query of the queue page as it opens for an analyst. */
function queueOf(db: Firestore): Query {
  const spec = queueQuery(QueueFilter.parse({}), { uid: 'demo-analyst1', seesRestricted: false });
  return query(
    collection(db, spec.collection),
    ...spec.where.map(([field, op, value]) => where(field, op, value)),
    ...spec.orderBy.map(([field, direction]) => orderBy(field, direction)),
    limit(26),
  );
}

/** A live listener that says when a document has become what is waited for. */
class Watch {
  readonly ready: Promise<void>;
  readonly stop: () => void;
  private readonly waiting = new Map<string, (at: number) => void>();

  constructor(source: Query, arrived: (data: Record<string, unknown>) => boolean) {
    let opened!: () => void;
    let failed!: (error: Error) => void;
    this.ready = new Promise((resolve, reject) => {
      opened = resolve;
      failed = reject;
    });
    this.stop = onSnapshot(
      source,
      (snapshot) => {
        const at = performance.now();
        opened();
        for (const change of snapshot.docChanges()) {
          const found = this.waiting.get(change.doc.id);
          if (found && change.type !== 'removed' && arrived(change.doc.data())) found(at);
        }
      },
      failed,
    );
  }

  see(id: string): Promise<number> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`Nothing arrived for ${id} within 30 s.`)), 30_000);
      this.waiting.set(id, (at) => {
        clearTimeout(late);
        this.waiting.delete(id);
        resolve(at);
      });
    });
  }
}

async function timed(db: Firestore, name: string, data: Record<string, unknown>, watch: Watch): Promise<number> {
  const id = createId();
  const seen = watch.see(id);
  const started = performance.now();
  const [at] = await Promise.all([seen, setDoc(doc(db, name, id), data)]);
  return at - started;
}
