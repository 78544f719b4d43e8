import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';

// In the cloud a function that reads a secret which it does not bind finds nothing there, and without a word uses what is embedded.

const here = dirname(fileURLToPath(import.meta.url));

/** What a file lists by name, and the file that defines it. */
function listed(file: string, pattern: RegExp): [name: string, path: string][] {
  return [...readFileSync(join(here, file), 'utf8').matchAll(pattern)].flatMap(([, names, from]) => names!.split(',').map((name): [string, string] => [name.trim(), join(here, dirname(file), from!)]));
}
const functions = listed('index.ts', /^export \{ ([^}]+) \} from '([^']+)';$/gm);
const operations = listed('api/operations.ts', /^import \{ ([^}]+) \} from '([^']+)';$/gm);

const definitions = readFileSync(join(here, 'platform/secrets.ts'), 'utf8');
const secrets = [...definitions.matchAll(/defineSecret\('([A-Z_]+)'\)/g)].map(([, name]) => name!);
const switches = [...definitions.matchAll(/process\.env\['([A-Z_]+)'\] === 'on'/g)].map(([, name]) => name!);

/** Lets the bundler leave out, of each file, what the one function does not reach: files define several. */
const reachable: Plugin = {
  name: 'reachable',
  setup(bundler) {
    bundler.onLoad({ filter: /\/(functions|domain)\/src\/.*\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      // To define a secret is not to read it. What is built by a call could have effects, which a bundler keeps; never run, it may be put off.
      const contents = path.endsWith('/platform/secrets.ts') ? text.replaceAll(/defineSecret\('[A-Z_]+'\)/g, 'null') : text.replaceAll(/^((?:export )?const \w+(?:: [^=\n]+)? = )(?=[\w.]+[(<])/gm, '$1() => ');
      return { contents, loader: 'ts' };
    });
  },
};

/** The secrets whose names stand in any code that a function reaches, directly or by what it loads later. */
async function readBy([name, path]: readonly [string, string]): Promise<string[]> {
  const { outputFiles } = await build({
    stdin: { contents: `export { ${name} } from ${JSON.stringify(path)};`, resolveDir: here, loader: 'ts' },
    bundle: true, format: 'esm', platform: 'node', write: false, packages: 'external', alias: { '@secura/domain': join(here, '../../domain/src') }, legalComments: 'none', minifyWhitespace: true, plugins: [reachable], logLevel: 'silent',
  });
  return secrets.filter((secret) => outputFiles[0]!.text.includes(secret));
}

let bound: Record<string, string[]>;
beforeAll(() => {
  const script = `
    const names = (one) => (one.__endpoint.secretEnvironmentVariables ?? []).map(({ key }) => key);
    const found = {};
    for (const [name, file] of JSON.parse(process.argv[1])) {
      const one = (await import(file))[name];
      found[name] = names(one.callable ?? one);
    }
    console.log(JSON.stringify(found));`;
  const env = { ...process.env, ...Object.fromEntries(switches.map((name) => [name, 'on'])) };
  bound = JSON.parse(execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script, JSON.stringify([...functions, ...operations])], { cwd: here, env, encoding: 'utf8' })) as Record<string, string[]>;
}, 60_000);

describe('every function and operation', () => {
  it('is looked at, and what it reads is found', async () => {
    expect(functions.length).toBeGreaterThan(15);
    expect(operations.length).toBeGreaterThan(50);
    expect([secrets.length, switches.length]).toEqual([5, 4]);
    const find = (name: string) => readBy([...functions, ...operations].find(([one]) => one === name)!);
    expect(await find('onComparison')).toEqual(['GEMINI_API_KEY', 'PINECONE_API_KEY']);
    expect(await find('onMail')).toEqual(['SENDGRID_API_KEY', 'UNSUBSCRIBE_KEY']);
    expect(await find('onPerson')).toEqual([]);
  });

  it('binds each secret that anything it reaches reads', async () => {
    const missing = await Promise.all([...functions, ...operations].map(async (one) => (await readBy(one)).filter((secret) => !bound[one[0]]!.includes(secret)).map((secret) => `${one[0]} reads ${secret}`)));
    expect(missing.flat()).toEqual([]);
  }, 60_000);
});
