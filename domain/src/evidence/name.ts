import { cleanText } from '../platform/clean.ts';
import { evidenceLimits } from './evidence.ts';

/** A name that can be shown and stored: one line, no control characters, bounded, with its ending kept. */
export function cleanName(name: string): string {
  const line = cleanText(name).replace(/[\s/\\]+/g, ' ').trim().replace(/^\.{1,2}$/, '') || 'file';
  if (line.length <= evidenceLimits.name) return line;
  const ending = /\.[\p{L}\p{N}]{1,10}$/u.exec(line)?.[0] ?? '';
  return line.slice(0, evidenceLimits.name - ending.length - 1).trimEnd() + '…' + ending;
}
