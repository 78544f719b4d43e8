import { expect, it } from 'vitest';
import { isBelow, readPosture, setLevel, threatLevels } from './threat-level.ts';
import { SetThreatLevelInput } from './operations.ts';

const lea = { uid: 'lea', name: 'Lea' };
const at = new Date('2026-05-01T08:00:00Z');

it('is normal until somebody sets it', () => {
  expect(readPosture(undefined)).toMatchObject({ level: 'normal', at: null, seq: 0, emergencies: [] });
});

it('levels are in order, and none is below itself', () => {
  for (const [index, level] of threatLevels.entries()) for (const [other, than] of threatLevels.entries()) expect(isBelow(level, than)).toBe(index < other);
});

it('each setting has the next number, names what was before, and leaves emergencies alone', () => {
  const first = setLevel({ ...readPosture(null), emergencies: ['e'] }, 'high', 'A wave.', lea, at);
  expect(first.change).toEqual({ seq: 1, from: 'normal', to: 'high', reason: 'A wave.', by: lea, at });
  const second = setLevel(first.posture, 'normal', 'It is over.', lea, at);
  expect(second.change).toMatchObject({ seq: 2, from: 'high', to: 'normal' });
  expect(second.posture).toEqual({ level: 'normal', reason: 'It is over.', by: lea, at, seq: 2, emergencies: ['e'] });
});

it('is not set without a reason, nor to a level that there is not', () => {
  expect(SetThreatLevelInput.safeParse({ level: 'high', reason: '  ' }).error?.issues[0]?.message).toBe('The reason needs at least 3 characters.');
  expect(SetThreatLevelInput.safeParse({ level: 'purple', reason: 'A wave.' }).error?.issues[0]?.message).toBe('Choose a threat level.');
});
