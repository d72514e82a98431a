import type { Pool } from "pg";
import { dayNumber } from "../../analysis/statistics/calendar.ts";
import { cellsCondition, type ViewCells } from "./cells.ts";

/** What both sources of metrics are asked for. */
export interface SumsQuery {
  cells: ViewCells;
  outletIds: readonly number[];
  /** First days of the periods, ascending, and the last day of the last one. */
  periodStarts: readonly string[];
  to: string;
  /** Signals with the label counted: a label id or "all". */
  labels: Readonly<Record<string, string>>;
}

/** Sums over the words x of an outlet's articles in a period. `period` counts from 0. */
export interface WordSums {
  outletId: number;
  period: number;
  n: number;
  x: number;
  xx: number;
  quotations: number;
}

/** Sums over hits y and probabilities p of the same articles, for one signal; absent where there are none. */
export interface HitSums {
  outletId: number;
  period: number;
  signal: string;
  y: number;
  withHit: number;
  yy: number;
  xy: number;
  p: number;
  pp: number;
  px: number;
}

export interface Sums {
  words: WordSums[];
  hits: HitSums[];
}

/**
 * The period of a day, looked up by its number in the range: $1 holds the period of each day, $2 the first day. One array
 * access a row, whatever the granularity.
 */
const bucket = (day: string) => `($1::int[])[${day} - $2::date + 1]`;

/** The values of $1 and $2 for bucket(). */
function bucketValues({ periodStarts, to }: SumsQuery): unknown[] {
  const first = periodStarts[0] ?? to;
  const starts = periodStarts.map((start) => dayNumber(start) - dayNumber(first));
  const days = dayNumber(to) - dayNumber(first) + 1;
  const periodOfDay: number[] = [];
  for (let day = 0, period = 0; day < days; day++) {
    if (starts[period + 1] === day) period++;
    periodOfDay.push(period);
  }
  return [periodOfDay, first];
}

/** From the daily rollups: each signal's default label only. Big integers are added as float8, exact up to 2^53. */
export async function sumsFromRollups(pool: Pool, query: SumsQuery): Promise<Sums> {
  const [words, hits] = await Promise.all([rollupWords(pool, query), rollupHits(pool, query)]);
  return { words, hits };
}

/** One SELECT for each kind of cell, so that each runs through the covering index (an OR would not). */
function fromRollup(
  table: string,
  columns: string,
  query: SumsQuery,
  values: unknown[],
  more = "",
) {
  const { cells, periodStarts, to } = query;
  const parameter = (value: unknown) => `$${values.push(value)}`;
  const voice = parameter(cells.voice);
  const outlets = parameter(query.outletIds);
  const from = parameter(periodStarts[0]);
  const until = parameter(to);
  const select = (part: string, classes: readonly string[]) =>
    `SELECT ${columns} FROM ${table} WHERE part = ${parameter(part)} AND voice = ${voice}
       AND dup_class = ANY(${parameter(classes)}::text[]) AND day BETWEEN ${from}::date AND ${until}::date
       AND outlet_id = ANY(${outlets}::int[])${more}`;
  const selects = [select(cells.part, cells.whole)];
  if (cells.headlineOnly.length > 0) selects.push(select("headline", cells.headlineOnly));
  return selects.join(" UNION ALL ");
}

async function rollupWords(pool: Pool, query: SumsQuery): Promise<WordSums[]> {
  const values = bucketValues(query);
  const rows = fromRollup(
    "rollup_words",
    "outlet_id, day, articles, sum_x, sum_xx, quotations",
    query,
    values,
  );
  const result = await pool.query<WordSums>(
    `SELECT outlet_id AS "outletId", ${bucket("day")} AS period, sum(articles)::float8 AS n,
       sum(sum_x::float8) AS x, sum(sum_xx::float8) AS xx, sum(quotations)::float8 AS quotations
     FROM (${rows}) AS r GROUP BY 1, 2`,
    values,
  );
  return result.rows;
}

async function rollupHits(pool: Pool, query: SumsQuery): Promise<HitSums[]> {
  const values = [...bucketValues(query), Object.keys(query.labels)];
  const rows = fromRollup(
    "rollup_hits",
    "outlet_id, day, signal, hits, articles_with_hit, sum_yy, sum_xy, sum_p, sum_pp, sum_px",
    query,
    values,
    " AND signal = ANY($3::text[])",
  );
  const result = await pool.query<HitSums>(
    `SELECT outlet_id AS "outletId", ${bucket("day")} AS period, signal, sum(hits)::float8 AS y,
       sum(articles_with_hit)::float8 AS "withHit", sum(sum_yy::float8) AS yy, sum(sum_xy::float8) AS xy,
       sum(sum_p) AS p, sum(sum_pp) AS pp, sum(sum_px) AS px
     FROM (${rows}) AS r GROUP BY 1, 2, 3`,
    values,
  );
  return result.rows;
}

/** The same numbers from the rows of the articles: any label. */
export async function sumsFromArticles(pool: Pool, query: SumsQuery): Promise<Sums> {
  const [words, hits] = await Promise.all([articleWords(pool, query), articleHits(pool, query)]);
  return { words, hits };
}

/** Words of the view by article. A cell can hold quotations and no word: an article with such cells alone is not in the view. */
function articleWordsSelect(query: SumsQuery, values: unknown[]): string {
  const condition = cellsCondition(query.cells, "w", values);
  const from = values.push(query.periodStarts[0]);
  const to = values.push(query.to);
  const outlets = values.push(query.outletIds);
  return `SELECT w.article_id, w.outlet_id, w.published_on, sum(w.words)::float8 AS x, sum(w.quotations)::float8 AS quotations
    FROM article_words AS w
    WHERE w.outlet_id = ANY($${outlets}::int[]) AND w.published_on BETWEEN $${from}::date AND $${to}::date AND ${condition}
    GROUP BY w.article_id, w.outlet_id, w.published_on HAVING sum(w.words) > 0`;
}

async function articleWords(pool: Pool, query: SumsQuery): Promise<WordSums[]> {
  const values = bucketValues(query);
  const result = await pool.query<WordSums>(
    `SELECT outlet_id AS "outletId", ${bucket("published_on")} AS period, count(*)::float8 AS n,
       sum(x) AS x, sum(x * x) AS xx, sum(quotations) AS quotations
     FROM (${articleWordsSelect(query, values)}) AS a GROUP BY 1, 2`,
    values,
  );
  return result.rows;
}

async function articleHits(pool: Pool, query: SumsQuery): Promise<HitSums[]> {
  const signals = Object.keys(query.labels);
  const values: unknown[] = [
    ...bucketValues(query),
    signals,
    signals.map((signal) => query.labels[signal]),
  ];
  const words = articleWordsSelect(query, values);
  const condition = cellsCondition(query.cells, "h", values);
  const result = await pool.query<HitSums>(
    `WITH words AS (${words}),
     hits AS (
       SELECT h.article_id, h.signal, sum(h.hits)::float8 AS y, sum(h.expected)::float8 AS p
       FROM article_hits AS h JOIN unnest($3::text[], $4::text[]) AS wanted(signal, label)
         ON h.signal = wanted.signal AND wanted.label IN (h.label, 'all')
       WHERE ${condition} GROUP BY h.article_id, h.signal)
     SELECT words.outlet_id AS "outletId", ${bucket("words.published_on")} AS period, hits.signal,
       sum(y) AS y, count(*) FILTER (WHERE y > 0)::float8 AS "withHit", sum(y * y) AS yy, sum(x * y) AS xy,
       sum(p) AS p, sum(p * p) AS pp, sum(p * x) AS px
     FROM words JOIN hits ON hits.article_id = words.article_id GROUP BY 1, 2, 3`,
    values,
  );
  return result.rows;
}
