import type { Pool } from "pg";
import { countPeriods, type Granularity, periodStart } from "../../analysis/statistics/calendar.ts";
import { thinBelow } from "../../analysis/statistics/period-status.ts";
import type { View } from "../view/view.ts";
import { articlesByDay, type OutletCoverage } from "./coverage.ts";

/** Automatic granularity keeps a chart to this many periods. */
const MOST_AUTOMATIC_PERIODS = 400;
/** Outlets looked at, by articles in view, and the share of their non-empty points that must not be thin. */
const OUTLETS_LOOKED_AT = 3;
const SHARE_NOT_THIN = 0.8;

/**
 * The finest of week, month, quarter and year at which four in five non-empty points of the three outlets with most
 * articles in view are not thin, else year; and the reason in words (METHODS 1).
 */
export async function chooseGranularity(
  pool: Pool,
  view: View,
  coverage: readonly OutletCoverage[],
  range: { first: string; last: string },
): Promise<{ granularity: Granularity; reason: string }> {
  const most = [...coverage]
    .sort((a, b) => b.articles - a.articles || a.outletId - b.outletId)
    .slice(0, OUTLETS_LOOKED_AT)
    .map((row) => row.outletId);
  const days = await articlesByDay(pool, view, most);
  const limit = thinBelow(view.part);
  for (const granularity of ["week", "month", "quarter", "year"] as const) {
    if (countPeriods(range.first, range.last, granularity) > MOST_AUTOMATIC_PERIODS) continue;
    const counts = countByPoint(days, granularity);
    const enough = counts.filter((articles) => articles >= limit).length;
    if (counts.length > 0 && enough >= SHARE_NOT_THIN * counts.length) {
      return {
        granularity,
        reason: `By ${granularity}, the finest at which four in five points of the outlets with most articles have ${limit} articles or more.`,
      };
    }
  }
  return {
    granularity: "year",
    reason: `By year: finer points would mostly have fewer than ${limit} articles.`,
  };
}

function countByPoint(
  days: { outletId: number; day: string; articles: number }[],
  granularity: Granularity,
) {
  const counts = new Map<string, number>();
  for (const { outletId, day, articles } of days) {
    const point = `${outletId} ${periodStart(day, granularity)}`;
    counts.set(point, (counts.get(point) ?? 0) + articles);
  }
  return [...counts.values()];
}
