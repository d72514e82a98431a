import type { PeriodStatus } from "../../analysis/statistics/period-status.ts";
import type { IntervalMethod } from "../../analysis/statistics/rate.ts";
import type { KnownSignal } from "../codebook/live-signals.ts";
import type { Granularity, View } from "../view/view.ts";

export interface OutletInfo {
  id: number;
  name: string;
  slug: string;
  /** Slugs of outlets that were merged into it: old links find it by them. */
  formerSlugs: string[];
  /** Colour and shape, 1 to 10, or null: drawn in grey. */
  slot: number | null;
  /** Counted articles of the corpus, whatever the view. */
  articles: number;
}

/** First and last day, both included (ISO). */
export interface Period {
  start: string;
  end: string;
}

/** What was counted in an outlet's period (or over the whole range), with its intervals at 95%. Rates are per 1,000 words. */
export interface Measure {
  /** ok; thin: fewer than 5 articles (20 for headline or teaser alone); no_articles: none, so no rate. */
  status: PeriodStatus;
  /** Articles with at least one word of the view's part and voice. */
  articles: number;
  articlesWithHit: number;
  words: number;
  hits: number;
  rate: number | null;
  rateLow: number | null;
  rateHigh: number | null;
  rateMethod: IntervalMethod | null;
  share: number | null;
  shareLow: number | null;
  shareHigh: number | null;
  quotations: number;
  /** Sum of probabilities; null unless the label is scare. */
  expectedHits: number | null;
  expectedRate: number | null;
  expectedLow: number | null;
  expectedHigh: number | null;
}

export interface OutletSeries {
  outlet: OutletInfo;
  /** One for each period of the range, in order, none left out. */
  points: Measure[];
  /** Over the whole range. */
  total: Measure;
}

/** A view with every default filled in. */
export interface ResolvedView {
  view: View;
  /** The granularity shown, and why it was chosen where the view says auto. */
  granularity: Granularity;
  granularityReason: string | null;
  /** Widened to the bounds of their periods; null where the view has no counted article. */
  from: string | null;
  to: string | null;
  periods: Period[];
  /** Outlets of the view, by name. */
  outlets: OutletInfo[];
  /** The label counted for each signal: a label id or "all". */
  labels: Record<string, string>;
  /** Every signal of the codebook. */
  known: readonly KnownSignal[];
  codebook: string;
  engineVersion: string;
  /** Articles that still await analysis, or whose numbers await recounting. */
  pendingArticles: number;
}

/** Metrics of one signal. */
export interface SignalMetrics {
  signal: string;
  label: string;
  series: OutletSeries[];
}
