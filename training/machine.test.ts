import { expect, it } from 'vitest';
import { toRows, trainMachines } from './machine.ts';

const vectors = [new Map([[0, 1]]), new Map([[0, 0.8], [2, 0.2]]), new Map([[1, 1]]), new Map([[1, 0.8], [2, 0.2]])];
const rows = toRows(vectors, 3);
const sides = Int8Array.from([1, -1, 1, -1, -1, 1, -1, 1]);
const alike = new Float32Array(8).fill(1);
const marginsOf = (weights: Float64Array, k: number): number[] => vectors.map((vector) => [...vector].reduce((sum, [column, value]) => sum + value * weights[column * 2 + k]!, weights[6 + k]!));

it('parts what can be parted, each class for itself, and the same way each time', () => {
  const weights = trainMachines(rows, sides, alike, 2, 1e-3, 50);
  expect(marginsOf(weights, 0).map(Math.sign)).toEqual([1, 1, -1, -1]);
  expect(marginsOf(weights, 1).map(Math.sign)).toEqual([-1, -1, 1, 1]);
  expect(trainMachines(rows, sides, alike, 2, 1e-3, 50)).toEqual(weights);
});

it('learns nothing from a row that says nothing about a class, or counts nothing', () => {
  const silent = trainMachines(rows, sides.map((side, index) => (index < 2 ? 0 : side)), alike, 2, 1e-3, 50);
  const weightless = trainMachines(rows, sides, alike.map((one, index) => (index < 2 ? 0 : one)), 2, 1e-3, 50);
  const without = trainMachines(toRows(vectors.slice(1), 3), sides.slice(2), alike.slice(2), 2, (1e-3 * 4) / 3, 50);
  expect(weightless).toEqual(silent);
  silent.forEach((weight, index) => expect(weight).toBeCloseTo(without[index]!, 2));
});

it('reaches the minimum: where nothing is left over, the gradient is nothing', () => {
  const l2 = 0.1;
  const weights = trainMachines(rows, sides, alike, 2, l2, 500);
  const margins = marginsOf(weights, 0);
  for (let column = 0; column < 3; column++) {
    const pull = vectors.reduce((sum, vector, row) => sum - ((2 * sides[row * 2]! * Math.max(0, 1 - sides[row * 2]! * margins[row]!)) / 4) * (vector.get(column) ?? 0), l2 * weights[column * 2]!);
    expect(Math.abs(pull)).toBeLessThan(0.02);
  }
});

it('lets a feature speak more easily where it is emphasised', () => {
  const both = toRows([new Map([[0, 1], [1, 1]]), new Map()], 2);
  const weights = trainMachines(both, Int8Array.from([1, -1]), new Float32Array(2).fill(1), 1, 1e-2, 50, { emphasis: Float32Array.from([2, 1]) });
  expect(weights[0]! / weights[1]!).toBeCloseTo(4);
});

it('gives two voices weights that lean on one another, as if each had a part of its own beside a shared one', () => {
  const voices = Uint8Array.from([0, 1, 1, 0]);
  const told = trainMachines(rows, sides, alike, 2, 1e-2, 200, { voices });
  const apart = vectors.map((vector, row) => new Map([...vector, ...[...vector].map(([column, value]) => [column + 3 + 3 * voices[row]!, value] as const)]));
  const parts = trainMachines(toRows(apart, 9), sides, alike, 2, 1e-2, 200);
  for (let column = 0; column < 3; column++) {
    for (const voice of [0, 1]) for (const k of [0, 1]) expect(told[column * 4 + voice * 2 + k]).toBeCloseTo(parts[column * 2 + k]! + parts[(column + 3 + 3 * voice) * 2 + k]!, 6);
  }
});
