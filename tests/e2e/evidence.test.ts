import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../emulators/paths.ts';
import { drawPicture } from '../../seed/picture.ts';
import { eicar, pdf } from '../evidence/hostile.ts';
import { accessibilityFaults } from './axe.ts';
import { rareWord, report, signIn, useBrowser } from './support.ts';

const { newPage } = useBrowser();

const verify = (path: string) => {
  const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/verify-export.ts', path], { cwd: root, encoding: 'utf8' });
  return { status, stdout };
};

it('checks files as they come, shows them safely, records who looked, and exports what anybody can verify', async () => {
  const id = await report('demo-employee1', `Files ${rareWord()}`);
  const page = await newPage();
  await signIn(page, 'demo-lead', `/incidents/${id}`);
  await page.setInputFiles('input[type=file] >> nth=0', [
    { name: 'Screenshot.png', mimeType: 'image/png', buffer: drawPicture(3) },
    { name: 'invoice.pdf', mimeType: 'application/pdf', buffer: pdf('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>') },
    { name: 'statement.txt', mimeType: 'text/plain', buffer: eicar },
    { name: 'setup.png', mimeType: 'image/png', buffer: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300)]) },
  ]);
  const files = page.locator('#files');
  for (const verdict of ['Nothing found', 'Handle with care', 'Malware', 'Not accepted']) await files.getByText(verdict, { exact: true }).waitFor();
  await files.getByText('Malware was found in a file of this incident.').waitFor();

  await files.getByRole('button', { name: 'Screenshot.png' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('img', { name: 'Screenshot.png' }).waitFor();
  await dialog.getByRole('button', { name: 'Verify' }).click();
  await dialog.getByText('Unchanged: the stored file has this SHA-256.').waitFor();
  await dialog.getByText('looked at the file “Screenshot.png”').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');

  await files.getByRole('button', { name: 'Export…' }).click();
  await page.getByLabel('Why is it exported?').fill('For the police.');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export', exact: true }).click()]);
  const folder = mkdtempSync(join(tmpdir(), 'secura-export-'));
  try {
    const zip = join(folder, 'export.zip');
    await download.saveAs(zip);
    const bytes = readFileSync(zip);
    const at = bytes.indexOf('IDAT') + 20;
    bytes[at] = bytes[at]! ^ 1;
    writeFileSync(zip, bytes);
    const altered = verify(zip);
    // One file is not what it was; all else holds.
    expect(altered.stdout.match(/^✗.*$/gm)).toHaveLength(1);
    expect(altered.stdout).toMatch(/setup\.png is not in this export/);
    expect(altered.stdout).toMatch(/Screenshot\.png: is not the file that was exported; the first difference is byte \d+: it was 0x[0-9a-f]{2} and is 0x[0-9a-f]{2}\./);
    expect(altered.status).toBe(1);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
