import { tQuantile, tTwoSided } from "./distributions.ts";
import { type RateSums, rateStandardError } from "./rate.ts";

/** A ratio of two rates with its 95% interval and two-sided p for a ratio of 1. */
export interface RateRatio {
  ratio: number;
  low: number;
  high: number;
  /** Standard error of the ratio's natural logarithm. */
  logError: number;
  /** Welch's degrees of freedom. */
  df: number;
  p: number;
}

/**
 * Rate of a divided by rate of b, two separate sets of articles: on the log scale the squared standard errors
 * (SE/R)^2 add; Welch's degrees of freedom (Welch 1947). Null where either has no hit or fewer than two articles, and where
 * neither rate varies at all: then there is no ratio to judge.
 * @example the worked examples A and B of the tests: 2.552 (1.193222 to 5.458083), p 0.021398
 */
export function rateRatio(a: RateSums, b: RateSums): RateRatio | null {
  const errorA = rateStandardError(a);
  const errorB = rateStandardError(b);
  if (errorA === null || errorB === null || a.y <= 0 || b.y <= 0) return null;
  const varianceA = (errorA / (a.y / a.x)) ** 2;
  const varianceB = (errorB / (b.y / b.x)) ** 2;
  const variance = varianceA + varianceB;
  if (variance === 0) return null;
  const df = variance ** 2 / (varianceA ** 2 / (a.n - 1) + varianceB ** 2 / (b.n - 1));
  return onLogScale(a.y / a.x / (b.y / b.x), Math.sqrt(variance), df);
}

/** Hits y and words x of one article in two parts of it: 1 (say the headline) and 2 (the body). */
export interface PairedCounts {
  y1: number;
  x1: number;
  y2: number;
  x2: number;
}

/**
 * Rate in one part divided by the rate in another part of the same articles: u = d1/(R1 X1) - d2/(R2 X2) for each article,
 * SE_log = sqrt(n/(n-1) sum u^2), n-1 degrees of freedom. An article needs words in both parts.
 * Null where a part has no hit or there are fewer than two articles.
 */
export function pairedRateRatio(articles: readonly PairedCounts[]): RateRatio | null {
  return pairedRateRatioOfSums(pairedSums(articles));
}

/** Sums over n articles of their counts in two parts (PairedCounts) and of the products of these: additive. */
export interface PairedSums extends PairedCounts {
  n: number;
  y1y1: number;
  y1x1: number;
  y1y2: number;
  y1x2: number;
  x1x1: number;
  x1y2: number;
  x1x2: number;
  y2y2: number;
  y2x2: number;
  x2x2: number;
}

const COUNTS = ["y1", "x1", "y2", "x2"] as const;
const PRODUCTS = COUNTS.flatMap((a, i) => COUNTS.slice(i).map((b) => [a, b] as const));

function pairedSums(articles: readonly PairedCounts[]): PairedSums {
  const both = articles.filter((article) => article.x1 > 0 && article.x2 > 0);
  const sum = (of: (article: PairedCounts) => number) =>
    both.reduce((total, article) => total + of(article), 0);
  return Object.fromEntries([
    ["n", both.length],
    ...COUNTS.map((key) => [key, sum((article) => article[key])]),
    ...PRODUCTS.map(([a, b]) => [a + b, sum((article) => article[a] * article[b])]),
  ]) as PairedSums;
}

/**
 * pairedRateRatio from sums, for more articles than one reads one by one: u = y1/Y1 - x1/X1 - y2/Y2 + x2/X2 is linear in an
 * article's four counts, so sum u^2 needs their products alone. Every article of the sums has words in both parts.
 */
export function pairedRateRatioOfSums(sums: PairedSums): RateRatio | null {
  const { n, y1, x1, y2, x2 } = sums;
  if (n < 2 || y1 <= 0 || y2 <= 0 || x1 <= 0 || x2 <= 0) return null;
  const [a, b, c, d] = [1 / y1, -1 / x1, -1 / y2, 1 / x2];
  const squares =
    a * a * sums.y1y1 +
    b * b * sums.x1x1 +
    c * c * sums.y2y2 +
    d * d * sums.x2x2 +
    2 * (a * b * sums.y1x1 + a * c * sums.y1y2 + a * d * sums.y1x2) +
    2 * (b * c * sums.x1y2 + b * d * sums.x1x2 + c * d * sums.y2x2);
  // What is 0 but for rounding: the terms are of the size of 1/n.
  if (squares < 1e-12 / n) return null;
  return onLogScale(y1 / x1 / (y2 / x2), Math.sqrt((n / (n - 1)) * squares), n - 1);
}

function onLogScale(ratio: number, logError: number, df: number): RateRatio {
  const width = tQuantile(0.975, df) * logError;
  return {
    ratio,
    low: ratio * Math.exp(-width),
    high: ratio * Math.exp(width),
    logError,
    df,
    p: tTwoSided(Math.log(ratio) / logError, df),
  };
}
