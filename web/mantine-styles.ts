import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import postcss from 'postcss';
import type { Plugin } from 'vite';

/**
 * Takes out of Mantine's style sheet what no component of ours uses: it is half of what the app keeps for offline use.
 * Works on the sources, before bundling, so that the file's hash follows its content.
 */
export function mantineStyles(): Plugin {
  return {
    name: 'mantine-styles',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      return id.includes('@mantine/core/styles.css') ? { code: prune(code, usedClasses()), map: null } : undefined;
    },
  };
}

const require = createRequire(import.meta.url);
/** The folder of a package's modules, beside its CommonJS entry. */
const modulesOf = (name: string): string => join(dirname(dirname(require.resolve(name))), 'esm');
const core = modulesOf('@mantine/core');

function read(folder: string, extension: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => extension.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

/** Names that a source takes from Mantine's core, as values. */
function namesIn(source: string): string[] {
  return [...source.matchAll(/import\s*\{([^}]*)\}\s*from\s*["']@mantine\/core["']/g)].flatMap(([, list = '']) =>
    list.split(',').map((item) => item.trim().replace(/^type .*/, '').replace(/ as .*/, '')),
  );
}

/** The hashed classes of every component that our sources reach. */
function usedClasses(): Set<string> {
  const packages = ['notifications', 'charts'].flatMap((name) => read(modulesOf(`@mantine/${name}`), /\.mjs$/));
  const names = new Set([...read(join(import.meta.dirname, 'src'), /\.tsx?$/), ...packages].flatMap(namesIn));
  const index = readFileSync(join(core, 'index.mjs'), 'utf8');
  const queue: string[] = [];
  for (const [, list = '', path = ''] of index.matchAll(/import \{([^}]*)\} from "(\.[^"]+)"/g)) {
    if (list.split(',').some((name) => names.has(name.trim().replace(/.* as /, '')))) queue.push(resolve(core, path));
  }
  const classes = new Set<string>();
  const visited = new Set<string>();
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (visited.has(file)) continue;
    visited.add(file);
    const source = readFileSync(file, 'utf8');
    for (const [name] of source.matchAll(/\bm_[0-9a-f]+/g)) classes.add(name);
    for (const [, path = ''] of source.matchAll(/from "(\.[^"]+)"/g)) queue.push(resolve(dirname(file), path));
  }
  if (classes.size < 20) throw new Error('mantine-styles found too few classes: the layout of @mantine/core has changed.');
  return classes;
}

function prune(css: string, used: ReadonlySet<string>): string {
  const sheet = postcss.parse(css);
  sheet.walkRules((rule) => {
    const kept = rule.selectors.filter((selector) => (selector.match(/\.m_[0-9a-f]+/g) ?? []).every((name) => used.has(name.slice(1))));
    if (kept.length === 0) rule.remove();
    else if (kept.length < rule.selectors.length) rule.selectors = kept;
  });
  sheet.walkAtRules(/^(media|supports|layer|container)$/, (at) => {
    if (at.nodes?.length === 0) at.remove();
  });
  return sheet.toString();
}
