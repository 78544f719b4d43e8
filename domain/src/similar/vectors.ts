/** Brings a vector to length one; zeros stay zeros. */
export function unit(vector: Float32Array): Float32Array {
  let square = 0;
  for (const value of vector) square += value * value;
  if (square > 0) {
    const by = 1 / Math.sqrt(square);
    for (let index = 0; index < vector.length; index++) vector[index]! *= by;
  }
  return vector;
}

/** The product of a vector with the part of another that begins at `start`. */
export function productAt(one: Float32Array, other: Float32Array, start = 0): number {
  const { length } = one;
  // Four sums at once: one would have to wait for itself at each step.
  let [a, b, c, d] = [0, 0, 0, 0];
  let index = 0;
  for (let at = start; index + 3 < length; index += 4, at += 4) {
    a += one[index]! * other[at]!;
    b += one[index + 1]! * other[at + 1]!;
    c += one[index + 2]! * other[at + 2]!;
    d += one[index + 3]! * other[at + 3]!;
  }
  for (; index < length; index++) a += one[index]! * other[start + index]!;
  return a + b + c + d;
}
