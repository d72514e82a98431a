import type { KnownSignal } from "../../../../lib/codebook/live-signals.ts";
import type { CorpusDatabase } from "../../../../lib/database/corpus-database.ts";
import { listArticles } from "../../../../lib/queries/article-list.ts";
import { readArticleListQuery } from "../../../../lib/queries/article-list-query.ts";
import type { ActiveFilter } from "./active-filters.ts";

export interface Narrowest {
  filter: ActiveFilter;
  /** Articles that this filter alone lets through. */
  articles: number;
  /** Articles of the corpus. */
  of: number;
}

/** Of the filters of a list that is empty, the one that lets the fewest articles through by itself. */
export async function findNarrowest(
  corpus: CorpusDatabase,
  known: readonly KnownSignal[],
  filters: readonly ActiveFilter[],
): Promise<Narrowest | null> {
  const plain = readArticleListQuery({}, known).query;
  const count = async (alone: ActiveFilter["alone"]) =>
    (await listArticles(corpus, { ...plain, ...alone })).total.articles;
  const [of, ...counts] = await Promise.all([
    count({}),
    ...filters.map(({ alone }) => count(alone)),
  ]);
  const fewest = counts.indexOf(Math.min(...counts));
  const filter = filters[fewest];
  return filter ? { filter, articles: counts[fewest] ?? 0, of: of ?? 0 } : null;
}
