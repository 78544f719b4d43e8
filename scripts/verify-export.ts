import { readFileSync } from 'node:fs';
import { firstDifference, verifyExport, type ExportedFile } from '@secura/domain/evidence/export';
import { Budget } from '../functions/src/evidence/inspect/bounds.ts';
import { readZip, unpackEntry } from '../functions/src/evidence/inspect/zip.ts';
import { unseal } from '../functions/src/evidence/seal.ts';
import { Refusal, runScript } from './project-choice.ts';

const usage = `npm run verify-export -- FILE.zip [ORIGINAL]

Proves, without any server, that an export of evidence is what Secura gave out: the custody chain holds, names the
manifest, and every file has the SHA-256 that both say. Exits with 1 and says where when anything differs.

By itself it names the first byte that differs where one byte of its 512 was changed or something was added, and these 512
bytes where more were. With ORIGINAL, an untouched export of the same incident or one of its files, it always names the byte.`;

// Exports are up to 100 MB of files, which are not packed any further.
const mostBytes = 400 * 1024 * 1024;

function parts(path: string): Map<string, Buffer> {
  const zip = readFileSync(path);
  const budget = new Budget(mostBytes);
  return new Map(readZip(zip).map((entry) => [entry.name, unpackEntry(zip, entry, budget)]));
}

/** How to read a file of an export: by its place in there, unsealed; null when it is not there. */
function reader(content: Map<string, Buffer>) {
  return async (file: ExportedFile): Promise<Buffer | null> => {
    const stored = content.get(file.path ?? '');
    return stored === undefined ? null : file.sealed ? unseal(stored) : stored;
  };
}

/** What may be the original of a file: the same place in another export, or any single file. */
function originals(path: string): { content: Map<string, Buffer>; read: (file: ExportedFile) => Promise<Buffer | null> } {
  const bytes = readFileSync(path);
  const content = bytes.subarray(0, 2).toString('latin1') === 'PK' ? parts(path) : new Map<string, Buffer>();
  if (content.has('manifest.json')) return { content, read: reader(content) };
  return { content: new Map(), read: () => Promise.resolve(bytes) };
}

await runScript(async () => {
  const [path, original] = process.argv.slice(2);
  if (!path || path === '--help') throw new Refusal(usage);
  const content = parts(path);
  const manifest = content.get('manifest.json');
  const custody = content.get('custody.jsonl');
  if (!manifest || !custody) throw new Refusal(`${path} holds no manifest.json or no custody.jsonl: it is no export of evidence.`);
  const other = original === undefined ? null : originals(original);
  const { genuine, problems, facts } = await verifyExport(manifest.toString('utf8'), custody.toString('utf8'), reader(content), other?.read);
  for (const fact of facts) console.log(`  ${fact}`);
  for (const problem of problems) console.log(`✗ ${problem}`);
  for (const name of ['manifest.json', 'custody.jsonl']) {
    const was = other?.content.get(name);
    const is = content.get(name)!;
    // Two genuine exports of an incident differ here: each names its own moment.
    if (!genuine && was && !was.equals(is)) console.log(`  ${name} differs from that of ${original} from byte ${firstDifference(was, is)} on.`);
  }
  console.log(genuine ? 'Genuine: nothing differs.' : 'NOT GENUINE.');
  if (!genuine) process.exitCode = 1;
});
