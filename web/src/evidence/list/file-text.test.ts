import { expect, it } from 'vitest';
import { isPicture, sizeText } from './file-text.ts';

it('says sizes', () => {
  expect([812, 4200, 9_800_000].map(sizeText)).toEqual(['812 B', '4.2 kB', '9.8 MB']);
});

it('draws pictures, never documents', () => {
  expect(isPicture('image/png')).toBe(true);
  expect(isPicture('image/svg+xml')).toBe(false);
  expect(isPicture('text/html')).toBe(false);
});
