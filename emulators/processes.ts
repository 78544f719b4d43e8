import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Every process of a suite inherits this variable, so that none is missed when one of them has
 * started others in its own process group or has died before its children.
 */
export const suiteMark = 'SECURA_SUITE_ID';

/** The processes that carry the suite's mark, and all that descend from `ancestor`. */
export function listSuiteProcesses(id: string, ancestor?: number): number[] {
  const found = new Set(markedProcesses(id));
  if (ancestor) for (const pid of descendants(ancestor)) found.add(pid);
  found.delete(process.pid);
  return [...found];
}

/** Ends processes, first politely; returns those that are still there. */
export async function endProcesses(list: () => number[], patienceMs = 2_000): Promise<number[]> {
  const deadline = Date.now() + patienceMs;
  for (const pid of list()) signal(pid, 'SIGTERM');
  while (list().length > 0 && Date.now() < deadline) await sleep(100);
  for (let round = 0; round < 20 && list().length > 0; round++) {
    for (const pid of list()) signal(pid, 'SIGKILL');
    await sleep(100);
  }
  return list();
}

/** True while a process with this id exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Sends a signal to a process that may be gone already. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function markedProcesses(id: string): number[] {
  const wanted = `${suiteMark}=${id}`;
  if (process.platform === 'linux') {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && environment(name).includes(wanted) && !isZombie(name))
      .map(Number);
  }
  if (process.platform === 'win32') return [];
  return ps(['-axEww', '-o', 'pid=,command='])
    .filter((line) => line.includes(wanted))
    .map((line) => Number.parseInt(line, 10));
}

function descendants(ancestor: number): number[] {
  if (process.platform === 'win32') return [];
  const children = new Map<number, number[]>();
  for (const line of ps(['-axo', 'pid=,ppid=,stat='])) {
    const [pid = '', parent = '', state = ''] = line.trim().split(/\s+/);
    if (state.startsWith('Z')) continue;
    children.set(Number(parent), [...(children.get(Number(parent)) ?? []), Number(pid)]);
  }
  const found: number[] = [];
  const queue = [...(children.get(ancestor) ?? [])];
  for (let pid = queue.pop(); pid !== undefined; pid = queue.pop()) {
    found.push(pid);
    queue.push(...(children.get(pid) ?? []));
  }
  return found;
}

function ps(args: string[]): string[] {
  const result = spawnSync('ps', args, { encoding: 'utf8' });
  // The listing holds `ps` itself, which is a child of this process and gone by now.
  return (result.stdout ?? '').split('\n').filter((line) => line && Number.parseInt(line, 10) !== result.pid);
}

function environment(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

function isZombie(pid: string): boolean {
  try {
    return /^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return true;
  }
}
