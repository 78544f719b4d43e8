import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { AiDecision } from '@secura/domain/triage/ledger';
import { parseOffset, portsAt } from '../emulators/ports.ts';
import { projectId } from '../emulators/paths.ts';
import { db, fromStore } from '../functions/src/platform/firebase.ts';
import { correctionsFrom } from '../training/corrections.ts';
import { chooseProject, Refusal, runScript } from './project-choice.ts';

const usage = `npm run export:corrections -- --out FILE.jsonl [--project ID | --port-offset N]

Writes the reports of which people decided category or severity otherwise than triage, as labelled training data for
npm run train:triage -- --more FILE and npm run eval:triage. --port-offset takes them from the emulators that run there.
The file holds reports in full: keep it like the reports themselves.`;

const pageSize = 300;

/** Every output that was overridden, a page at a time. */
async function overridden(): Promise<AiDecision[]> {
  const found: AiDecision[] = [];
  let query = db().collection('aiDecisions').where('decision.verdict', '==', 'overridden').orderBy('__name__').limit(pageSize);
  for (;;) {
    const { docs } = await query.get();
    found.push(...docs.map((doc) => fromStore<AiDecision>(doc.data())));
    if (docs.length < pageSize) return found;
    query = query.startAfter(docs.at(-1)!);
  }
}

await runScript(async () => {
  const { values } = parseArgs({ options: { project: { type: 'string' }, 'port-offset': { type: 'string' }, out: { type: 'string' }, help: { type: 'boolean', default: false } } });
  if (values.help) {
    console.log(usage);
    return;
  }
  if (!values.out) throw new Refusal(`Say which file to write: give --out.\n\n${usage}`);
  if (values['port-offset'] !== undefined) {
    const ports = portsAt(parseOffset(values['port-offset']));
    Object.assign(process.env, { FIRESTORE_EMULATOR_HOST: `127.0.0.1:${ports.firestore}`, FIREBASE_AUTH_EMULATOR_HOST: `127.0.0.1:${ports.auth}`, METADATA_SERVER_DETECTION: 'none' });
  }
  const { where } = chooseProject(values['port-offset'] === undefined ? values.project : projectId, usage);
  const decided = await overridden();
  const ids = [...new Set(decided.flatMap(({ incidentId }) => (incidentId === null ? [] : [incidentId])))];
  const reports = new Map<string, { title: string; description: string }>();
  for (let from = 0; from < ids.length; from += pageSize) {
    const found = await db().getAll(...ids.slice(from, from + pageSize).map((id) => db().doc(`incidents/${id}`)));
    for (const doc of found) if (doc.exists) reports.set(doc.id, { title: String(doc.get('title')), description: String(doc.get('description')) });
  }
  const corrections = correctionsFrom(decided, (id) => reports.get(id) ?? null);
  writeFileSync(values.out, corrections.map((line) => `${JSON.stringify(line)}\n`).join(''));
  console.log(`${corrections.length} corrections of ${where} in ${values.out}`);
});
