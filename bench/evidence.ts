import { randomBytes } from 'node:crypto';
import { evidenceLimits, quarantinePath, type ReportedEvidence } from '@secura/domain/evidence/evidence';
import { createId } from '@secura/domain/platform/ids';
import { embeddedScanner } from '../functions/src/evidence/scan/embedded.ts';
import { stableId } from '../seed/ids.ts';
import { demoPerson } from '../seed/people.ts';
import { pause, plainFigure, quantile, type Figure } from './figure.ts';
import type { InSuite } from './run.ts';

const runs = 20;
const warmUps = 3;
const incidentId = stableId('incident', 'invoice-macro');

/** From the first byte of a 10 MB file on its way to its verdict in a listener; and the embedded scanner by itself. */
export async function benchEvidence({ log }: InSuite): Promise<Figure[]> {
  const { incidentRef } = await import('../functions/src/platform/incident-store.ts');
  const counts = (await incidentRef(incidentId).get()).get('counts') as object;
  const values: number[] = [];
  for (let run = 0; run < runs + warmUps; run++) {
    values.push(await uploadToVerdict());
    // The incident has room for each anew: the limit is not what is measured.
    await incidentRef(incidentId).update({ counts });
    await pause(500);
  }
  values.splice(0, warmUps);
  log(`files: ${runs} runs after ${warmUps} to warm up`);
  return [
    plainFigure('10 MB file sent → clean verdict in a listener, half of the runs within', quantile(values, 0.5), 'ms', null),
    plainFigure('10 MB file sent → clean verdict in a listener, 95 % within', quantile(values, 0.95), 'ms', null),
    plainFigure('embedded scan of 1 MB', await scanTime(), 'ms', 60),
  ];
}

/** Printable, so that it is a text and is looked through to its end; different every time. */
function tenMegabytes(): Buffer {
  return Buffer.from(randomBytes(Math.floor((evidenceLimits.bytes * 3) / 4)).toString('base64').slice(0, evidenceLimits.bytes));
}

async function uploadToVerdict(): Promise<number> {
  // Loaded after the seed, which keeps the functions' logger quiet.
  const [{ evidenceRef, readEvidence }, { sha256, writeObject }] = await Promise.all([import('../functions/src/evidence/store.ts'), import('../functions/src/platform/storage.ts')]);
  const id = createId();
  const bytes = tenMegabytes();
  const path = quarantinePath(incidentId, id);
  const { uid, name } = demoPerson('demo-employee1');
  const facts: ReportedEvidence = { name: 'big.log', size: bytes.length, declaredType: 'text/plain', sha256: sha256(bytes), path, addedBy: { uid, name }, createdAt: new Date() };
  const started = performance.now();
  await writeObject(path, bytes, 'text/plain');
  await evidenceRef(incidentId, id).create(facts);
  return new Promise((resolve, reject) => {
    const stop = evidenceRef(incidentId, id).onSnapshot((snapshot) => {
      const state = readEvidence(snapshot)?.state;
      if (state === undefined || state === 'quarantined' || state === 'scanning') return;
      stop();
      if (state === 'clean') resolve(performance.now() - started);
      else reject(new Error(`A file of the bench ended ${state}.`));
    }, reject);
  });
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
