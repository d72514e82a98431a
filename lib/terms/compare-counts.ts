import { keyness, logOddsZ } from "../../analysis/statistics/keyness.ts";
import { adjustPValues } from "../../analysis/statistics/multiple-testing.ts";
import { type RateRatio, rateRatio } from "../../analysis/statistics/rate-ratio.ts";
import type { SideCounts, WordNumbers } from "./side-counts.ts";

/** A term in fewer articles, or used less often, over both sides is left out: nothing could be said about it. */
const FEWEST_ARTICLES = 3;
const FEWEST_HITS = 5;
/** Total of the prior of the log-odds, in words. */
const PRIOR_WORDS = 500;
const LEVEL = 0.05;
const TURN = 300;

/** A term on one side. */
export interface TermSide {
  count: number;
  /** Articles that hold it. */
  articles: number;
  /** Gries' DP over the side's articles; null where none holds it. */
  dp: number | null;
}

export interface ComparedTerm {
  term: string;
  a: TermSide;
  b: TermSide;
  /** The clustered ratio of rates, a to b, with p adjusted over all terms tested; null where a side lacks the term or is too thin. */
  ratio: (RateRatio & { pAdjusted: number }) | null;
  /** Description beside it. */
  logLikelihood: number;
  logRatio: number;
  percentDiff: number | null;
  bic: number;
  logOddsZ: number;
}

export interface ComparedCounts {
  /** Every term considered, by name (code unit order). */
  terms: ComparedTerm[];
  /** Those with an adjusted p of at most .05, by log ratio: a's first, b's last. */
  apart: ComparedTerm[];
  /** Terms that one side alone uses: no ratio can be drawn. In most articles first. */
  only: { a: ComparedTerm[]; b: ComparedTerm[] };
  /** Ratios over which p was adjusted. */
  tests: number;
}

/** Compares the words of two sides (METHODS 6, Keyness). Where a side is thin nothing is tested. */
export async function compareCounts(
  numbers: WordNumbers,
  a: SideCounts,
  b: SideCounts,
  { tested }: { tested: boolean },
): Promise<ComparedCounts> {
  const considered = numbers.words.flatMap((_, word) => (isConsidered(word, a, b) ? [word] : []));
  const ratios = tested ? await ratiosOf(considered, a, b) : considered.map(() => null);
  const adjusted = adjustPValues(ratios.map((ratio) => ratio?.p ?? null));
  const counts = considered.map((word) => ({ a: a.countOf(word).count, b: b.countOf(word).count }));
  const odds = logOddsZ(counts, { a: a.x, b: b.x }, PRIOR_WORDS);
  const [dpA, dpB] = [a.dispersions(), b.dispersions()];
  const terms = considered.map((word, i): ComparedTerm => {
    const ratio = ratios[i];
    return {
      term: numbers.words[word] ?? "",
      a: sideOf(word, a, dpA),
      b: sideOf(word, b, dpB),
      ratio: ratio ? { ...ratio, pAdjusted: adjusted[i] ?? 1 } : null,
      ...describe(word, a, b),
      logOddsZ: odds[i]?.z ?? 0,
    };
  });
  terms.sort((one, other) => (one.term < other.term ? -1 : 1));
  return arrange(terms);
}

/** Quantiles of t cost some 70 µs a term: now and then others get their turn. */
async function ratiosOf(
  words: readonly number[],
  a: SideCounts,
  b: SideCounts,
): Promise<(RateRatio | null)[]> {
  const ratios: (RateRatio | null)[] = [];
  for (const word of words) {
    ratios.push(rateRatio(a.rateSumsOf(word), b.rateSumsOf(word)));
    if (ratios.length % TURN === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  return ratios;
}

function isConsidered(word: number, a: SideCounts, b: SideCounts): boolean {
  const [inA, inB] = [a.countOf(word), b.countOf(word)];
  return inA.articles + inB.articles >= FEWEST_ARTICLES && inA.count + inB.count >= FEWEST_HITS;
}

function sideOf(word: number, side: SideCounts, dispersions: Float64Array): TermSide {
  const dp = dispersions[word] ?? Number.NaN;
  return { ...side.countOf(word), dp: Number.isNaN(dp) ? null : dp };
}

function describe(word: number, a: SideCounts, b: SideCounts) {
  const described = keyness(a.countOf(word).count, b.countOf(word).count, a.x, b.x);
  return described ?? { logLikelihood: 0, logRatio: 0, percentDiff: null, bic: 0 };
}

function arrange(terms: ComparedTerm[]): ComparedCounts {
  const apart = terms
    .filter(({ ratio }) => ratio !== null && ratio.pAdjusted <= LEVEL)
    .sort((one, other) => other.logRatio - one.logRatio);
  const onlyOn = (side: "a" | "b", other: "a" | "b") =>
    terms
      .filter((term) => term[other].count === 0)
      .sort(
        (one, two) => two[side].articles - one[side].articles || two[side].count - one[side].count,
      );
  return {
    terms,
    apart,
    only: { a: onlyOn("a", "b"), b: onlyOn("b", "a") },
    tests: terms.filter(({ ratio }) => ratio !== null).length,
  };
}
