import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { webFolder } from './config.ts';
import { root } from './paths.ts';
import { portsAt } from './ports.ts';

/** A build that did not succeed, with what the tool printed. */
export class BuildError extends Error {}

/** Bundles the functions into functions/lib. */
export async function buildFunctions(): Promise<void> {
  await run('The functions could not be built', [join(root, 'functions', 'build.mjs')], join(root, 'functions'));
}

/**
 * Builds the web app for the suite at `offset`, unless the last build there was made from the very
 * same sources. Returns the folder.
 */
export async function buildWeb(offset: number): Promise<string> {
  const folder = join(root, webFolder(offset));
  const { auth, firestore, functions, storage } = portsAt(offset);
  const ports = JSON.stringify({ auth, firestore, functions, storage });
  const stamp = join(folder, '.built-from');
  const sources = hashOf(['web/src', 'web/public', 'web/index.html', 'web/vite.config.ts', 'web/chunks.ts', 'web/mantine-styles.ts', 'web/package.json', 'domain/src', 'package-lock.json'], ports);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return folder;
  const vite = createRequire(join(root, 'web', 'package.json')).resolve('vite/package.json');
  await run(
    'The web app could not be built',
    [join(dirname(vite), 'bin', 'vite.js'), 'build', '--mode', 'emulator', '--outDir', folder, '--emptyOutDir'],
    join(root, 'web'),
    { VITE_EMULATOR_PORTS: ports },
  );
  writeFileSync(stamp, sources);
  return folder;
}

function run(sentence: string, args: string[], cwd: string, env: Record<string, string> = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const { NODE_ENV: _mode, ...inherited } = process.env;
    const child = spawn(process.execPath, args, { cwd, env: { ...inherited, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new BuildError(`${sentence}:\n${stripVTControlCharacters(output).trim().split('\n').slice(-40).join('\n')}`));
    });
  });
}

function hashOf(paths: string[], ...more: string[]): string {
  const hash = createHash('sha256');
  const add = (path: string): void => {
    const full = join(root, path);
    if (!existsSync(full)) return;
    if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full).sort()) add(join(path, name));
    } else {
      hash.update(path).update(readFileSync(full));
    }
  };
  paths.forEach(add);
  return hash.update(more.join('\n')).digest('hex');
}
