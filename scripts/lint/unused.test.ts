import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../emulators/paths.ts';

/** Packages that are used without being imported: tools, and what a tool loads by name. */
const tools: Record<string, string[]> = {
  '.': ['@types/node', 'firebase-tools', 'oxlint', 'oxlint-tsgolint', 'tsx', 'typescript'],
  functions: ['@types/node', '@energetic-ai/core'], // A peer of the embeddings.
  web: ['@types/react', '@types/react-dom', 'postcss', 'workbox-window', 'recharts'],
  domain: [],
};

/** Files that are started or loaded by name, and so need no importer. */
const entries = [
  /\.test\.tsx?$/,
  /\.d\.ts$/,
  /(^|\/)(vite|vitest|postcss)\.config\./,
  /^(web\/src\/main\.tsx|web\/public\/|functions\/src\/index\.ts|functions\/build\.mjs|web\/size-check\.ts)/,
  /^(emulators\/(start|guard)\.ts|tests\/(run\.ts|seed-running\.ts|scenario\/run\.ts|emulators\/holder\.ts|functions\/people-leave\.ts)|bench\/(run|eval\/(triage|techniques|certainty|similar))\.ts|training\/(train|attack|similar)\.ts)$/,
  /^(bench\/floor\/|scripts\/[^/]+\.(ts|mjs)$|scripts\/lint\/secura\.js)/,
  /^seed\/(seed|people)\.ts$/,
  /^web\/src\/firebase\/no-re2\.ts$/, // Stands in for a package, see web/vite.config.ts.
];

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (['node_modules', 'lib', 'dist', 'dist-emulator', 'dev-dist', 'coverage'].includes(entry.name) || entry.name.startsWith('.')) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(path);
    return /\.(ts|tsx|js|mjs|css)$/.test(entry.name) ? [path] : [];
  });
}

const sources = new Map(filesIn(root).map((path) => [relative(root, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')]));

function importsOf(text: string): string[] {
  const found = text.matchAll(/(?:\bfrom\s+|\bimport\s*\(?\s*|\brequire\(|\.resolve\(|@import\s+|new URL\(\s*)['"]([^'"]+)['"]/g);
  return [...found].map((match) => match[1] ?? '');
}

describe('packages', () => {
  it.each(Object.keys(tools))('%s lists none that it does not use', (folder) => {
    const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Record<
      'dependencies' | 'devDependencies',
      Record<string, string> | undefined
    >;
    const imported = new Set<string>();
    for (const [path, text] of sources) {
      if (folder !== '.' && !path.startsWith(`${folder}/`)) continue;
      for (const target of importsOf(text)) imported.add(target.split('/').slice(0, target.startsWith('@') ? 2 : 1).join('/'));
    }
    const unused = [...Object.keys(dependencies), ...Object.keys(devDependencies)].filter((name) => !imported.has(name) && !tools[folder]?.includes(name));
    expect(unused).toEqual([]);
  });
});

describe('files', () => {
  it('are all imported by another file or started by name', () => {
    const used = new Set<string>();
    for (const [path, text] of sources) {
      for (const target of importsOf(text)) {
        const resolved = target.startsWith('@secura/domain/')
          ? `domain/src/${target.slice('@secura/domain/'.length)}.ts`
          : relative(root, join(root, dirname(path), target.split('?')[0] ?? '')).replaceAll('\\', '/');
        if (existsSync(join(root, resolved))) used.add(resolved);
      }
    }
    expect([...sources.keys()].filter((path) => !used.has(path) && !entries.some((entry) => entry.test(path)))).toEqual([]);
  });
});

describe('exports', () => {
  it('are all used somewhere', () => {
    const words = new Map<string, number>();
    for (const text of sources.values()) for (const [word] of text.matchAll(/[\w$]+/g)) words.set(word, (words.get(word) ?? 0) + 1);
    const dead: string[] = [];
    for (const [path, text] of sources) {
      for (const match of text.matchAll(/^export (?:async )?(?:const|function|class|interface|type|enum) ([\w$]+)/gm)) {
        if (words.get(match[1] ?? '') === 1) dead.push(`${path}: ${match[1]}`);
      }
    }
    expect(dead.filter((line) => !/^(functions\/src\/(index|triggers)\.ts|bench\/floor\/|web\/src\/firebase\/no-re2)/.test(line))).toEqual([]);
  });
});
