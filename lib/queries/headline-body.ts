import { adjustPValues } from "../../analysis/statistics/multiple-testing.ts";
import { periodStatus } from "../../analysis/statistics/period-status.ts";
import { ratePer1000Words } from "../../analysis/statistics/rate.ts";
import {
  type PairedSums,
  pairedRateRatioOfSums,
  type RateRatio,
} from "../../analysis/statistics/rate-ratio.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { cellsOf } from "./cells.ts";
import { type Verdict, verdictOf } from "./comparison.ts";
import type { OutletInfo, ResolvedView } from "./metrics-types.ts";

/** An outlet's headlines against the bodies under them, for one signal. */
export interface HeadlineContrast {
  outlet: OutletInfo;
  /** Articles that have words of the view in both parts. */
  articles: number;
  headline: { hits: number; words: number; rate: number | null };
  body: { hits: number; words: number; rate: number | null };
  /** Rate of the headlines / rate of the bodies; null where none can be drawn. */
  ratio: (RateRatio & { pAdjusted: number }) | null;
  verdict: Verdict;
}

export interface HeadlineAgainstBody {
  signals: { signal: string; label: string; outlets: HeadlineContrast[] }[];
  /** Ratios over which p was adjusted. */
  tests: number;
}

interface PairedRow extends PairedSums {
  outletId: number;
  signal: string;
}

/**
 * Whether an outlet's headlines use a signal more often than the bodies of the same articles (METHODS 6, paired), in the
 * view's voice, range and outlets; its part says nothing here. Copies that the view leaves out have no body, so no pair.
 */
export async function getHeadlineAgainstBody(
  corpus: Pick<CorpusDatabase, "pool">,
  resolved: ResolvedView,
): Promise<HeadlineAgainstBody> {
  const rows = await pairedRows(corpus, resolved);
  const found = new Map(rows.map((row) => [`${row.outletId} ${row.signal}`, row]));
  const signals = Object.entries(resolved.labels).map(([signal, label]) => ({
    signal,
    label,
    outlets: resolved.outlets.map((outlet) =>
      contrast(outlet, found.get(`${outlet.id} ${signal}`)),
    ),
  }));
  const contrasts = signals.flatMap((each) => each.outlets);
  const adjusted = adjustPValues(contrasts.map((each) => each.ratio?.p ?? null));
  for (const [i, each] of contrasts.entries()) {
    const pAdjusted = adjusted[i];
    if (!each.ratio || pAdjusted === null || pAdjusted === undefined) continue;
    each.ratio.pAdjusted = pAdjusted;
    each.verdict = verdictOf(each.ratio.ratio, pAdjusted);
  }
  return { signals, tests: adjusted.filter((p) => p !== null).length };
}

function contrast(outlet: OutletInfo, row: PairedRow | undefined): HeadlineContrast {
  const { n, y1, x1, y2, x2 } = row ?? { n: 0, y1: 0, x1: 0, y2: 0, x2: 0 };
  const sides = {
    headline: { hits: y1, words: x1, rate: ratePer1000Words(y1, x1) },
    body: { hits: y2, words: x2, rate: ratePer1000Words(y2, x2) },
  };
  const own = { outlet, articles: n, ...sides };
  if (!row || periodStatus(n, "headline") !== "ok")
    return { ...own, ratio: null, verdict: "too_few_articles" };
  const ratio = pairedRateRatioOfSums(row);
  return { ...own, ratio: ratio && { ...ratio, pAdjusted: ratio.p }, verdict: "no_ratio" };
}

const COUNTS = ["y1", "x1", "y2", "x2"];
const SUMS = COUNTS.flatMap((a, i) => [
  `sum(${a}) AS ${a}`,
  ...COUNTS.slice(i).map((b) => `sum(${a} * ${b}) AS ${a}${b}`),
]);

/** The sums of each outlet and signal over articles with both parts. */
async function pairedRows(
  { pool }: Pick<CorpusDatabase, "pool">,
  resolved: ResolvedView,
): Promise<PairedRow[]> {
  const { view, labels, outlets, from, to } = resolved;
  if (from === null || to === null || outlets.length === 0) return [];
  const classes = cellsOf({ ...view, part: "body" }).whole;
  const signals = Object.keys(labels);
  const voice = view.voice === "all" ? "" : " AND voice = $7";
  const cells = `outlet_id = ANY($1::int[]) AND published_on BETWEEN $2::date AND $3::date
    AND dup_class = ANY($4::text[]) AND part IN ('headline', 'body')${voice}`;
  const { rows } = await pool.query<PairedRow>(
    `WITH words AS (
       SELECT article_id, outlet_id, sum(words) FILTER (WHERE part = 'headline')::float8 AS x1,
         sum(words) FILTER (WHERE part = 'body')::float8 AS x2
       FROM article_words WHERE ${cells} GROUP BY article_id, outlet_id),
     hits AS (
       SELECT article_id, h.signal, coalesce(sum(hits) FILTER (WHERE part = 'headline'), 0)::float8 AS y1,
         coalesce(sum(hits) FILTER (WHERE part = 'body'), 0)::float8 AS y2
       FROM article_hits AS h JOIN unnest($5::text[], $6::text[]) AS wanted(signal, label)
         ON h.signal = wanted.signal AND wanted.label IN (h.label, 'all')
       WHERE ${cells} GROUP BY article_id, h.signal),
     pairs AS (
       SELECT outlet_id, wanted.signal, x1, x2, coalesce(y1, 0) AS y1, coalesce(y2, 0) AS y2
       FROM words CROSS JOIN unnest($5::text[]) AS wanted(signal)
         LEFT JOIN hits ON hits.article_id = words.article_id AND hits.signal = wanted.signal
       WHERE x1 > 0 AND x2 > 0)
     SELECT outlet_id AS "outletId", signal, count(*)::float8 AS n, ${SUMS.join(", ")}
     FROM pairs GROUP BY outlet_id, signal`,
    [
      outlets.map((outlet) => outlet.id),
      from,
      to,
      classes,
      signals,
      signals.map((signal) => labels[signal]),
      ...(voice ? [view.voice] : []),
    ],
  );
  return rows;
}
