import type { CorpusDatabase } from "../database/corpus-database.ts";

const TABLES = [
  "article",
  "quotation",
  "flag",
  "article_words",
  "article_hits",
  "article_terms",
  "article_search",
  "rollup_words",
  "rollup_hits",
  "rollup_due",
];

/** After a big load: index-only scans go to the heap until a table has been vacuumed, and plans need its statistics. */
export async function vacuumTables(corpus: Pick<CorpusDatabase, "pool">): Promise<void> {
  for (const table of TABLES) await corpus.pool.query(`VACUUM (ANALYZE) ${table}`);
}
