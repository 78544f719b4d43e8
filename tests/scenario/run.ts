import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { connectOrStart } from '../../emulators/attach.ts';
import { parseOffset } from '../../emulators/ports.ts';
import { launchBrowser } from '../chromium.ts';
import { openStage, phishingStory } from './story.ts';

const help = `npm run scenario -- [options]

Plays the phishing story through the real app in real browsers, and prints each step with its time in ms. Uses the
suite that runs at the port offset, or starts one with demo data of its own.

  --port-offset N   where the suite runs (default 0)`;

async function main(): Promise<boolean> {
  const { values } = parseArgs({ options: { 'port-offset': { type: 'string', default: '0' }, help: { type: 'boolean', default: false } } });
  if (values.help) {
    console.log(help);
    return true;
  }
  const suite = await connectOrStart(parseOffset(values['port-offset']), { log: console.log });
  const stop = async (): Promise<void> => void (await suite.stop());
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stop().finally(() => process.exit(1)));
  try {
    const browser = await launchBrowser();
    try {
      const stage = await openStage(browser, suite.origin);
      const begun = performance.now();
      for (const { name, play } of phishingStory) {
        const started = performance.now();
        try {
          await play(stage);
        } catch (error) {
          console.error(`✗ ${name}\n\n${error instanceof Error ? error.message : String(error)}\n`);
          for (const who of ['reporter', 'analyst', 'admin'] as const) {
            const path = join(tmpdir(), `secura-scenario-${who}.png`);
            await stage[who].screenshot({ path }).then(() => console.error(`The ${who} saw: ${path}`), () => undefined);
          }
          return false;
        }
        console.log(`✓ ${name.padEnd(86)} ${String(Math.round(performance.now() - started)).padStart(6)} ms`);
      }
      console.log(`\nThe whole story: ${phishingStory.length} steps in ${Math.round(performance.now() - begun)} ms.`);
      return true;
    } finally {
      await browser.close();
    }
  } finally {
    await stop();
  }
}

const isTrue = await main().catch((error: unknown) => console.error(error instanceof Error ? error.message : String(error)));
process.exitCode = isTrue ? 0 : 1;
