import { readFileSync } from 'node:fs';
import { verifyExport } from '@secura/domain/evidence/export';
import { Budget } from '../functions/src/evidence/inspect/bounds.ts';
import { readZip, unpackEntry } from '../functions/src/evidence/inspect/zip.ts';
import { unseal } from '../functions/src/evidence/seal.ts';
import { Refusal, runScript } from './project-choice.ts';

const usage = `npm run verify-export -- FILE.zip

Proves, without any server, that an export of evidence is what Secura gave out: the custody chain holds, names the
manifest, and every file has the SHA-256 that both say. Exits with 1 and says where when anything differs.`;

// Exports are up to 100 MB of files, which are not packed any further.
const mostBytes = 400 * 1024 * 1024;

function parts(path: string): Map<string, Buffer> {
  const zip = readFileSync(path);
  const budget = new Budget(mostBytes);
  return new Map(readZip(zip).map((entry) => [entry.name, unpackEntry(zip, entry, budget)]));
}

await runScript(async () => {
  const [path] = process.argv.slice(2);
  if (!path || path === '--help') throw new Refusal(usage);
  const content = parts(path);
  const manifest = content.get('manifest.json');
  const custody = content.get('custody.jsonl');
  if (!manifest || !custody) throw new Refusal(`${path} holds no manifest.json or no custody.jsonl: it is no export of evidence.`);
  const { genuine, problems, facts } = await verifyExport(manifest.toString('utf8'), custody.toString('utf8'), async (file) => {
    const stored = content.get(file.path ?? '');
    return stored === undefined ? null : file.sealed ? unseal(stored) : stored;
  });
  for (const fact of facts) console.log(`  ${fact}`);
  for (const problem of problems) console.log(`✗ ${problem}`);
  console.log(genuine ? 'Genuine: nothing differs.' : 'NOT GENUINE.');
  if (!genuine) process.exitCode = 1;
});
