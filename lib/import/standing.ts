import { liveCodebookMark } from "../codebook/live.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { IS_DUE, readDue } from "../pipeline/due.ts";
import { getForecast } from "./count-import.ts";
import type { ImportForecast } from "./forecast.ts";
import { getImport, type ImportSummary } from "./imports.ts";
import { withFile } from "./upload.ts";

/** An import as its page shows it. */
export interface ImportStanding extends ImportSummary {
  /** What it would do; null unless it is counted. */
  forecast: ImportForecast | null;
  /** Articles of this import that still await analysis. */
  toAnalyse: number;
  /** Articles of the corpus whose numbers await recounting. */
  toRecount: number;
  /** Whether it failed and its file is still here. */
  canRunAgain: boolean;
}

/** Where an import stands, or null. */
export async function readStanding(
  corpus: CorpusDatabase,
  id: number,
): Promise<ImportStanding | null> {
  const summary = await getImport(corpus, id);
  if (!summary) return null;
  const forecast = await getForecast(corpus, id);
  // The mapping was changed between the two looks: it is being counted again.
  if (summary.status === "counted" && forecast === null) summary.status = "counting";
  const ended = summary.status === "done" || summary.status === "failed";
  return {
    ...summary,
    forecast,
    toAnalyse: ended && summary.added > 0 ? await countToAnalyse(corpus, id) : 0,
    toRecount: (await readDue(corpus)).toRecount,
    canRunAgain: summary.status === "failed" && (await withFile(corpus, [id])).has(id),
  };
}

async function countToAnalyse(corpus: CorpusDatabase, id: number): Promise<number> {
  const { rows } = await corpus.pool.query<{ articles: number }>(
    `SELECT count(*) AS articles FROM article WHERE import_id = $2 AND ${IS_DUE}`,
    [await liveCodebookMark(corpus), id],
  );
  return rows[0]?.articles ?? 0;
}
