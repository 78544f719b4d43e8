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

/**
 * Support vector machines, one against the rest, with squared hinge loss and L2 regularisation (Fan et al. 2008,
 * LIBLINEAR), minimised together by L-BFGS (Nocedal & Wright, Numerical Optimization, 7.2). Deterministic.
 * @param sides for each row and class 1, -1, or 0 where the row says nothing about the class
 * @param strengths how much each of them counts
 * @param emphasis by feature and class, how easily the feature may come to speak for or against the class; alike when absent
 * @returns weights by feature and class, then the biases
 */
export function trainMachines(
  rows: Rows, sides: Int8Array, strengths: Float32Array, classes: number, l2: number, iterations: number, emphasis?: Float32Array,
): Float64Array {
  if (!emphasis) return trainTogether(rows, sides, strengths, classes, l2, iterations);
  // Emphasis scales the features, for each class otherwise, so every class is trained by itself.
  const weights = new Float64Array((rows.columns + 1) * classes);
  for (let k = 0; k < classes; k++) {
    const ofClass = (values: Int8Array | Float32Array, index: number): number => values[index * classes + k]!;
    const value = rows.value.map((one, at) => one * ofClass(emphasis, rows.column[at]!));
    const own = trainTogether(
      { ...rows, value }, Int8Array.from({ length: rows.count }, (_, row) => ofClass(sides, row)), Float32Array.from({ length: rows.count }, (_, row) => ofClass(strengths, row)), 1, l2, iterations,
    );
    for (let column = 0; column < rows.columns; column++) weights[column * classes + k] = own[column]! * ofClass(emphasis, column);
    weights[rows.columns * classes + k] = own[rows.columns]!;
  }
  return weights;
}

function trainTogether(rows: Rows, sides: Int8Array, strengths: Float32Array, classes: number, l2: number, iterations: number): Float64Array {
  const size = (rows.columns + 1) * classes;
  const bias = rows.columns * classes;
  const margins = new Float64Array(classes);
  const loss = (weights: Float64Array, gradient: Float64Array): number => {
    gradient.fill(0);
    let sum = 0;
    for (let row = 0; row < rows.count; row++) {
      const end = rows.begin[row + 1]!;
      for (let k = 0; k < classes; k++) margins[k] = weights[bias + k]!;
      for (let at = rows.begin[row]!; at < end; at++) {
        const base = rows.column[at]! * classes;
        const value = rows.value[at]!;
        for (let k = 0; k < classes; k++) margins[k]! += value * weights[base + k]!;
      }
      let violated = false;
      for (let k = 0; k < classes; k++) {
        const side = sides[row * classes + k]!;
        const missing = 1 - side * margins[k]!;
        if (side === 0 || missing <= 0) {
          margins[k] = 0;
          continue;
        }
        const strength = strengths[row * classes + k]! / rows.count;
        sum += strength * missing * missing;
        margins[k] = -2 * strength * side * missing;
        gradient[bias + k]! += margins[k]!;
        violated = true;
      }
      if (!violated) continue;
      for (let at = rows.begin[row]!; at < end; at++) {
        const base = rows.column[at]! * classes;
        const value = rows.value[at]!;
        for (let k = 0; k < classes; k++) gradient[base + k]! += value * margins[k]!;
      }
    }
    for (let index = 0; index < bias; index++) {
      sum += 0.5 * l2 * weights[index]! ** 2;
      gradient[index]! += l2 * weights[index]!;
    }
    return sum;
  };
  return minimise(loss, size, iterations);
}

function minimise(loss: (at: Float64Array, gradient: Float64Array) => number, size: number, iterations: number): Float64Array {
  const remembered = 7;
  const steps: { moved: Float64Array; turned: Float64Array; scale: number }[] = [];
  let here = new Float64Array(size);
  let gradient = new Float64Array(size);
  let value = loss(here, gradient);
  for (let iteration = 0; iteration < iterations; iteration++) {
    const direction = gradient.slice();
    const projections = new Array<number>(steps.length);
    for (let i = steps.length - 1; i >= 0; i--) {
      const { moved, turned, scale } = steps[i]!;
      projections[i] = scale * dot(moved, direction);
      addTo(direction, turned, -projections[i]!);
    }
    const newest = steps.at(-1);
    if (newest) scaleBy(direction, 1 / (newest.scale * dot(newest.turned, newest.turned)));
    steps.forEach(({ moved, turned, scale }, i) => addTo(direction, moved, projections[i]! - scale * dot(turned, direction)));
    const slope = -dot(gradient, direction);
    let length = newest ? 1 : 1 / Math.sqrt(dot(gradient, gradient));
    let next = here;
    const nextGradient = new Float64Array(size);
    let nextValue = value;
    for (let attempt = 0; attempt < 20; attempt++, length /= 2) {
      next = here.slice();
      addTo(next, direction, -length);
      nextValue = loss(next, nextGradient);
      if (nextValue <= value + 1e-4 * length * slope) break;
    }
    const moved = next.slice();
    addTo(moved, here, -1);
    const turned = nextGradient.slice();
    addTo(turned, gradient, -1);
    const curvature = dot(moved, turned);
    if (curvature > 1e-12) steps.push({ moved, turned, scale: 1 / curvature });
    if (steps.length > remembered) steps.shift();
    const settled = Math.abs(value - nextValue) < 1e-5 * Math.abs(value);
    here = next;
    gradient = nextGradient;
    value = nextValue;
    if (settled) break;
  }
  return here;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += a[index]! * b[index]!;
  return sum;
}

function addTo(target: Float64Array, source: Float64Array, times: number): void {
  for (let index = 0; index < target.length; index++) target[index]! += times * source[index]!;
}

function scaleBy(target: Float64Array, factor: number): void {
  for (let index = 0; index < target.length; index++) target[index]! *= factor;
}
