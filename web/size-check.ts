/**
 * Holds the JavaScript of each way through the app to its budget, gzip, as the browser loads it: the static imports of
 * every named module and the lazy modules that this way needs. Usage: size-check.ts [folder of the build] [--files]
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

interface Chunk {
  file: string;
  imports?: string[];
}

const dist = process.argv[2] && !process.argv[2].startsWith('--') ? resolve(process.argv[2]) : join(import.meta.dirname, 'dist');
const manifestFile = join(dist, '.vite', 'manifest.json');

/** Loaded on every page. */
const always = ['index.html', 'src/app/update-prompt.tsx'];
/** Loaded behind the sign-in, whatever the page. */
const session = ['src/app/shell.tsx', 'src/firebase/auth.ts', 'src/firebase/firestore.ts'];

const ways = [
  { name: 'landing', kB: 130, modules: [...always, 'src/landing/landing-page.tsx'], without: ['firebase', 'firestore'] },
  {
    name: 'landing + login',
    kB: 160,
    modules: [...always, 'src/landing/landing-page.tsx', 'src/people/login-page.tsx', 'src/firebase/auth.ts'],
    without: ['firestore'],
  },
  {
    name: 'employee: home + report',
    kB: 350,
    // With what a report loads while it is written and sent, besides the page itself.
    modules: [...always, ...session, 'src/insight/home-page.tsx', 'src/incidents/report/report-page.tsx', 'src/incidents/report/validate.ts', 'src/incidents/report/sending.ts'],
    without: ['trend-chart'],
  },
  {
    name: 'analyst: queue + incident',
    kB: 420,
    modules: [...always, ...session, 'src/firebase/functions.ts', 'src/incidents/queue/queue-page.tsx', 'src/app/incident-route.tsx', 'src/incidents/case/team-case.tsx'],
    without: ['trend-chart'],
  },
];

/** Whether a chunk carries zod, told by the marker that its classes have. */
const hasZod = (code: string): boolean => code.includes('_zod');

function closure(manifest: Record<string, Chunk>, modules: readonly string[]): Set<string> {
  const files = new Set<string>(['theme.js']);
  const visited = new Set<string>();
  const queue = [...modules];
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    if (visited.has(key)) continue;
    visited.add(key);
    const chunk = manifest[key];
    if (!chunk) throw new Error(`The build has no chunk of ${key}: correct its name in web/size-check.ts.`);
    files.add(chunk.file);
    queue.push(...(chunk.imports ?? []));
  }
  return files;
}

/** Files that import each other in a circle: which runs first would be chance, and a page may find a part undefined. */
function findCircle(manifest: Record<string, Chunk>): string[] | undefined {
  const done = new Set<string>();
  function visit(key: string, trail: string[]): string[] | undefined {
    if (trail.includes(key)) return [...trail.slice(trail.indexOf(key)), key];
    if (done.has(key)) return undefined;
    for (const next of manifest[key]?.imports ?? []) {
      const circle = visit(next, [...trail, key]);
      if (circle) return circle;
    }
    done.add(key);
    return undefined;
  }
  for (const key of Object.keys(manifest)) {
    const circle = visit(key, []);
    if (circle) return circle;
  }
  return undefined;
}

function check(): boolean {
  if (!existsSync(manifestFile)) throw new Error('There is no build to measure: run `npm run build` first.');
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Record<string, Chunk>;
  const circle = findCircle(manifest);
  if (circle) console.log(`  CIRCLE  ${circle.join(' → ')}`);
  let good = !circle;
  console.log('JavaScript of each way, gzip:');
  for (const way of ways) {
    const files = [...closure(manifest, way.modules)].filter((file) => file.endsWith('.js'));
    const codes = files.map((file) => readFileSync(join(dist, file)));
    const kB = codes.reduce((sum, code) => sum + gzipSync(code, { level: 9 }).length, 0) / 1000;
    const forbidden = way.without.filter((name) => files.some((file) => file.startsWith(`assets/${name}-`)));
    if (way.name.startsWith('landing') && codes.some((code) => hasZod(code.toString()))) forbidden.push('zod');
    const ok = kB <= way.kB && forbidden.length === 0;
    good &&= ok;
    const remark = forbidden.length > 0 ? `  must not load ${forbidden.join(', ')}` : '';
    console.log(`  ${ok ? 'ok  ' : 'OVER'}  ${way.name.padEnd(28)} ${kB.toFixed(1).padStart(6)} kB of ${way.kB} in ${files.length} files${remark}`);
    if (process.argv.includes('--files')) {
      for (const [index, file] of files.entries()) console.log(`        ${(gzipSync(codes[index] ?? '').length / 1000).toFixed(1).padStart(6)}  ${file}`);
    }
  }
  return good;
}

process.exitCode = check() ? 0 : 1;
