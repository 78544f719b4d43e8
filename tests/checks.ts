import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from '../emulators/paths.ts';

/** How many checks went which way. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

interface VitestReport {
  success: boolean;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
  }[];
}

const longestStage = 20 * 60_000;

/** One thing that either holds or not, with its line on the screen. */
export class Check {
  passed = false;

  constructor(
    private readonly title: string,
    private readonly work: () => Promise<unknown>,
  ) {}

  async run(): Promise<Tally> {
    const began = Date.now();
    try {
      await this.work();
      this.passed = true;
      console.log(`✓ ${this.title} (${seconds(began)})`);
      return { passed: 1, failed: 0, skipped: 0 };
    } catch (error) {
      console.log(`✗ ${this.title} (${seconds(began)})\n${indent(error instanceof Error ? error.message : String(error))}`);
      return { passed: 0, failed: 1, skipped: 0 };
    }
  }
}

/** A stage that could not be tried has failed: nobody may read its absence as success. */
export function notRun(stage: string, reason: string): Tally {
  console.log(`✗ ${stage}: not run, because ${reason}`);
  return { passed: 0, failed: 1, skipped: 0 };
}

/**
 * Runs a Node program and throws the end of what it printed when it fails.
 * @param yields whether it only takes the processor while nothing else wants it
 */
export async function runTool(args: string[], env: Record<string, string> = {}, yields = false): Promise<void> {
  const { code, output } = await runNode(args, env, yields);
  if (code !== 0) throw new Error(lastLines(output, 60) || `It ended with code ${code}.`);
}

/** Runs one project of the vitest configuration and counts each of its tests. */
export async function runVitest(project: string, folder: string, env: Record<string, string> = {}): Promise<Tally> {
  const began = Date.now();
  const file = join(folder, `${project}.json`);
  const { code, output } = await runNode(
    [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--project', `${project}*`, '--reporter=json', `--outputFile=${file}`],
    env,
  );
  if (!existsSync(file)) {
    if (code === 0) return { passed: 0, failed: 0, skipped: 0 };
    console.log(`✗ ${project} (${seconds(began)})\n${indent(lastLines(output, 40))}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
  const { tally, failures } = count(report);
  if (tally.failed === 0 && code !== 0) {
    tally.failed = 1;
    failures.push(`${project}: every test passed, but vitest reported an error.\n${indent(lastLines(output, 40))}`);
  }
  const line = `${project}: ${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped (${seconds(began)})`;
  console.log(tally.failed > 0 ? `✗ ${line}\n${failures.map(indent).join('\n')}` : `✓ ${line}`);
  return tally;
}

function count(report: VitestReport): { tally: Tally; failures: string[] } {
  const tally: Tally = { passed: 0, failed: 0, skipped: 0 };
  const failures: string[] = [];
  for (const file of report.testResults) {
    const name = file.name.replace(`${root}/`, '');
    const failed = file.assertionResults.filter((test) => test.status === 'failed');
    tally.passed += file.assertionResults.filter((test) => test.status === 'passed').length;
    tally.failed += failed.length;
    tally.skipped += file.assertionResults.length - failed.length - file.assertionResults.filter((test) => test.status === 'passed').length;
    for (const test of failed) {
      failures.push(`${name} › ${test.fullName}\n${indent(firstLines(test.failureMessages.join('\n'), 14))}`);
    }
    if (failed.length === 0 && file.status === 'failed') {
      tally.failed++;
      failures.push(`${name}\n${indent(firstLines(file.message, 20))}`);
    }
  }
  return { tally, failures };
}

function runNode(args: string[], env: Record<string, string>, yields = false): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: longestStage,
      killSignal: 'SIGKILL',
    });
    if (yields && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
    let output = '';
    const keep = (chunk: Buffer): void => {
      output = (output + chunk.toString()).slice(-200_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const endWithUs = (): void => void child.kill('SIGKILL');
    process.once('exit', endWithUs);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      process.removeListener('exit', endWithUs);
      resolve({ code: code ?? 1, output: stripVTControlCharacters(output) + (signal ? `\nEnded by ${signal} (the limit is ${longestStage / 60_000} minutes).` : '') });
    });
  });
}

function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

function indent(text: string): string {
  return text.replace(/^/gm, '  ');
}

function lastLines(text: string, most: number): string {
  return text.trim().split('\n').slice(-most).join('\n');
}

function firstLines(text: string, most: number): string {
  return text.trim().split('\n').slice(0, most).join('\n');
}
