import { gammaQuantile, tQuantile } from "./distributions.ts";

/** Sums over the n articles of a view, x words and y hits each: all that an interval needs, and additive over days. */
export interface RateSums {
  /** Articles with at least one word. */
  n: number;
  x: number;
  y: number;
  xx: number;
  xy: number;
  yy: number;
}

export type IntervalMethod = "log_t_clustered" | "garwood";

/** A rate per 1,000 words with its 95% interval; bounds and method are null where one article can't give any. */
export interface Rate {
  rate: number;
  low: number | null;
  high: number | null;
  method: IntervalMethod | null;
}

/** Hits per 1,000 words, or null without a word: no text is not a rate of zero. */
export function ratePer1000Words(hits: number, words: number): number | null {
  return words > 0 ? (1000 * hits) / words : null;
}

/** Sums of one list of articles, for tests and for views that read article rows. */
export function rateSums(articles: readonly { x: number; y: number }[]): RateSums {
  const sums: RateSums = { n: 0, x: 0, y: 0, xx: 0, xy: 0, yy: 0 };
  for (const { x, y } of articles) {
    if (x <= 0) continue;
    sums.n += 1;
    sums.x += x;
    sums.y += y;
    sums.xx += x * x;
    sums.xy += x * y;
    sums.yy += y * y;
  }
  return sums;
}

/**
 * Standard error of y/x over articles as clusters, in hits per word: sqrt(n/(n-1) * sum d^2) / sum x with d = y - R x
 * (ratio estimator; Cochran 1977, Sampling Techniques, 6.3). Null for fewer than two articles or no word.
 */
export function rateStandardError({ n, x, y, xx, xy, yy }: RateSums): number | null {
  if (n < 2 || x <= 0) return null;
  const ratio = y / x;
  // Rounding can take a sum of squares that is 0 just below it.
  const squares = Math.max(0, yy - 2 * ratio * xy + ratio * ratio * xx);
  return Math.sqrt((n / (n - 1)) * squares) / x;
}

/**
 * Rate per 1,000 words with the default 95% interval: R exp(+-t SE/R) with n-1 degrees of freedom; without a hit from 0
 * to Garwood's upper bound; with one article and a hit no interval. Null without a word.
 * @example rateWithInterval(rateSums([{ x: 520, y: 3 }, { x: 310, y: 0 }, { x: 480, y: 2 }, { x: 900, y: 5 }, { x: 290, y: 1 }]))
 * // rate 4.4, low 2.587839, high 7.481145
 */
export function rateWithInterval(sums: RateSums): Rate | null {
  const rate = ratePer1000Words(sums.y, sums.x);
  if (rate === null) return null;
  if (sums.y === 0) {
    return { rate, low: 0, high: (1000 * GARWOOD_ZERO_UPPER) / sums.x, method: "garwood" };
  }
  const error = rateStandardError(sums);
  if (error === null) return { rate, low: null, high: null, method: null };
  const width = (tQuantile975(sums.n - 1) * error * sums.x) / sums.y;
  return {
    rate,
    low: rate * Math.exp(-width),
    high: rate * Math.exp(width),
    method: "log_t_clustered",
  };
}

/** Upper 97.5% bound of a Poisson mean after no event (Garwood 1936): the gamma quantile of shape 1. */
const GARWOOD_ZERO_UPPER = gammaQuantile(0.975, 1);

const quantiles = new Map<number, number>();

/** 97.5% point of t; kept, since every point of a chart asks for one. */
function tQuantile975(df: number): number {
  let value = quantiles.get(df);
  if (value === undefined) {
    value = tQuantile(0.975, df);
    quantiles.set(df, value);
  }
  return value;
}
