import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { root } from '../emulators/paths.ts';
import { host } from '../emulators/ports.ts';
import { demoPerson } from '../seed/people.ts';
import { launchBrowser } from '../tests/chromium.ts';
import type { Seat } from './page.ts';
import type { InSuite } from './run.ts';

/** Real browsers at which demo people are signed in, each with a profile of its own. */
export interface Browsers {
  seat(uid: string): Promise<Page>;
  close(): Promise<void>;
}

/** Starts a browser and serves it a page that holds nothing but the Firebase SDK and a stop-watch. */
export async function openBrowsers({ ports, projectId }: InSuite['place']): Promise<Browsers> {
  const bundle = await build({ entryPoints: [join(root, 'bench', 'page.ts')], bundle: true, write: false, format: 'iife', target: 'es2022', minify: true, logLevel: 'warning' });
  const html = `<!doctype html><title>Bench</title><script>${bundle.outputFiles[0]!.text.replaceAll('</script', '<\\/script')}</script>`;
  const server = createServer((_request, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html));
  await new Promise<void>((listening) => server.listen(0, host, listening));
  const browser = await launchBrowser();
  return {
    async seat(uid) {
      const page = await (await browser.newContext()).newPage();
      await forgetPreflights(page);
      page.on('pageerror', (error) => console.error(error.message));
      await page.goto(`http://${host}:${(server.address() as AddressInfo).port}/`);
      const { email, password } = demoPerson(uid);
      const { auth, firestore, functions } = ports;
      const seat: Seat = { host, ports: { auth, firestore, functions }, projectId, email, password };
      await page.evaluate((given) => window.bench.signIn(given), seat);
      return page;
    },
    async close() {
      await browser.close();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/**
 * People's calls lie further apart than the five seconds for which a browser remembers that it may call, so each of
 * them asks first. Measured in quick turns they would not.
 */
async function forgetPreflights(page: Page): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Network.enable');
  await devTools.send('Network.setCacheDisabled', { cacheDisabled: true });
}
