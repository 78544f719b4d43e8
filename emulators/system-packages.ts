import { spawnSync } from 'node:child_process';

/**
 * Installs a Debian package when that is allowed (root, apt) and possible (apt knows it).
 * Returns whether the package is there now; never asks anything.
 */
export function installSystemPackage(name: string): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  if (!knows(name)) {
    run(['update', '-qq']);
    if (!knows(name)) return false;
  }
  console.error(`Installing ${name} (apt-get) …`);
  return run(['install', '-y', '-qq', '--no-install-recommends', name]);
}

function knows(name: string): boolean {
  const result = spawnSync('apt-cache', ['policy', name], { encoding: 'utf8' });
  return result.status === 0 && /Candidate: (?!\(none\))\S/.test(result.stdout);
}

function run(args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
}
