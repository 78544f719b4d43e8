import { expect, it } from 'vitest';
import { isPicture } from './file-text.ts';

it('draws pictures, never documents', () => {
  expect(isPicture('image/png')).toBe(true);
  expect(isPicture('image/svg+xml')).toBe(false);
  expect(isPicture('text/html')).toBe(false);
});
