/** How a term's use differs between a target and a reference: description, not a test (that is the clustered ratio). */
export interface Keyness {
  /** Log-likelihood G2 (Dunning 1993), above 0 whichever side uses the term more. */
  logLikelihood: number;
  /** Binary logarithm of the ratio of relative frequencies (Hardie 2014); 0.5 stands for a count of zero. */
  logRatio: number;
  /** Difference of relative frequencies in per cent of the reference (Gabrielatos and Marchi 2011); null where that is 0. */
  percentDiff: number | null;
  /** G2 - ln N: Bayes factor (Wilson 2013); under 0 speaks for no difference. */
  bic: number;
}

/**
 * Keyness of a term with `a` of `wordsA` and `b` of `wordsB` word tokens; null without words on either side or without the term.
 * @example keyness(30, 10, 20000, 25000) // G2 15.424735, log ratio 1.906891, %DIFF 275, BIC 4.710317
 */
export function keyness(a: number, b: number, wordsA: number, wordsB: number): Keyness | null {
  if (wordsA <= 0 || wordsB <= 0 || a + b <= 0) return null;
  const words = wordsA + wordsB;
  const expectedA = (wordsA * (a + b)) / words;
  const expectedB = (wordsB * (a + b)) / words;
  const term = (observed: number, expected: number) =>
    observed > 0 ? observed * Math.log(observed / expected) : 0;
  const logLikelihood = Math.max(0, 2 * (term(a, expectedA) + term(b, expectedB)));
  const relativeA = a / wordsA;
  const relativeB = b / wordsB;
  return {
    logLikelihood,
    logRatio: Math.log2((a || 0.5) / wordsA / ((b || 0.5) / wordsB)),
    percentDiff: b > 0 ? (100 * (relativeA - relativeB)) / relativeB : null,
    bic: logLikelihood - Math.log(words),
  };
}

/** A term's counts on both sides, for the log-odds. */
export interface TermCounts {
  a: number;
  b: number;
}

/**
 * Log-odds ratio with an informative Dirichlet prior in proportion to the pooled counts (Monroe, Colaresi and Quinn 2008),
 * as z scores in the order given. All four variance terms are kept: words with a large share need them.
 * `prior` is the prior's total, `totals` the words of either side.
 */
export function logOddsZ(
  terms: readonly TermCounts[],
  totals: { a: number; b: number },
  prior: number,
): { delta: number; z: number }[] {
  const pooled = totals.a + totals.b;
  return terms.map(({ a, b }) => {
    const alpha = (prior * (a + b)) / pooled;
    const restA = totals.a + prior - a - alpha;
    const restB = totals.b + prior - b - alpha;
    const delta = Math.log((a + alpha) / restA) - Math.log((b + alpha) / restB);
    const variance = 1 / (a + alpha) + 1 / (b + alpha) + 1 / restA + 1 / restB;
    return { delta, z: delta / Math.sqrt(variance) };
  });
}
