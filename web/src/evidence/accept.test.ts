import { describe, expect, it } from 'vitest';
import { acceptFiles, sizeText } from './accept.ts';

const nothing = { files: 0, bytes: 0 };
const file = (name: string, size: number) => Object.defineProperty(new File(['x'], name), 'size', { value: size });

describe('accepting files', () => {
  it('takes a file of exactly 10 MB and refuses one byte more, with its size', () => {
    const { files, refusals } = acceptFiles([file('fits.png', 10 * 1024 * 1024), file('big.png', 10 * 1024 * 1024 + 1)], nothing);
    expect(files.map(({ name }) => name)).toEqual(['fits.png']);
    expect(refusals).toEqual([expect.stringMatching(/“big.png” has 10\.1 MB\. A file may have at most 10 MB/)]);
  });

  it('refuses empty files and the 26th, each with its own sentence', () => {
    const { files, refusals } = acceptFiles([file('empty.txt', 0), file('a', 1), file('b', 1)], { files: 24, bytes: 0 });
    expect(files.map(({ name }) => name)).toEqual(['a']);
    expect(refusals[0]).toContain('empty');
    expect(refusals[1]).toContain('25 files are the most');
  });

  it('refuses what would go past 100 MB together, says how much is left, and takes what still fits', () => {
    const { files, refusals } = acceptFiles([file('big.zip', 9_000_000), file('fits.txt', 1_000_000)], { files: 11, bytes: 98 * 1024 * 1024 });
    expect(files.map(({ name }) => name)).toEqual(['fits.txt']);
    expect(refusals).toEqual([expect.stringMatching(/“big.zip” was not added: .*100 MB together, and 2\.0 MB are left/)]);
  });
});

it('writes sizes that a person can compare with the bound', () => {
  expect([830, 12_288, 1_048_576, 10_485_760, 10_485_761].map(sizeText)).toEqual(['830 bytes', '12 kB', '1.0 MB', '10.0 MB', '10.1 MB']);
});
