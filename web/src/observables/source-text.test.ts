import { expect, it } from 'vitest';
import { sourceText } from './source-text.ts';

const of = (...kinds: ('report' | 'message' | 'evidence')[]) => sourceText(kinds.map((kind) => ({ kind })));

it('says where something was found', () => {
  expect(of('report')).toBe('in the report');
  expect(of('message', 'report')).toBe('in the report and a message');
  expect(of('message', 'message', 'evidence')).toBe('in 2 messages and a file');
  expect(of('evidence', 'message', 'report', 'evidence')).toBe('in the report, a message and 2 files');
});
