import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { saveData } from './save.ts';
import { endProcesses, isAlive, listSuiteProcesses, signal, suiteMark } from './processes.ts';

/** What the guard is to run; sent by the process that starts a suite. */
export interface GuardSpec {
  id: string;
  command: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  /** Working folder of the emulators, where they leave their own logs. */
  folder: string;
  log: string;
  /** Files and folders of this run only, removed at the end. */
  temporary: string[];
  hub: string;
  /** Where the data goes when the suite stops. */
  exportTo?: string;
  stateFile: string;
  state: Record<string, unknown>;
}

export type GuardOrder = { kind: 'run'; spec: GuardSpec } | { kind: 'stop'; exportData: boolean }

export type GuardReport =
  | { kind: 'ready' }
  | { kind: 'failed'; reason: string }
  | { kind: 'stopped'; exported: boolean; exportError?: string; leftover: number[] }

/**
 * The guard stands between a command and the emulators it started: a process of its own that
 * notices when the command is gone, however it went, and then ends every process of the suite.
 */
class Guard {
  private child: ChildProcess | undefined;
  private spec: GuardSpec | undefined;
  private ready = false;
  private stopping = false;
  private readonly lines: string[] = [];

  run(spec: GuardSpec): void {
    this.spec = spec;
    process.env[suiteMark] = spec.id;
    mkdirSync(spec.folder, { recursive: true });
    const log = createWriteStream(spec.log);
    const child = spawn(spec.command, spec.args, {
      cwd: spec.folder,
      env: { ...spec.env, [suiteMark]: spec.id },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    this.child = child;
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on('line', (line) => {
        log.write(`${line}\n`);
        this.read(line);
      });
    }
    child.once('exit', () => void this.childGone());
    child.once('error', (error) => this.report({ kind: 'failed', reason: error.message }));
  }

  private read(line: string): void {
    if (this.ready) return;
    this.lines.push(line);
    if (this.lines.length > 400) this.lines.shift();
    if (/Failed to load function definition|Failed to initialize and load triggers/.test(line)) {
      setTimeout(() => this.fail('The functions could not be loaded.'), 500);
    }
    if (!line.includes('All emulators ready!') || !this.spec) return;
    this.ready = true;
    mkdirSync(dirname(this.spec.stateFile), { recursive: true });
    writeFileSync(this.spec.stateFile, JSON.stringify({ ...this.spec.state, guard: process.pid }, null, 2));
    this.report({ kind: 'ready' });
  }

  private fail(sentence: string): void {
    if (this.ready || this.stopping) return;
    const excerpt = this.lines.filter((line) => line.trim() !== '').slice(-25);
    this.report({ kind: 'failed', reason: [sentence, ...excerpt].join('\n') });
    void this.stop(false);
  }

  private async childGone(): Promise<void> {
    if (this.stopping) return;
    if (this.ready) {
      this.report({ kind: 'failed', reason: `The emulators stopped by themselves; see ${this.spec?.log}` });
      await this.stop(false);
    } else {
      this.fail('The emulators could not be started:');
    }
  }

  async stop(exportData: boolean): Promise<void> {
    if (this.stopping) return;
    this.stopping = true;
    const { spec, child } = this;
    let exportError: string | undefined;
    let exported = false;
    if (spec && this.ready && exportData && spec.exportTo) {
      try {
        await saveData(spec.hub, spec.exportTo);
        exported = true;
      } catch (error) {
        exportError = error instanceof Error ? error.message : String(error);
      }
    }
    let leftover: number[] = [];
    if (spec && child) {
      const list = (): number[] => listSuiteProcesses(spec.id, process.pid);
      if (child.pid && child.exitCode === null) signal(child.pid, 'SIGINT');
      const deadline = Date.now() + 6_000;
      while (child.pid && child.exitCode === null && isAlive(child.pid) && Date.now() < deadline) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      leftover = await endProcesses(list, 1_500);
      for (const path of [...spec.temporary, spec.stateFile]) rmSync(path, { recursive: true, force: true });
    }
    this.report({ kind: 'stopped', exported, exportError, leftover });
    setTimeout(() => process.exit(0), 50);
  }

  private report(report: GuardReport): void {
    if (process.connected) process.send?.(report);
  }
}

const guard = new Guard();
process.on('message', (order: GuardOrder) => {
  if (order.kind === 'run') guard.run(order.spec);
  else void guard.stop(order.exportData);
});
process.on('disconnect', () => void guard.stop(true));
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => void guard.stop(true));
