import { expect, it } from 'vitest';
import { readText } from './read-text.ts';

const text = async (...parts: BlobPart[]) => (await readText(new Blob(parts))).text;

it('reads what people and machines write', async () => {
  expect(await text('Grüße\r\nzwei')).toBe('Grüße\nzwei');
  expect(await text(new Uint8Array([0xff, 0xfe, 0x68, 0, 0x69, 0]))).toBe('hi');
  expect(await text(new Uint8Array([0x47, 0x72, 0xfc]))).toBe('Grü');
});

it('shows what would otherwise turn a line around', async () => {
  expect(await text('invoice\u202Efdp.exe\u0000')).toBe('invoice\\u{202e}fdp.exe\\u{0}');
});

it('shows the beginning of a long text and says so, without tearing its last letter', async () => {
  const read = await readText(new Blob(['ü'.repeat(150_000)]));
  expect(read).toEqual({ text: 'ü'.repeat(100_000), cut: true });
  expect((await readText(new Blob(['x' + 'ü'.repeat(150_000)]))).text.endsWith('ü')).toBe(true);
});
