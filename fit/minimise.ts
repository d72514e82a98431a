/** A function to minimise: writes its gradient at `x` and returns its value. */
export type Objective = (x: Float64Array, gradient: Float64Array) => number;

/** Steps remembered to guess the curvature; 5 to 20 do (Nocedal and Wright 2006, 7.2). */
const MEMORY = 10;
/** Share of the decrease promised by the slope that a step must bring (Armijo). */
const SUFFICIENT = 1e-4;
const MOST_HALVINGS = 40;

interface Step {
  /** Change of x, of the gradient, and 1 over their product. */
  s: Float64Array;
  y: Float64Array;
  rho: number;
}

const dot = (a: Float64Array, b: Float64Array) => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
};

const addTo = (a: Float64Array, factor: number, b: Float64Array) => {
  for (let i = 0; i < a.length; i++) a[i] = (a[i] as number) + factor * (b[i] as number);
};

/** The gradient times the inverse curvature that the remembered steps show: the two-loop recursion. */
function direction(gradient: Float64Array, steps: readonly Step[]): Float64Array {
  const d = gradient.map((value) => -value);
  const alphas = steps.map(() => 0);
  for (let i = steps.length - 1; i >= 0; i--) {
    const { s, y, rho } = steps[i] as Step;
    alphas[i] = rho * dot(s, d);
    addTo(d, -(alphas[i] as number), y);
  }
  const last = steps.at(-1);
  const scale =
    last === undefined
      ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient)))
      : 1 / (last.rho * dot(last.y, last.y));
  for (let i = 0; i < d.length; i++) d[i] = (d[i] as number) * scale;
  steps.forEach(({ s, y, rho }, i) => {
    addTo(d, (alphas[i] as number) - rho * dot(y, d), s);
  });
  return d;
}

/**
 * Minimum of a convex, smooth function by L-BFGS with backtracking (Nocedal and Wright 2006, Numerical Optimization,
 * algorithm 7.5), from `start` on. Stops where no part of the gradient is above `tolerance`.
 */
export function minimise(
  objective: Objective,
  start: Float64Array,
  tolerance = 1e-4,
): Float64Array {
  let x = Float64Array.from(start);
  let gradient = new Float64Array(x.length);
  let value = objective(x, gradient);
  const steps: Step[] = [];
  for (let round = 0; round < 500; round++) {
    if (gradient.every((part) => Math.abs(part) <= tolerance)) break;
    const d = direction(gradient, steps);
    const slope = dot(d, gradient);
    const next = new Float64Array(x.length);
    const nextGradient = new Float64Array(x.length);
    let nextValue = Number.POSITIVE_INFINITY;
    let length = 1;
    for (let tries = 0; tries < MOST_HALVINGS; tries++, length /= 2) {
      for (let i = 0; i < x.length; i++) next[i] = (x[i] as number) + length * (d[i] as number);
      nextValue = objective(next, nextGradient);
      if (nextValue <= value + SUFFICIENT * length * slope) break;
    }
    // No step helps any more: rounding is all that is left.
    if (!(nextValue < value)) break;
    const s = next.map((part, i) => part - (x[i] as number));
    const y = nextGradient.map((part, i) => part - (gradient[i] as number));
    const curvature = dot(s, y);
    if (curvature > 1e-12) steps.push({ s, y, rho: 1 / curvature });
    if (steps.length > MEMORY) steps.shift();
    [x, gradient, value] = [next, nextGradient, nextValue];
  }
  return x;
}
