import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

const folder = fileURLToPath(new URL('..', import.meta.url));
const vendors = ['@google/genai', '@google/generative-ai', '@pinecone-database', '@sendgrid', 'firebase-admin/messaging', '@imagekit', 'imagekit', 'clamscan', 'natural', '@energetic-ai', 'tesseract.js', 'sharp', 'pdfmake', '@zip.js', 'postal-mime'];

test('what every function loads at its start holds no vendor SDK, no triage vocabulary and no list of public suffixes', async () => {
  const { metafile } = await build({
    absWorkingDir: folder, entryPoints: ['src/index.ts'], bundle: true, splitting: true, format: 'esm', platform: 'node', outdir: 'lib',
    external: ['firebase-admin', 'firebase-functions', '@energetic-ai/*', '@google/genai', '@imagekit/nodejs', '@pinecone-database/pinecone', '@sendgrid/*', 'sharp', 'tesseract.js'], write: false, metafile: true, logLevel: 'silent',
  });
  // Follow static imports only, from the entry: dynamic ones are loaded by the call that needs them.
  const start = Object.entries(metafile.outputs).find(([, output]) => output.entryPoint === 'src/index.ts')![0];
  const seen = new Set<string>();
  const inputs: string[] = [];
  const visit = (path: string): void => {
    const output = metafile.outputs[path];
    if (!output || seen.has(path)) return;
    seen.add(path);
    inputs.push(...Object.keys(output.inputs), ...output.imports.filter((imported) => imported.external && imported.kind === 'import-statement').map((imported) => imported.path));
    for (const imported of output.imports) if (imported.kind === 'import-statement') visit(imported.path);
  };
  visit(start);
  expect(inputs.some((path) => path.includes('domain/src/incidents/lifecycle'))).toBe(true);
  expect(inputs.filter((path) => vendors.some((vendor) => path.includes(`node_modules/${vendor}/`) || path === vendor || path.startsWith(`${vendor}/`)))).toEqual([]);
  expect(inputs.filter((path) => /triage\/(analyse|assess|model|techniques\/)|models\/attack|mail-templates|node_modules\/tldts/.test(path))).toEqual([]);
});

test('the bundled index loads in a fresh process', () => {
  execFileSync(process.execPath, ['build.mjs'], { cwd: folder });
  const names = execFileSync(process.execPath, ['-e', "import('./lib/index.js').then((m) => console.log(Object.keys(m).join()))"], { cwd: folder, encoding: 'utf8' });
  expect(names.trim().split(',')).toContain('onReport');
});

test('every function is deployed where the app looks for it: none is defined before the options of all are set', () => {
  const script = "import('./lib/index.js').then((m) => console.log(JSON.stringify(Object.values(m).flatMap((one) => (one.__endpoint ? [one] : Object.values(one))).map((one) => one.__endpoint.region))))";
  const regions = JSON.parse(execFileSync(process.execPath, ['-e', script], { cwd: folder, encoding: 'utf8' })) as string[][];
  expect(regions.length).toBeGreaterThan(40);
  expect(new Set(regions.map(String))).toEqual(new Set(['europe-west1']));
});
