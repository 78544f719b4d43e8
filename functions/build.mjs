// Bundles the functions with the domain inside, so that the deployed folder needs nothing else of
// this repository. Dynamic imports stay separate chunks: they are loaded by the call that needs them.
import { build } from 'esbuild';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileMails } from './mail/compile.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, 'lib');

const mails = join(here, 'src', 'notifications', 'mail-templates.ts');
if (!existsSync(mails) || readFileSync(mails, 'utf8') !== compileMails()) writeFileSync(mails, compileMails());

const result = await build({
  absWorkingDir: here,
  entryPoints: ['src/index.ts'],
  outdir: 'lib',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  sourcemap: true,
  // Read files that lie beside themselves, or are loaded whole by the one call that needs them.
  external: ['firebase-admin', 'firebase-functions', '@energetic-ai/*', '@google/genai', '@imagekit/nodejs', '@pinecone-database/pinecone', '@sendgrid/*', 'sharp', 'tesseract.js'],
  chunkNames: '[name]-[hash]',
  // Bundled CommonJS packages call require(), which a module does not have by itself.
  banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  write: false,
});

// Read by the calls that triage and compare, so they lie beside the bundle.
for (const name of ['triage.bin', 'words.bin']) result.outputFiles.push({ path: join(out, name), contents: readFileSync(join(here, '..', 'domain', 'models', name)) });

// Only files that differ are written, because running emulators reload on every write.
mkdirSync(out, { recursive: true });
const wanted = new Set(result.outputFiles.map((file) => basename(file.path)));
for (const name of readdirSync(out)) {
  if (!wanted.has(name)) rmSync(join(out, name), { recursive: true });
}
let written = 0;
for (const file of result.outputFiles) {
  if (existsSync(file.path) && readFileSync(file.path).equals(Buffer.from(file.contents))) continue;
  writeFileSync(file.path, file.contents);
  written++;
}
const size = result.outputFiles.filter((file) => file.path.endsWith('.js')).reduce((sum, file) => sum + file.contents.length, 0);
console.log(`functions/lib: ${wanted.size} files, ${Math.round(size / 1024)} kB of JavaScript, ${written} changed`);
