import type { KnownSignal } from "../codebook/live-signals.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { cellsOf } from "./cells.ts";
import { addSums, measureOf, NO_SUMS, type PointSums } from "./measure.ts";
import type { OutletSeries, ResolvedView, SignalMetrics } from "./metrics-types.ts";
import { type Sums, sumsFromArticles, sumsFromRollups } from "./sums.ts";

/**
 * The metrics of a view: for each signal and outlet one point for each period, none left out, and the whole range.
 * Chart, table and metrics.csv are all made from this.
 */
export async function getMetrics(
  corpus: CorpusDatabase,
  resolved: ResolvedView,
): Promise<SignalMetrics[]> {
  const { view, labels, outlets, periods } = resolved;
  const sums = await getPointSums(corpus, resolved);
  return Object.entries(labels).map(([signal, label]) => ({
    signal,
    label,
    series: outlets.map((outlet): OutletSeries => {
      const points = periods.map((_, period) => sums(outlet.id, period, signal));
      return {
        outlet,
        points: points.map((point) => measureOf(point, view, label)),
        total: measureOf(points.reduce(addSums, NO_SUMS), view, label),
      };
    }),
  }));
}

/** The sums behind a view's points: of an outlet in the period of this index, for a signal of the view. */
export type PointSumsOf = (outletId: number, period: number, signal: string) => PointSums;

/** Reads the sums of a view, from the rollups where they hold its labels, else from the articles' own rows. */
export async function getPointSums(
  corpus: CorpusDatabase,
  resolved: ResolvedView,
): Promise<PointSumsOf> {
  const { view, labels, known, outlets, periods, to } = resolved;
  if (to === null || outlets.length === 0 || periods.length === 0) return () => NO_SUMS;
  const read = hasOnlyDefaultLabels(labels, known) ? sumsFromRollups : sumsFromArticles;
  const sums = await read(corpus.pool, {
    cells: cellsOf(view),
    outletIds: outlets.map((outlet) => outlet.id),
    periodStarts: periods.map((period) => period.start),
    to,
    labels,
  });
  return arrange(sums);
}

/** The label that is counted where a view asks for none; rollups hold these. */
export function defaultLabel(known: readonly KnownSignal[], signalId: string): string {
  return known.find((each) => each.id === signalId)?.defaultLabel ?? "all";
}

function hasOnlyDefaultLabels(
  labels: Readonly<Record<string, string>>,
  known: readonly KnownSignal[],
): boolean {
  return Object.entries(labels).every(([signal, label]) => label === defaultLabel(known, signal));
}

/** Look-up of a point's sums by outlet, period and signal. */
function arrange(sums: Sums): PointSumsOf {
  const words = new Map(sums.words.map((row) => [`${row.outletId} ${row.period}`, row]));
  const hits = new Map(
    sums.hits.map((row) => [`${row.outletId} ${row.period} ${row.signal}`, row]),
  );
  return (outletId, period, signal) => {
    const w = words.get(`${outletId} ${period}`);
    if (!w) return NO_SUMS;
    const h = hits.get(`${outletId} ${period} ${signal}`);
    const { n, x, xx, quotations } = w;
    const { y, withHit, yy, xy, p, pp, px } = h ?? NO_SUMS;
    return { n, x, xx, quotations, y, withHit, yy, xy, p, pp, px };
  };
}
