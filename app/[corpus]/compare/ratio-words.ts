import type { ComparedOutlet, Verdict } from "../../../lib/queries/comparison.ts";
import { countOf, formatCount } from "../../format.ts";
import type { SignalWords } from "../../view-words.ts";

/** Ratios of two digits that have a word of their own, each between two bounds. */
const NAMED: readonly [low: number, high: number, words: string][] = [
  [0.245, 0.255, "a quarter as often"],
  [0.325, 0.345, "a third as often"],
  [0.485, 0.515, "half as often"],
  [1.95, 2.05, "twice as often"],
  [2.95, 3.05, "three times as often"],
];

/** A ratio in two digits: "2.0", "0.64", "12"; what no page can show is named. */
export function formatRatio(ratio: number): string {
  if (ratio >= 999.5) return "over 1,000";
  if (ratio >= 9.95) return formatCount(ratio);
  if (ratio >= 0.995) return ratio.toFixed(1);
  return ratio < 0.005 ? "<0.01" : ratio.toFixed(2);
}

/** "1.6 to 2.5". */
const formatRatioInterval = ({ low, high }: { low: number; high: number }) =>
  `${formatRatio(low)} to ${formatRatio(high)}`;

/** "0.02", "<0.001"; a third digit where two would hide on which side of .05 it lies. */
export function formatP(p: number): string {
  if (p < 0.001) return "<0.001";
  return p.toFixed(p < 0.01 || (p >= 0.045 && p < 0.055) ? 3 : 2);
}

/** A ratio in plain words: "twice as often", "1.4 times as often". */
export function ratioWords(ratio: number): string {
  const named = NAMED.find(([low, high]) => ratio >= low && ratio < high);
  return named ? named[2] : `${formatRatio(ratio)} times as often`;
}

/** What is said of a ratio, and its interval beside it (LOOK 6); the verdict follows the adjusted p. */
export interface Said {
  words: string;
  /** "1.6 to 2.5". */
  interval: string | null;
  /** Whether the words state a difference. */
  differs: boolean;
}

export function sayRatio(
  verdict: Verdict | null,
  ratio: { ratio: number; low: number; high: number } | null,
  withoutRatio: string,
): Said {
  if (verdict === "too_few_articles")
    return { words: "too few articles to compare", interval: null, differs: false };
  if (!ratio || verdict === null) return { words: withoutRatio, interval: null, differs: false };
  const differs = verdict !== "no_clear_difference";
  const words = differs ? ratioWords(ratio.ratio) : "no clear difference";
  return { words, interval: formatRatioInterval(ratio), differs };
}

/** The same for an outlet against the reference. */
export function sayComparison(
  own: ComparedOutlet,
  base: ComparedOutlet,
  signal: SignalWords,
): Said {
  return sayRatio(own.verdict, own.ratio, whyNoRatio(own, base, signal));
}

/** Why there is no ratio of two outlets that have articles enough. */
function whyNoRatio(own: ComparedOutlet, base: ComparedOutlet, signal: SignalWords): string {
  const none = [own, base].filter(({ measure }) => measure.hits === 0);
  if (none.length === 2) return `no ${signal.title.toLowerCase()} in either`;
  if (none[0]) {
    const { outlet, measure } = none[0];
    return `none in ${countOf(measure.articles, "article")} of ${outlet.name}: no ratio`;
  }
  return "the same in every article: no ratio";
}

/** "Ebrel Wire Service and Daily Clarion", "A, B and C", "six outlets". */
export function nameOutlets(names: readonly string[]): string {
  if (names.length > 3)
    return `${["Four", "Five", "Six"][names.length - 4] ?? formatCount(names.length)} outlets`;
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
