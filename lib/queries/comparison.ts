import { adjustPValues } from "../../analysis/statistics/multiple-testing.ts";
import type { RateSums } from "../../analysis/statistics/rate.ts";
import { type RateRatio, rateRatio } from "../../analysis/statistics/rate-ratio.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { FramescopeError } from "../errors.ts";
import { measureOf } from "./measure.ts";
import { getPointSums } from "./metrics.ts";
import type { Measure, OutletInfo, ResolvedView } from "./metrics-types.ts";

/** Outlets that one comparison takes. */
const FEWEST_COMPARED = 2;
const MOST_COMPARED = 6;

/** What a ratio allows to be said (LOOK 6); the adjusted p decides at .05. */
export type Verdict =
  | "more_often"
  | "less_often"
  | "no_clear_difference"
  | "too_few_articles"
  | "no_ratio";

/** An outlet against the reference, for one signal. */
export interface ComparedOutlet {
  outlet: OutletInfo;
  measure: Measure;
  /** Null for the reference itself and where no ratio can be drawn (a side without a hit, too few articles). */
  ratio: (RateRatio & { pAdjusted: number }) | null;
  verdict: Verdict | null;
  /** Hits per 100 quotations for scare quotes, else null: how often quotation marks are of this kind, whatever the outlet quotes. */
  per100Quotations: number | null;
}

export interface SignalComparison {
  signal: string;
  label: string;
  /** By name, the reference among them. */
  outlets: ComparedOutlet[];
}

export interface Comparison {
  reference: OutletInfo;
  signals: SignalComparison[];
  /** Ratios over which p was adjusted. */
  tests: number;
}

/**
 * Outlets side by side over the whole range of a view: rates with intervals, and each outlet's ratio to the reference
 * with p adjusted over every ratio (Benjamini and Hochberg). Without a reference the second outlet, as they were asked
 * for, is it: of two, the first is set against the second.
 * @throws FramescopeError bad_parameter for fewer than two or more than six outlets, or a reference that is none of them.
 */
export async function getComparison(
  corpus: CorpusDatabase,
  resolved: ResolvedView,
  referenceSlug: string | null,
): Promise<Comparison> {
  const { outlets } = resolved;
  if (outlets.length < FEWEST_COMPARED || outlets.length > MOST_COMPARED) {
    throw new FramescopeError(
      "bad_parameter",
      `outlets must name two to six outlets to compare; this view has ${outlets.length}.`,
      "outlets",
    );
  }
  const reference =
    referenceSlug === null
      ? inAskedOrder(resolved)[1]
      : outlets.find((each) => each.slug === referenceSlug);
  if (!reference) {
    throw new FramescopeError(
      "bad_parameter",
      `reference must be one of ${outlets.map((o) => o.slug).join(", ")}.`,
      "reference",
    );
  }
  const signals = await compareSignals(corpus, resolved, reference);
  return adjust({ reference, signals, tests: 0 });
}

/** The outlets of a view as they were asked for: A, B, ...; by name where it names none. */
function inAskedOrder({ view, outlets }: Pick<ResolvedView, "view" | "outlets">) {
  const order = view.outlets;
  if (!order) return outlets;
  return [...outlets].sort((a, b) => order.indexOf(a.slug) - order.indexOf(b.slug));
}

async function compareSignals(
  corpus: CorpusDatabase,
  resolved: ResolvedView,
  reference: OutletInfo,
): Promise<SignalComparison[]> {
  const sums = await getPointSums(corpus, { ...resolved, periods: wholeRange(resolved) });
  return Object.entries(resolved.labels).map(([signal, label]) => {
    const measures = new Map(
      resolved.outlets.map((outlet) => {
        const point = sums(outlet.id, 0, signal);
        return [outlet.id, { point, measure: measureOf(point, resolved.view, label) }];
      }),
    );
    const base = measures.get(reference.id);
    const outlets = resolved.outlets.map((outlet) => {
      const own = measures.get(outlet.id);
      if (!own || !base) throw new FramescopeError("internal", "A compared outlet has no measure.");
      const { measure } = own;
      const described = { outlet, measure, per100Quotations: per100(signal, measure) };
      if (outlet.id === reference.id) return { ...described, ratio: null, verdict: null };
      return { ...described, ...compare(own, base) };
    });
    return { signal, label, outlets };
  });
}

const per100 = (signal: string, { hits, quotations }: Measure) =>
  signal === "scare_quote" && quotations > 0 ? (100 * hits) / quotations : null;

const wholeRange = ({ from, to }: ResolvedView) =>
  from === null || to === null ? [] : [{ start: from, end: to }];

interface Side {
  point: RateSums;
  measure: Measure;
}

/** The ratio and what keeps it from being one; the verdict of a real ratio waits for the adjusted p. */
function compare(own: Side, base: Side): Pick<ComparedOutlet, "ratio" | "verdict"> {
  if (own.measure.status !== "ok" || base.measure.status !== "ok")
    return { ratio: null, verdict: "too_few_articles" };
  const ratio = rateRatio(own.point, base.point);
  return ratio
    ? { ratio: { ...ratio, pAdjusted: ratio.p }, verdict: null }
    : { ratio: null, verdict: "no_ratio" };
}

function adjust(comparison: Comparison): Comparison {
  const compared = comparison.signals.flatMap((signal) => signal.outlets);
  const adjusted = adjustPValues(compared.map((each) => each.ratio?.p ?? null));
  for (const [i, each] of compared.entries()) {
    const p = adjusted[i];
    if (!each.ratio || p === null || p === undefined) continue;
    each.ratio.pAdjusted = p;
    each.verdict = verdictOf(each.ratio.ratio, p);
  }
  return { ...comparison, tests: adjusted.filter((p) => p !== null).length };
}

/** What the adjusted p of a ratio allows to be said. */
export function verdictOf(ratio: number, pAdjusted: number): Verdict {
  if (pAdjusted > 0.05) return "no_clear_difference";
  return ratio > 1 ? "more_often" : "less_often";
}
