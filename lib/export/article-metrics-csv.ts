import { VOICES } from "../../analysis/types.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { cellsCondition, cellsOf } from "../queries/cells.ts";
import type { ResolvedView } from "../queries/metrics-types.ts";
import { type ArticlesRow, articlesColumns, articlesRows } from "./articles-csv.ts";
import { type Column, headerLine, rowLine } from "./columns.ts";

interface ArticleMetricsRow extends ArticlesRow {
  /** Hits by "signal voice". */
  hits: ReadonlyMap<string, number>;
}

/** One column for each signal of the view and voice, in the order of the list of signals. */
function hitsColumns(signals: readonly string[]): Column<ArticleMetricsRow>[] {
  return signals.flatMap((signal) =>
    VOICES.map((voice) => ({
      name: `hits_${signal}_${voice}`,
      describe: `Flags of ${signal} in the ${voice} voice that the view counts; empty where the article is not counted.`,
      value: ({ words, hits }) => (words ? (hits.get(`${signal} ${voice}`) ?? 0) : null),
    })),
  );
}

/** Lines of article_metrics.csv, for regressions: articles.csv with each article's hits. */
export async function* articleMetricsCsv(
  corpus: CorpusDatabase,
  resolved: ResolvedView,
): AsyncGenerator<string> {
  const columns: Column<ArticleMetricsRow>[] = [
    ...(await articlesColumns(corpus, resolved)),
    ...hitsColumns(Object.keys(resolved.labels)),
  ];
  yield headerLine(columns);
  for await (const rows of articlesRows(corpus, resolved)) {
    const hits = await readHits(
      corpus,
      resolved,
      rows.map((row) => row.article.id),
    );
    for (const row of rows) {
      yield rowLine(columns, { ...row, hits: hits.get(row.article.id) ?? new Map() });
    }
  }
}

async function readHits(corpus: CorpusDatabase, resolved: ResolvedView, ids: readonly string[]) {
  const { labels, view } = resolved;
  const values: unknown[] = [ids, Object.keys(labels), Object.values(labels)];
  const condition = cellsCondition(cellsOf(view), "h", values);
  const { rows } = await corpus.pool.query<{ id: string; cell: string; hits: number }>(
    `SELECT h.article_id AS id, h.signal || ' ' || h.voice AS cell, sum(h.hits)::float8 AS hits
     FROM article_hits AS h JOIN unnest($2::text[], $3::text[]) AS wanted(signal, label)
       ON h.signal = wanted.signal AND wanted.label IN (h.label, 'all')
     WHERE h.article_id = ANY($1::uuid[]) AND ${condition} GROUP BY 1, 2`,
    values,
  );
  const hits = new Map<string, Map<string, number>>();
  for (const { id, cell, hits: count } of rows) {
    const cells = hits.get(id) ?? new Map<string, number>();
    hits.set(id, cells.set(cell, count));
  }
  return hits;
}
