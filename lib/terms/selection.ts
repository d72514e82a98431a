import type { Part } from "../../analysis/types.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { cellsCondition, cellsOf, countedParts } from "../queries/cells.ts";
import type { ResolvedView } from "../queries/metrics-types.ts";
import type { View } from "../view/view.ts";

/** One side of a comparison: the counted articles of some outlets in a range, and which of their words count. */
export interface TermSelection {
  outletIds: readonly number[];
  /** ISO days, both included. */
  from: string;
  to: string;
  part: View["part"];
  voice: View["voice"];
  duplicates: View["duplicates"];
}

/** Articles of a side that are read; of more, the lowest ids: ids are hashes, so these are a fixed random sample. */
const MOST_READ = 5000;

/** The articles of a selection that are read. */
export interface SelectedArticles {
  articles: { id: string; parts: Part[] }[];
  /** Articles that the selection has: those with a word of its part and voice. */
  total: number;
}

/** The words of some outlets in a view; null where the view has no article. */
export function selectionOf(
  { view, from, to }: Pick<ResolvedView, "view" | "from" | "to">,
  outletIds: readonly number[],
): TermSelection | null {
  if (from === null || to === null) return null;
  const { part, voice, duplicates } = view;
  return { outletIds, from, to, part, voice, duplicates };
}

export async function readSelection(
  corpus: Pick<CorpusDatabase, "pool">,
  selection: TermSelection,
): Promise<SelectedArticles> {
  const cells = cellsOf(selection);
  const values: unknown[] = [selection.outletIds, selection.from, selection.to];
  const where = `w.outlet_id = ANY($1::int[]) AND w.published_on BETWEEN $2::date AND $3::date
    AND ${cellsCondition(cells, "w", values)}`;
  const [counted, { rows }] = await Promise.all([
    corpus.pool.query<{ total: number }>(
      `SELECT count(DISTINCT w.article_id)::float8 AS total FROM article_words AS w WHERE ${where}`,
      [...values],
    ),
    corpus.pool.query<{ id: string; dupClass: string }>(
      `SELECT DISTINCT w.article_id AS id, w.dup_class AS "dupClass" FROM article_words AS w
       WHERE ${where} ORDER BY w.article_id LIMIT ${MOST_READ}`,
      [...values],
    ),
  ]);
  return {
    articles: rows.map(({ id, dupClass }) => ({ id, parts: countedParts(cells, dupClass) })),
    total: counted.rows[0]?.total ?? 0,
  };
}
