import { fork, spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataFolder, root } from '../../emulators/paths.ts';
import { freeOffset, portsAt, requireFreePorts, type Ports } from '../../emulators/ports.ts';
import { listSuiteProcesses } from '../../emulators/processes.ts';
import { findRunningSuite } from '../../emulators/running.ts';

let offset: number;
beforeAll(async () => {
  offset = await freeOffset(21_000);
});

async function until(holds: () => boolean | Promise<boolean>, patience = 30_000): Promise<void> {
  const deadline = Date.now() + patience;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('It did not happen in time.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

it('leaves no process behind when the program that started the suite is killed', async () => {
  const holder = fork(join(root, 'tests', 'emulators', 'holder.ts'), [String(offset)], { execArgv: ['--import', 'tsx'] });
  const { id, ports } = await new Promise<{ id: string; ports: Ports }>((resolve) => holder.once('message', resolve as never));
  expect(listSuiteProcesses(id).length).toBeGreaterThanOrEqual(3);
  expect(findRunningSuite(offset)?.id).toBe(id);
  holder.kill('SIGKILL');
  await until(() => listSuiteProcesses(id).length === 0);
  await expect(requireFreePorts(ports)).resolves.toBeUndefined();
  await until(() => findRunningSuite(offset) === undefined);
});

describe('npm start', () => {
  const data = (): string => join(dataFolder, String(offset));
  const running: ChildProcess[] = [];
  afterAll(() => {
    for (const child of running) child.kill('SIGTERM');
    rmSync(data(), { recursive: true, force: true });
  });

  function start(...more: string[]): { child: ChildProcess; output: () => string; ended: Promise<number | null> } {
    const args = ['scripts/with-install.mjs', 'emulators/start.ts', '--port-offset', String(offset), '--services', 'firestore,storage', ...more];
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    running.push(child);
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    return { child, output: () => output, ended: new Promise((resolve) => child.once('exit', resolve)) };
  }

  function document(): string {
    const { firestore } = portsAt(offset);
    return `http://127.0.0.1:${firestore}/v1/projects/demo-secura/databases/(default)/documents/kept`;
  }

  const asOwner = { authorization: 'Bearer owner', 'content-type': 'application/json' };

  it('keeps the data from one start to the next, and names a port in use', async () => {
    const first = start('--fresh');
    await until(() => first.output().includes('Secura is running'), 150_000);
    const id = findRunningSuite(offset)?.id ?? '';
    const written = await fetch(`${document()}?documentId=one`, { method: 'POST', headers: asOwner, body: '{"fields":{"n":{"integerValue":"7"}}}' });
    expect(written.status).toBe(200);

    const second = start();
    expect(await second.ended).toBe(1);
    expect(second.output()).toMatch(/Ports? \d+ \(\w+\).* already in use.*--port-offset/s);

    first.child.kill('SIGINT');
    expect(await first.ended).toBe(0);
    expect(first.output()).toContain('the next start has it again');
    expect(listSuiteProcesses(id)).toEqual([]);

    const third = start();
    await until(() => third.output().includes('Secura is running'), 150_000);
    const read = await fetch(`${document()}/one`, { headers: asOwner });
    expect(await read.json()).toMatchObject({ fields: { n: { integerValue: '7' } } });
    third.child.kill('SIGTERM');
    expect(await third.ended).toBe(0);
  });
});
