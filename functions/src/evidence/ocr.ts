import { mkdtemp, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { ReadLine } from '@secura/domain/evidence/reading';

/** As the screen names it. */
export const readerName = 'Tesseract (English and German)';

const limitMs = 90_000;
const longestSide = 4000;
/** Letters of a screen are smaller than those that Tesseract learned: drawn so many times as large, it misreads half as many. */
const enlarged = 2;
/** As for the copy for looking at. */
const mostPixels = 64_000_000;

/** One folder for each running instance: the reader takes its languages from one, and each is a package of its own. */
let folder: Promise<string> | undefined;

async function languageFolder(): Promise<string> {
  const packages = createRequire(import.meta.url);
  const files = [packages.resolve('@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz'), packages.resolve('@tesseract.js-data/deu/4.0.0_best_int/deu.traineddata.gz')];
  const made = await mkdtemp(join(tmpdir(), 'secura-languages-'));
  for (const file of files) await symlink(file, join(made, basename(file)));
  return made;
}

/**
 * Reads the text in a picture, without a network. In a thread of its own that ends with the call: whatever a picture does to
 * the reader, it does it to nobody else.
 * @returns lines from top to bottom
 * @throws Error when it cannot be drawn, the reader breaks, or it takes longer than 90 s
 */
export async function recognise(picture: Buffer, timeLimitMs = limitMs): Promise<ReadLine[]> {
  const [{ default: sharp }, { createWorker }] = await Promise.all([import('sharp'), import('tesseract.js')]);
  sharp.cache(false);
  const original = sharp(picture, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 });
  const { width, height } = await original.metadata();
  const side = Math.max(width, height);
  const drawn = side * enlarged <= longestSide ? side * enlarged : Math.min(side, longestSide);
  const image = await original
    .rotate()
    .resize({ width: drawn, height: drawn, fit: 'inside', kernel: 'cubic' })
    // What is transparent is read on white.
    .flatten({ background: '#fff' })
    .greyscale()
    .png({ compressionLevel: 1 })
    .toBuffer();
  const langPath = await (folder ??= languageFolder());
  // German first: what is in both is read as well in either order, umlauts are not.
  // Without a handler of ours the reader throws where nobody can catch it.
  const worker = await createWorker(['deu', 'eng'], 1, { langPath, cacheMethod: 'none', gzip: true, errorHandler: () => undefined });
  let timer: NodeJS.Timeout | undefined;
  try {
    const broken = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('Reading the picture took too long.')), timeLimitMs);
      (worker as unknown as { worker: NodeJS.EventEmitter }).worker.on('error', reject);
    });
    const { data } = await Promise.race([worker.recognize(image, {}, { blocks: true }), broken]);
    const lines = (data.blocks ?? []).flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.lines));
    return lines.map(({ text, confidence }) => ({ text, confidence: confidence / 100 }));
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
