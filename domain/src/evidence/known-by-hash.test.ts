import { expect, it } from 'vitest';
import { isKnownByHash } from './known-by-hash.ts';
import type { ReasonCode } from './reasons.ts';
import type { EvidenceState } from './states.ts';

it.each([
  ['malware', 'infected', 'malware', true],
  ['what may act by itself', 'flagged', 'macro', true],
  ['a program that was refused', 'refused', 'program', true],
  ['what never came as it was announced', 'refused', 'hash_differs', false],
  ['what could not be checked yet', 'failed', 'scanner_down', false],
] as [string, EvidenceState, ReasonCode, boolean][])('the hash of %s is an indicator or not', (_, state, code, known) => {
  expect(isKnownByHash({ state, reasons: [{ code }] })).toBe(known);
});

it('of a file in which nothing was found the hash is none', () => expect(isKnownByHash({ state: 'clean', reasons: [] })).toBe(false));
