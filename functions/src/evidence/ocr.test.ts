import sharp from 'sharp';
import { keptOf } from '@secura/domain/evidence/reading';
import { describe, expect, test } from 'vitest';
import { drawScreenshot, phishingMail } from '../../../tests/evidence/screenshot.ts';
import { drawPicture } from '../../../seed/picture.ts';
import { recognise } from './ocr.ts';

const read = async (picture: Buffer): Promise<string> => keptOf(await recognise(picture)).text;

describe('the text in a picture', () => {
  test('is read as it stands there, English and German, dark on light and light on dark, with no network', async () => {
    const text = await read(await drawScreenshot(phishingMail));
    for (const line of phishingMail.filter((one) => !one.includes('://'))) expect(text).toContain(line);
    const german = ['Sehr geehrte Kundin, bitte bestätigen Sie Ihr Konto', 'Mit freundlichen Grüßen, Ihre Bank'];
    const both = [await read(await drawScreenshot(german)), await read(await drawScreenshot(['Verify your account within a day'], { paper: '#12161f', ink: '#dde' }))].join('\n');
    for (const line of [...german, 'Verify your account within a day']) expect(both).toContain(line);
  });

  test('is read in the small letters of a screen, umlauts and all', async () => {
    const lines = ['Öffnen Sie das Formular und überprüfen Sie Ihre Anschrift.', 'Für Rückfragen: täglich unter 0800 100 200 30.', 'Mit freundlichen Grüßen, Jörg Müßig, Ärztekasse'];
    expect(await read(await drawScreenshot(lines, { size: 13 }))).toBe(lines.join('\n'));
  });

  test('is none where there are only shapes, and where it is transparent', async () => {
    expect(await read(drawPicture(5))).toBe('');
    expect(await read(await sharp({ create: { width: 60, height: 40, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } }).png().toBuffer())).toBe('');
  });

  test('is given up when it takes too long or the bytes are no picture, and the next one is read', async () => {
    const picture = await drawScreenshot(phishingMail);
    await expect(recognise(picture, 1)).rejects.toThrow('too long');
    await expect(recognise(Buffer.from('no picture'))).rejects.toThrow();
    expect(await read(picture)).toContain('Verify');
  });
});
