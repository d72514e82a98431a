import type { Measure, OutletSeries, Period } from "../../../lib/queries/metrics-types.ts";
import type { Granularity, Unit } from "../../../lib/view/view.ts";

/** A number of the chosen unit with its 95% interval and what it was counted from. A share is 0 to 1. */
export interface Reading {
  status: Measure["status"];
  value: number | null;
  low: number | null;
  high: number | null;
  /** Articles. */
  n: number;
  hits: number;
  words: number;
}

export interface FigureSeries {
  slug: string;
  name: string;
  /** The slot stored with the outlet, or null. */
  slot: number | null;
  /** Articles in the corpus: ranks the outlets, whatever the view. */
  articles: number;
  readings: Reading[];
  total: Reading;
}

export interface FigureData {
  unit: Unit;
  granularity: Granularity;
  periods: Period[];
  series: FigureSeries[];
  /** Articles below which a point is thin: 5, or 20 where the view is headline or teaser alone. */
  thinBelow: number;
}

/** What a unit shows of a measure: a count has no interval, and without articles there is no value. */
export function readingOf(measure: Measure, unit: Unit): Reading {
  const { status, articles: n, hits, words } = measure;
  const base = { status, n, hits, words };
  switch (unit) {
    case "rate":
      return { ...base, value: measure.rate, low: measure.rateLow, high: measure.rateHigh };
    case "expected":
      return {
        ...base,
        value: measure.expectedRate,
        low: measure.expectedLow,
        high: measure.expectedHigh,
      };
    case "share":
      return { ...base, value: measure.share, low: measure.shareLow, high: measure.shareHigh };
    case "count":
      return { ...base, value: status === "no_articles" ? null : hits, low: null, high: null };
  }
}

export function figureSeries(series: OutletSeries, unit: Unit): FigureSeries {
  return {
    slug: series.outlet.slug,
    name: series.outlet.name,
    slot: series.outlet.slot,
    articles: series.outlet.articles,
    readings: series.points.map((point) => readingOf(point, unit)),
    total: readingOf(series.total, unit),
  };
}

/** Stretches of neighbouring periods for which `keep` holds, as [first, last] indices. */
export function runs(
  readings: readonly Reading[],
  keep: (reading: Reading) => boolean,
): [number, number][] {
  const found: [number, number][] = [];
  let start = -1;
  for (let i = 0; i <= readings.length; i++) {
    const reading = readings[i];
    const kept = reading !== undefined && reading.value !== null && keep(reading);
    if (kept && start < 0) start = i;
    if (!kept && start >= 0) {
      found.push([start, i - 1]);
      start = -1;
    }
  }
  return found;
}
