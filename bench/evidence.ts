import { createHash, randomBytes } from 'node:crypto';
import { evidenceLimits, quarantinePath } from '@secura/domain/evidence/evidence';
import { createId } from '@secura/domain/platform/ids';
import { doc, onSnapshot, serverTimestamp, setDoc } from 'firebase/firestore';
import { embeddedScanner } from '../functions/src/evidence/scan/embedded.ts';
import { stableId } from '../seed/ids.ts';
import { demoPerson } from '../seed/people.ts';
import { signIn, type Client } from './client.ts';
import { pause, plainFigure, quantile, type Figure } from './figure.ts';
import type { InSuite } from './run.ts';

const runs = 20;
const warmUps = 3;
const incidentId = stableId('incident', 'invoice-macro');

/**
 * From the first byte of a 10 MB file on its way from its reporter's browser to its verdict at an analyst's; and the embedded
 * scanner by itself.
 */
export async function benchEvidence({ place, log }: InSuite): Promise<Figure[]> {
  // Loaded after the seed, which keeps the functions' logger quiet.
  const { incidentRef } = await import('../functions/src/platform/incident-store.ts');
  const incident = (await incidentRef(incidentId).get()).data() as { counts: object; reporter: { uid: string } };
  const [sender, analyst] = await Promise.all([signIn(incident.reporter.uid, place), signIn('demo-lead', place)]);
  const values: number[] = [];
  for (let run = 0; run < runs + warmUps; run++) {
    values.push(await uploadToVerdict(sender, analyst));
    // The incident has room for each anew: the limit is not what is measured.
    await incidentRef(incidentId).update({ counts: incident.counts });
    await pause(500);
  }
  await Promise.all([sender.close(), analyst.close()]);
  values.splice(0, warmUps);
  log(`files: ${runs} runs after ${warmUps} to warm up`);
  return [
    plainFigure('10 MB uploaded → clean verdict visible to an analyst, half of the runs within', quantile(values, 0.5), 'ms', null),
    plainFigure('10 MB uploaded → clean verdict visible to an analyst, 95 % within', quantile(values, 0.95), 'ms', null),
    plainFigure('embedded scan of 1 MB', await scanTime(), 'ms', 60),
  ];
}

/** Printable, so that it is a text and is looked through to its end; different every time. */
function tenMegabytes(): Buffer {
  return Buffer.from(randomBytes(Math.floor((evidenceLimits.bytes * 3) / 4)).toString('base64').slice(0, evidenceLimits.bytes));
}

async function uploadToVerdict(sender: Client, analyst: Client): Promise<number> {
  const id = createId();
  const bytes = tenMegabytes();
  const path = quarantinePath(incidentId, id);
  const record = `incidents/${incidentId}/evidence/${id}`;
  const { name } = demoPerson(sender.uid);
  let stop = (): void => undefined;
  const seen = new Promise<number>((resolve, reject) => {
    stop = onSnapshot(doc(analyst.db, record), (snapshot) => {
      const state = snapshot.get('state') as string | undefined;
      if (state === undefined || state === 'quarantined' || state === 'scanning') return;
      if (state === 'clean') resolve(performance.now());
      else reject(new Error(`A file of the bench ended ${state}.`));
    }, reject);
  });
  const started = performance.now();
  // As the browser does it: fingerprint, bytes, record.
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await sender.upload(path, new Uint8Array(bytes), 'text/plain');
  await setDoc(doc(sender.db, record), { name: 'big.log', size: bytes.length, declaredType: 'text/plain', sha256, path, addedBy: { uid: sender.uid, name }, createdAt: serverTimestamp() });
  try {
    return (await seen) - started;
  } finally {
    stop();
  }
}

async function scanTime(): Promise<number> {
  const megabyte = tenMegabytes().subarray(0, 1024 * 1024);
  const times: number[] = [];
  for (let run = 0; run < 20; run++) {
    const started = performance.now();
    await embeddedScanner.scan(megabyte);
    times.push(performance.now() - started);
  }
  return quantile(times, 0.5);
}
