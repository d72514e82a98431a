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
  const both = articles.filter((article) => article.x1 > 0 && article.x2 > 0);
  const n = both.length;
  const sum = (key: keyof PairedCounts) => both.reduce((total, article) => total + article[key], 0);
  const [y1, x1, y2, x2] = [sum("y1"), sum("x1"), sum("y2"), sum("x2")];
  if (n < 2 || y1 <= 0 || y2 <= 0) return null;
  const [r1, r2] = [y1 / x1, y2 / x2];
  const squares = both.reduce((total, article) => {
    const u = (article.y1 - r1 * article.x1) / y1 - (article.y2 - r2 * article.x2) / y2;
    return total + u * u;
  }, 0);
  if (squares === 0) return null;
  return onLogScale(r1 / r2, Math.sqrt((n / (n - 1)) * squares), n - 1);
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
