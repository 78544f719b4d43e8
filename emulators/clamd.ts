import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { host } from './ports.ts';
import { installSystemPackage } from './system-packages.ts';

/** A running ClamAV daemon with a signature of its own, for development and tests. */
export interface Clamd {
  host: string;
  port: number;
  stop(): Promise<void>;
}

export const missingClamdAdvice = 'There is no clamd here. Install ClamAV\'s daemon (Debian and Ubuntu: apt-get install clamav-daemon; macOS: brew install clamav).';

function findClamd(): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin', '/opt/homebrew/sbin'];
  return folders.map((folder) => join(folder, 'clamd')).find((path) => existsSync(path));
}

/** The path of clamd, installed from the system's packages when it is missing and that is allowed; undefined when there is none. */
export function clamdPath(): string | undefined {
  return findClamd() ?? (installSystemPackage('clamav-daemon') ? findClamd() : undefined);
}

// The industry's harmless test file is all that it knows: real signatures are downloaded, and need a gigabyte of memory.
const testFile = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!', '$H+H*'].join('');

/**
 * Starts clamd on this machine alone.
 * @param options `port` 0 takes a free one; `streamMaxLength` bounds what it takes, as clamd.conf(5) writes sizes
 * @throws Error when it ends before it answers, with what it said
 */
export async function startClamd(path: string, options: { port?: number; streamMaxLength?: string } = {}): Promise<Clamd> {
  const port = options.port || (await freePort());
  const folder = mkdtempSync(join(tmpdir(), 'secura-clamd-'));
  writeFileSync(join(folder, 'secura.ndb'), `Eicar-Test-Signature:0:*:${Buffer.from(testFile).toString('hex')}\n`);
  const config = join(folder, 'clamd.conf');
  writeFileSync(
    config,
    [
      'Foreground true', `DatabaseDirectory ${folder}`, `TCPSocket ${port}`, `TCPAddr ${host}`, `StreamMaxLength ${options.streamMaxLength ?? '25M'}`,
      'OfficialDatabaseOnly false', 'AlertOLE2Macros false', `User ${process.env.USER ?? 'root'}`, '',
    ].join('\n'),
  );
  const child = spawn(path, ['-c', config], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (data: Buffer) => (said += data.toString()));
  child.stderr.on('data', (data: Buffer) => (said += data.toString()));
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const { clamdScanner } = await import('../functions/src/evidence/scan/clamd.ts');
  const scanner = clamdScanner({ host, port, patience: 2000 });
  for (let tries = 0; tries < 100 && child.exitCode === null; tries++) {
    const answers = await scanner.scan(Buffer.from('hello')).then(() => true, () => false);
    if (answers) return { host, port, stop };
    await pause(100);
  }
  await stop();
  throw new Error(`clamd did not start:\n${said.trim()}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, host, () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
