// Runs one TypeScript file of this repository on a machine that may have nothing but Node:
//   node scripts/with-install.mjs emulators/start.ts --fresh
// Plain JavaScript without dependencies, because it runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const oldestNode = [20, 19];

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [needMajor, needMinor] = oldestNode;
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return;
  console.error(
    `Secura needs Node.js ${oldestNode.join('.')} or newer, and this is ${process.versions.node}. ` +
      'Install a current version from https://nodejs.org and run the command again.',
  );
  process.exit(1);
}

/** Installs exactly what package-lock.json says when that was not what was installed last. */
function installIfNeeded() {
  const stamp = join(root, 'node_modules', '.secura-lock-hash');
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  if (!existsSync(stamp) && matchesInstalled()) {
    writeFileSync(stamp, hash);
    return;
  }
  console.error('Installing packages (npm ci) …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const result = spawnSync(npm, ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) {
    console.error('npm ci failed: see the lines above. Nothing was started.');
    process.exit(1);
  }
  writeFileSync(stamp, hash);
}

/** True when somebody already ran `npm ci` by hand: npm keeps its own copy of the lock file. */
function matchesInstalled() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const versions = (file) => {
    const packages = JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
    return new Map(Object.entries(packages).map(([path, entry]) => [path, entry]));
  };
  const have = versions(installed);
  for (const [path, entry] of versions(join(root, 'package-lock.json'))) {
    if (!path.includes('node_modules/') || entry.optional || entry.link || entry.peer) continue;
    if (have.get(path)?.version !== entry.version) return false;
  }
  return true;
}

function run([file, ...args]) {
  if (!file) {
    console.error('Usage: node scripts/with-install.mjs FILE.ts [arguments]');
    process.exit(1);
  }
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, file), ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  // A terminal sends Ctrl-C to both processes at once; the child decides what it means. Signals
  // sent only to this process (a supervisor's SIGTERM) are handed on.
  process.on('SIGINT', () => {
    if (!process.stdin.isTTY) child.kill('SIGINT');
  });
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exit(code ?? 128 + (constants.signals[signal] ?? 0));
  });
}

checkNode();
installIfNeeded();
run(process.argv.slice(2));
