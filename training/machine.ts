/** Rows of sparse features, one after the other. */
export interface Rows {
  count: number;
  columns: number;
  /** Where each row begins in the other two, with the end of the last. */
  begin: Int32Array;
  column: Int32Array;
  value: Float32Array;
}

export function toRows(vectors: readonly ReadonlyMap<number, number>[], columns: number): Rows {
  const total = vectors.reduce((sum, vector) => sum + vector.size, 0);
  const rows: Rows = { count: vectors.length, columns, begin: new Int32Array(vectors.length + 1), column: new Int32Array(total), value: new Float32Array(total) };
  let at = 0;
  vectors.forEach((vector, row) => {
    rows.begin[row] = at;
    for (const [column, value] of vector) {
      rows.column[at] = column;
      rows.value[at++] = value;
    }
  });
  rows.begin[vectors.length] = at;
  return rows;
}

/** Every row has this beside its features, for the bias. */
const constant = 2;
/** A round in which no example was further from where it should be than this is the last. */
const settled = 0.02;

interface Options {
  /** By feature and class, how easily the feature may come to speak for or against the class; alike when absent. */
  emphasis?: Float32Array;
  /** Which of two voices each row speaks with, 0 or 1; one voice when absent. */
  voices?: Uint8Array;
}

/**
 * Support vector machines, one against the rest, with squared hinge loss and L2 regularisation, by coordinate descent in the
 * dual (Hsieh et al. 2008, LIBLINEAR), all classes side by side. The order is drawn anew in each round, always alike.
 *
 * With two voices, a feature's weight is the sum of one that both share and one of each voice (Daumé 2007). The sums are kept, not
 * their parts: a step of one voice moves its own sum by two, as both parts move, and the other's by one.
 * @param sides for each row and class 1, -1, or 0 where the row says nothing about the class
 * @param strengths how much each of them counts
 * @returns weights by feature, voice and class, then the biases, which are shared
 */
export function trainMachines(rows: Rows, sides: Int8Array, strengths: Float32Array, classes: number, l2: number, rounds: number, { emphasis, voices }: Options = {}): Float64Array {
  const { column, value, begin, count } = rows;
  const width = classes * (voices ? 2 : 1);
  const parts = voices ? 2 : 1;
  const bias = rows.columns * width;
  const weights = new Float64Array(bias + classes);
  const ease = new Float32Array(rows.columns * classes).fill(1);
  emphasis?.forEach((one, index) => (ease[index] = one * one));
  const curvature = curvatures(rows, ease, classes, parts);
  const duals = new Float64Array(count * classes);
  const margins = new Float64Array(classes);
  const order = Int32Array.from({ length: count }, (_, row) => row);
  const draw = drawer();
  for (let round = 0; round < rounds; round++) {
    shuffle(order, draw);
    let furthest = 0;
    for (const row of order) {
      const end = begin[row + 1]!;
      const own = voices ? voices[row]! * classes : 0;
      const other = voices ? classes - own : 0;
      for (let k = 0; k < classes; k++) margins[k] = weights[bias + k]! * constant;
      for (let at = begin[row]!; at < end; at++) {
        const base = column[at]! * width + own;
        const x = value[at]!;
        for (let k = 0; k < classes; k++) margins[k]! += x * weights[base + k]!;
      }
      let moves = false;
      for (let k = 0; k < classes; k++) {
        const index = row * classes + k;
        const side = sides[index]!;
        const strength = strengths[index]!;
        const dual = duals[index]!;
        const slack = (count * l2) / (2 * strength);
        const gradient = side * margins[k]! - 1 + dual * slack;
        margins[k] = 0;
        if (side === 0 || strength === 0 || (dual === 0 && gradient >= 0)) continue;
        duals[index] = Math.max(0, dual - gradient / (curvature[index]! + slack));
        margins[k] = (duals[index] - dual) * side;
        furthest = Math.max(furthest, Math.abs(gradient));
        moves = true;
      }
      if (!moves) continue;
      for (let k = 0; k < classes; k++) weights[bias + k]! += margins[k]! * constant;
      for (let at = begin[row]!; at < end; at++) {
        const base = column[at]! * width;
        const first = column[at]! * classes;
        const x = value[at]!;
        for (let k = 0; k < classes; k++) {
          const step = margins[k]! * x * ease[first + k]!;
          weights[base + own + k]! += parts * step;
          if (voices) weights[base + other + k]! += step;
        }
      }
    }
    if (furthest < settled) break;
  }
  for (let k = 0; k < classes; k++) weights[bias + k]! *= constant;
  return weights;
}

/** How far each row's margin moves for each class with a step of one. */
function curvatures({ column, value, begin, count }: Rows, ease: Float32Array, classes: number, parts: number): Float64Array {
  const all = new Float64Array(count * classes).fill(constant * constant);
  for (let row = 0; row < count; row++) {
    for (let at = begin[row]!; at < begin[row + 1]!; at++) {
      for (let k = 0; k < classes; k++) all[row * classes + k]! += parts * value[at]! ** 2 * ease[column[at]! * classes + k]!;
    }
  }
  return all;
}

/** Where chance begins: examples are taken in an order that is drawn. */
export const seed = 12_345;

/** Numbers below a bound from a fixed beginning (a linear congruential generator), so that the same data give the same weights. */
function drawer(): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function shuffle(order: Int32Array, draw: (below: number) => number): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = draw(last + 1);
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
}
