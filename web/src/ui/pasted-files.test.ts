import { describe, expect, it } from 'vitest';
import { filesOfPaste } from './pasted-files.ts';

const data = (types: string[], files: File[]) => ({ types, files }) as unknown as DataTransfer;
const picture = new File(['x'], 'image.png', { type: 'image/png' });
const now = new Date(2026, 0, 9, 8, 7, 6);
const names = (...given: Parameters<typeof filesOfPaste>) => filesOfPaste(...given).map(({ name }) => name);

describe('pasting', () => {
  it('takes a screenshot wherever the cursor is, under a name that tells several apart, and leaves real names alone', () => {
    expect(names(data(['Files'], [picture]), true, now)).toEqual(['Screenshot 2026-01-09 08.07.06.png']);
    expect(names(data(['Files'], [picture, new File(['x'], 'letter.png')]), false, now)).toEqual(['Screenshot 2026-01-09 08.07.06.png', 'letter.png']);
  });

  it('lets text that a program copied along with a picture go into the text field', () => {
    expect(filesOfPaste(data(['text/plain', 'Files'], [picture]), true)).toEqual([]);
    expect(filesOfPaste(data(['text/plain', 'Files'], [picture]), false)).toHaveLength(1);
    expect(filesOfPaste(null, false)).toEqual([]);
  });
});
