import type { EvidenceExport } from '@secura/domain/evidence/operations';
import { OperationError } from '../../firebase/operations.ts';

const readme = `Evidence exported from Secura.

manifest.json   the files with their SHA-256, and what was left out
custody.jsonl   the custody chain: who added, checked, opened and exported them; other events are veiled
files/          files in which nothing was found
sealed/         files that may do harm, each locked in a ZIP file (AES-256) with the password "infected"

To prove that nothing was changed, in a copy of Secura's source: npm run verify-export -- THIS-FILE.zip
`;

/**
 * Fetches the parts of an export and packs them as they are.
 * @param onProgress gets the part done, 0 to 1
 * @throws OperationError with a sentence when a file cannot be fetched
 */
export async function pack({ manifest, custody, files }: EvidenceExport, onProgress: (part: number) => void): Promise<Blob> {
  const { BlobReader, BlobWriter, configure, TextReader, ZipWriter } = await import('@zip.js/zip.js');
  configure({ useWebWorkers: false });
  const zip = new ZipWriter(new BlobWriter('application/zip'), { level: 0, dataDescriptor: false });
  await zip.add('README.txt', new TextReader(readme));
  await zip.add('manifest.json', new TextReader(manifest));
  await zip.add('custody.jsonl', new TextReader(custody));
  for (const [index, { path, url }] of files.entries()) {
    const answer = await fetch(url).catch(() => null);
    if (!answer?.ok) throw new OperationError('unreachable', `“${path}” could not be fetched, so nothing was exported. Check your connection and try again.`);
    await zip.add(path, new BlobReader(await answer.blob()));
    onProgress((index + 1) / files.length);
  }
  return zip.close();
}
