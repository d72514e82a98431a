import { incompleteBeta, incompleteGamma } from "./special-functions.ts";

/** 97.5% point of the standard normal distribution. */
export const Z_975 = 1.959963984540054;

/** P(T <= t) of Student's t with df > 0 degrees of freedom (any real number). */
export function tProbability(t: number, df: number): number {
  const tail = incompleteBeta(df / (df + t * t), df / 2, 0.5) / 2;
  return t > 0 ? 1 - tail : tail;
}

/** Two-sided p of a t statistic, in [0, 1]. */
export function tTwoSided(t: number, df: number): number {
  return incompleteBeta(df / (df + t * t), df / 2, 0.5);
}

/**
 * The t below which a share p of Student's distribution lies, for 0 < p < 1.
 * @example tQuantile(0.975, 4) // 2.776445105
 */
export function tQuantile(p: number, df: number): number {
  if (p < 0.5) return -tQuantile(1 - p, df);
  if (p === 0.5) return 0;
  // The tail is inverted, not 1 - tail: near p = 1 the difference would lose its digits.
  const tail = 2 * (1 - p);
  const above = (t: number) => incompleteBeta(df / (df + t * t), df / 2, 0.5) <= tail;
  return invert(above, 0, 2);
}

/**
 * Quantile of the gamma distribution with this shape and scale 1, for 0 < p < 1.
 * @example gammaQuantile(0.975, 1) // 3.688879454
 */
export function gammaQuantile(p: number, shape: number): number {
  return invert((x) => incompleteGamma(shape, x) >= p, 0, shape + 1);
}

/** Smallest x >= low for which `reached` holds; `reached` turns true once. `guess` is only a first upper bracket. */
function invert(reached: (x: number) => boolean, low: number, guess: number): number {
  let lower = low;
  let upper = guess;
  while (!reached(upper)) {
    lower = upper;
    upper *= 2;
  }
  for (let i = 0; i < 200; i++) {
    const middle = (lower + upper) / 2;
    if (middle === lower || middle === upper) break;
    if (reached(middle)) upper = middle;
    else lower = middle;
  }
  return (lower + upper) / 2;
}
