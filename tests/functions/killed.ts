import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { root } from '../../emulators/paths.ts';

/**
 * Runs a piece of a program in a process of its own and kills it (SIGKILL), so that nothing of it can tidy up.
 * @param script TypeScript, seen from the repository's root; where nothing else is said, it dies when it prints something
 * @param reached when it is where it shall die
 */
export async function killedAt(script: string, env: Record<string, string> = {}, reached?: () => Promise<unknown>): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', `${script}\nsetInterval(() => undefined, 1000);`], { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
  const exit = once(child, 'exit');
  const tooEarly = exit.then(([code]) => Promise.reject(new Error(`It ended by itself, with ${code}.`)));
  tooEarly.catch(() => undefined);
  await Promise.race([reached?.() ?? once(child.stdout, 'data'), tooEarly]);
  child.kill('SIGKILL');
  await exit;
}
