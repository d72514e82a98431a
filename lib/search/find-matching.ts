import type { ArticleText } from "../../analysis/types.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { matchesQuery } from "./candidates.ts";
import { KeptResults } from "./kept-results.ts";
import type { SearchQuery } from "./query.ts";

/** Candidates whose text is read to answer one query; more are sampled. */
export const MOST_CHECKED = 5000;

/** Texts read at once. */
const BATCH = 250;

const kept = new KeptResults<string[]>(40);

/** The articles that a query means among its candidates. */
export interface Matching {
  ids: string[];
  /** Candidates whose text was read. */
  checked: number;
  /** False where there are more: then the lowest ids were read, which are a fixed random sample. */
  complete: boolean;
}

/** Articles of a condition on article `a`, lowest ids first, at most so many. */
export async function readCandidateIds(
  corpus: Pick<CorpusDatabase, "pool">,
  condition: string,
  values: readonly unknown[],
  most: number,
): Promise<{ ids: string[]; complete: boolean }> {
  const { rows } = await corpus.pool.query<{ id: string }>(
    `SELECT a.id FROM article AS a WHERE ${condition} ORDER BY a.id LIMIT ${most + 1}`,
    [...values],
  );
  return { ids: rows.slice(0, most).map((row) => row.id), complete: rows.length <= most };
}

export interface StoredText extends ArticleText {
  id: string;
}

/** The texts of articles, in batches, in the order of the ids. */
export async function* readTexts(
  corpus: Pick<CorpusDatabase, "pool">,
  ids: readonly string[],
): AsyncGenerator<StoredText[]> {
  for (let at = 0; at < ids.length; at += BATCH) {
    const batch = ids.slice(at, at + BATCH);
    const { rows } = await corpus.pool.query<StoredText>(
      "SELECT id, headline, teaser, body FROM article WHERE id = ANY($1::uuid[])",
      [batch],
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    yield batch.flatMap((id) => byId.get(id) ?? []);
  }
}

/** Asks the text of the candidates of a condition on article `a`; what was read is kept for the next page. */
export async function findMatching(
  corpus: Pick<CorpusDatabase, "pool">,
  query: SearchQuery,
  condition: string,
  values: readonly unknown[],
): Promise<Matching> {
  const { ids, complete } = await readCandidateIds(corpus, condition, values, MOST_CHECKED);
  const matching = await kept.get([query, ids], async () => {
    const found: string[] = [];
    for await (const texts of readTexts(corpus, ids)) {
      for (const text of texts) if (matchesQuery(query, text)) found.push(text.id);
    }
    return found;
  });
  return { ids: matching, checked: ids.length, complete };
}
