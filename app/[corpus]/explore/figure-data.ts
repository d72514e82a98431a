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

/** A series on its way to the browser: columns instead of objects, a third of the bytes. */
export interface PackedSeries {
  outlet: Pick<FigureSeries, "slug" | "name" | "slot" | "articles">;
  /** A letter a period: o ok, t thin, n no_articles; then one for the whole range. */
  status: string;
  /** A column a number, a row a period, the whole range last. */
  value: (number | null)[];
  low: (number | null)[];
  high: (number | null)[];
  n: number[];
  hits: number[];
  words: number[];
}

const LETTERS = { ok: "o", thin: "t", no_articles: "n" } as const;
const STATUS = { o: "ok", t: "thin", n: "no_articles" } as const;

/** Nine digits are more than any page shows; files have all of them. */
const rounded = (value: number | null) => (value === null ? null : Number(value.toPrecision(9)));

export function packSeries({ outlet, points, total }: OutletSeries, unit: Unit): PackedSeries {
  const readings = [...points, total].map((measure) => readingOf(measure, unit));
  const { slug, name, slot, articles } = outlet;
  return {
    outlet: { slug, name, slot, articles },
    status: readings.map(({ status }) => LETTERS[status]).join(""),
    value: readings.map(({ value }) => rounded(value)),
    low: readings.map(({ low }) => rounded(low)),
    high: readings.map(({ high }) => rounded(high)),
    n: readings.map(({ n }) => n),
    hits: readings.map(({ hits }) => hits),
    words: readings.map(({ words }) => words),
  };
}

/** The inverse of packSeries. */
export function unpackSeries(packed: PackedSeries): FigureSeries {
  const readings = [...packed.status].map(
    (letter, i): Reading => ({
      status: STATUS[letter as keyof typeof STATUS] ?? "no_articles",
      value: packed.value[i] ?? null,
      low: packed.low[i] ?? null,
      high: packed.high[i] ?? null,
      n: packed.n[i] ?? 0,
      hits: packed.hits[i] ?? 0,
      words: packed.words[i] ?? 0,
    }),
  );
  const total = readings.pop();
  if (!total) throw new Error("A packed series has at least its whole range.");
  return { ...packed.outlet, readings, total };
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
