import type { CorpusDatabase } from "../database/corpus-database.ts";
import { getMetrics } from "../queries/metrics.ts";
import type { Measure, Period, ResolvedView } from "../queries/metrics-types.ts";
import { type Column, FILTER_COLUMNS, headerLine, rowLine } from "./columns.ts";

interface MetricsRow {
  resolved: ResolvedView;
  outlet: string;
  period: Period;
  signal: string;
  label: string;
  measure: Measure;
}

/** metrics.csv: one row for each signal, outlet and period of the view. */
export const METRICS_COLUMNS: readonly Column<MetricsRow>[] = [
  { name: "outlet", describe: "Name of the outlet.", value: (row) => row.outlet },
  { name: "period_start", describe: "First day of the period.", value: (row) => row.period.start },
  { name: "period_end", describe: "Last day of the period.", value: (row) => row.period.end },
  {
    name: "granularity",
    describe: "day, week, month, quarter or year.",
    value: (row) => row.resolved.granularity,
  },
  { name: "signal", describe: "Id of the signal.", value: (row) => row.signal },
  { name: "label", describe: "Label counted, or all.", value: (row) => row.label },
  ...FILTER_COLUMNS,
  {
    name: "status",
    describe:
      "ok; thin: fewer than 5 articles (20 for headline or teaser alone); no_articles: none.",
    value: (row) => row.measure.status,
  },
  {
    name: "articles",
    describe: "Counted articles with at least one word of this part and voice.",
    value: (row) => row.measure.articles,
  },
  {
    name: "articles_with_hit",
    describe: "Those of them with at least one hit.",
    value: (row) => row.measure.articlesWithHit,
  },
  {
    name: "words",
    describe: "Word tokens of this part and voice.",
    value: (row) => row.measure.words,
  },
  {
    name: "hits",
    describe: "Flags of this signal, label, part and voice.",
    value: (row) => row.measure.hits,
  },
  {
    name: "rate_per_1000_words",
    describe: "1,000 x hits / words; empty without a word.",
    value: (row) => row.measure.rate,
  },
  {
    name: "ci_low",
    describe: "Lower bound of the rate's interval; empty where one article can give none.",
    value: (row) => row.measure.rateLow,
  },
  {
    name: "ci_high",
    describe: "Upper bound of the rate's interval.",
    value: (row) => row.measure.rateHigh,
  },
  { name: "ci_level", describe: "Level of every interval in the row: 0.95.", value: () => 0.95 },
  {
    name: "ci_method",
    describe:
      "log_t_clustered: ratio estimator over articles, t on the log scale; garwood: exact Poisson bound for no hit.",
    value: (row) => row.measure.rateMethod,
  },
  {
    name: "share_of_articles",
    describe: "articles_with_hit / articles.",
    value: (row) => row.measure.share,
  },
  {
    name: "share_ci_low",
    describe: "Lower bound of the share (Wilson).",
    value: (row) => row.measure.shareLow,
  },
  {
    name: "share_ci_high",
    describe: "Upper bound of the share (Wilson).",
    value: (row) => row.measure.shareHigh,
  },
  {
    name: "quotations",
    describe: "Quotations whose flag would have this part and voice.",
    value: (row) => row.measure.quotations,
  },
  {
    name: "expected_hits",
    describe: "Sum of the probabilities of all candidates; only for label scare.",
    value: (row) => row.measure.expectedHits,
  },
  {
    name: "expected_rate_per_1000_words",
    describe: "1,000 x expected_hits / words.",
    value: (row) => row.measure.expectedRate,
  },
  {
    name: "expected_ci_low",
    describe: "Lower bound of the expected rate.",
    value: (row) => row.measure.expectedLow,
  },
  {
    name: "expected_ci_high",
    describe: "Upper bound of the expected rate.",
    value: (row) => row.measure.expectedHigh,
  },
  {
    name: "pending_articles",
    describe: "Articles that still awaited analysis or counting when this was made; 0 means final.",
    value: (row) => row.resolved.pendingArticles,
  },
  { name: "codebook", describe: "Hash of the codebook.", value: (row) => row.resolved.codebook },
  {
    name: "engine_version",
    describe: "Version of the engine.",
    value: (row) => row.resolved.engineVersion,
  },
];

/** Lines of metrics.csv: by signal, outlet name, period. */
export async function* metricsCsv(
  corpus: CorpusDatabase,
  resolved: ResolvedView,
): AsyncGenerator<string> {
  yield headerLine(METRICS_COLUMNS);
  for (const { signal, label, series } of await getMetrics(corpus, resolved)) {
    for (const { outlet, points } of series) {
      for (const [i, measure] of points.entries()) {
        const period = resolved.periods[i] as Period;
        yield rowLine(METRICS_COLUMNS, {
          resolved,
          outlet: outlet.name,
          period,
          signal,
          label,
          measure,
        });
      }
    }
  }
}
