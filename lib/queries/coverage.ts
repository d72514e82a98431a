import type { Pool } from "pg";
import type { View } from "../view/view.ts";
import { cellsOf } from "./cells.ts";
import type { OutletInfo } from "./metrics-types.ts";

/** Counted articles of an outlet in a view's part, voice and duplicates, with the first and last day of one. */
export interface OutletCoverage {
  outletId: number;
  articles: number;
  first: string;
  last: string;
}

/** Coverage of the view's own range, or of all days where it has none; outlets without an article are left out. */
export async function coverageByOutlet(
  pool: Pool,
  view: View,
  outlets: readonly OutletInfo[],
): Promise<OutletCoverage[]> {
  const { source, values } = articleDays(
    view,
    outlets.map((outlet) => outlet.id),
  );
  const { rows } = await pool.query<OutletCoverage>(
    `SELECT outlet_id AS "outletId", sum(articles)::float8 AS articles,
       to_char(min(day), 'YYYY-MM-DD') AS first, to_char(max(day), 'YYYY-MM-DD') AS last
     FROM (${source}) AS r GROUP BY outlet_id`,
    values,
  );
  return rows;
}

/** Articles for each day of some outlets, by day. */
export async function articlesByDay(
  pool: Pool,
  view: View,
  outletIds: readonly number[],
): Promise<{ outletId: number; day: string; articles: number }[]> {
  const { source, values } = articleDays(view, outletIds);
  const { rows } = await pool.query<{ outletId: number; day: string; articles: number }>(
    `SELECT outlet_id AS "outletId", to_char(day, 'YYYY-MM-DD') AS day, sum(articles)::float8 AS articles
     FROM (${source}) AS r GROUP BY outlet_id, day`,
    values,
  );
  return rows;
}

/** Rows (outlet_id, day, articles) of the rollup in the view's cells and range. */
function articleDays(view: View, outletIds: readonly number[]) {
  const cells = cellsOf(view);
  const values: unknown[] = [
    cells.voice,
    outletIds,
    view.from ?? "-infinity",
    view.to ?? "infinity",
  ];
  const select = (part: string, classes: readonly string[]) =>
    `SELECT outlet_id, day, articles FROM rollup_words
     WHERE part = $${values.push(part)} AND voice = $1 AND dup_class = ANY($${values.push(classes)}::text[])
       AND outlet_id = ANY($2::int[]) AND day BETWEEN $3::date AND $4::date`;
  const selects = [select(cells.part, cells.whole)];
  if (cells.headlineOnly.length > 0) selects.push(select("headline", cells.headlineOnly));
  return { source: selects.join(" UNION ALL "), values };
}
