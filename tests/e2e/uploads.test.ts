import { expect, it } from 'vitest';
import { accessibilityFaults } from './axe.ts';
import { rareWord, report, signIn, useBrowser } from './support.ts';

const { newPage } = useBrowser();

it('goes on with a file where it was after its tab was killed, and takes a screenshot pasted into a message along with it', async () => {
  const id = await report('demo-employee1', `Uploads ${rareWord()}`);
  const page = await newPage();
  await signIn(page, 'demo-employee1', `/incidents/${id}`);
  let pieces = 0;
  await page.route('**/v0/b/**', async (route) => {
    const isPiece = route.request().headers()['x-goog-upload-command']?.startsWith('upload');
    // From the third piece on nothing answers any more.
    if (isPiece && ++pieces > 2) return;
    await route.continue();
  });
  await page.getByLabel('Choose files').setInputFiles({ name: 'capture.log', mimeType: 'text/plain', buffer: Buffer.alloc(5_000_000, 'A line of a log.\n') });
  const row = page.getByRole('list', { name: 'Files', exact: true }).getByRole('listitem').filter({ hasText: 'capture.log' });
  await row.getByText(/sending, (?!0 )\d+ %/).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.close();

  const again = await page.context().newPage();
  const asked: { command: string | undefined; offset: number }[] = [];
  again.on('request', (request) => {
    const headers = request.headers();
    if (headers['x-goog-upload-command']) asked.push({ command: headers['x-goog-upload-command'], offset: Number(headers['x-goog-upload-offset']) });
  });
  await again.goto(`/incidents/${id}`);
  await again.getByRole('button', { name: 'capture.log', exact: true }).waitFor();
  await again.getByText('Nothing found', { exact: true }).waitFor();
  expect(asked.map(({ command }) => command)).not.toContain('start');
  expect(asked[0]!.command).toBe('query');
  expect(asked[1]!.offset).toBeGreaterThan(0);

  await again.getByLabel('Message', { exact: true }).fill('This is what I saw.');
  await again.getByLabel('Message', { exact: true }).evaluate((field) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array([1, 2, 3])], 'image.png', { type: 'image/png' }));
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await again.getByRole('list', { name: 'Files that go with this message' }).getByText(/Screenshot .*\.png/).waitFor();
  expect(await again.getByLabel('Message', { exact: true }).inputValue()).toBe('This is what I saw.');
});
