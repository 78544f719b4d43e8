import { describe, expect, it } from 'vitest';
import { cleanName } from './name.ts';

describe('names', () => {
  it('keeps the ending of a name that is too long', () => {
    const name = cleanName(`${'long'.repeat(60)}.pdf`);
    expect(name).toHaveLength(200);
    expect(name.endsWith('….pdf')).toBe(true);
  });

  it('drops paths, control and bidirectional characters', () => {
    expect(cleanName('C:\\temp\\in\u202Evoice\u0000.exe')).toBe('C: temp invoice.exe');
    expect(cleanName('..')).toBe('file');
    expect(cleanName('\u200B')).toBe('file');
  });
});
