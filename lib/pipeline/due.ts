import { liveCodebookMark } from "../codebook/live.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { listSlugs, openCorpus } from "../database/registry.ts";
import { FramescopeError } from "../errors.ts";

/** An article whose results are not of the mark in $1. Not IS DISTINCT FROM: no index serves that. */
export const IS_DUE = "(analysed_with IS NULL OR analysed_with < $1 OR analysed_with > $1)";

const COUNT_DUE = `SELECT
  (SELECT count(*) FROM article WHERE analysed_with IS NULL)
  + (SELECT count(*) FROM article WHERE analysed_with < $1)
  + (SELECT count(*) FROM article WHERE analysed_with > $1) AS "toAnalyse",
  (SELECT count(DISTINCT article_id) FROM rollup_due) AS "toRecount"`;

/** What of a corpus is due. */
export interface Due {
  /** Articles that await analysis. */
  toAnalyse: number;
  /** Articles whose numbers await recounting. */
  toRecount: number;
}

export async function readDue(corpus: Pick<CorpusDatabase, "pool">): Promise<Due> {
  const mark = await liveCodebookMark(corpus);
  const { rows } = await corpus.pool.query<Due>(COUNT_DUE, [mark]);
  return rows[0] ?? { toAnalyse: 0, toRecount: 0 };
}

/** Articles of a corpus that await analysis or whose numbers await recounting: pending_articles. */
export async function countDue(corpus: Pick<CorpusDatabase, "pool">): Promise<number> {
  const { toAnalyse, toRecount } = await readDue(corpus);
  return toAnalyse + toRecount;
}

/** The same over all corpora of the server. */
export async function countDueArticles(): Promise<number> {
  const counts = (await listSlugs()).map(async (slug) => {
    try {
      return await countDue(await openCorpus(slug));
    } catch (error) {
      if (error instanceof FramescopeError && error.code === "not_found") return 0;
      throw error;
    }
  });
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}
