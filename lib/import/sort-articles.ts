import type { SourceArticle } from "./article.ts";

/** What of a stored article tells whether another one is the same. */
export interface StoredArticle {
  id: string;
  content_hash: Buffer;
  import_id: number;
}

/** The articles of a batch by what becomes of them; repeated ones are in known or changed too. */
export interface SortedArticles {
  fresh: SourceArticle[];
  known: SourceArticle[];
  changed: SourceArticle[];
  repeated: SourceArticle[];
}

/** Tells new articles from those that the corpus, the file or the batch itself has already: the first one stays. */
export function sortArticles(
  articles: readonly SourceArticle[],
  stored: readonly StoredArticle[],
  importId: number,
): SortedArticles {
  const here = new Map(
    stored.map((row) => [row.id, { hash: row.content_hash, own: row.import_id === importId }]),
  );
  const sorted: SortedArticles = { fresh: [], known: [], changed: [], repeated: [] };
  for (const article of articles) {
    const first = here.get(article.id);
    if (!first) {
      sorted.fresh.push(article);
      here.set(article.id, { hash: article.contentHash, own: true });
      continue;
    }
    (first.hash.equals(article.contentHash) ? sorted.known : sorted.changed).push(article);
    if (first.own) sorted.repeated.push(article);
  }
  return sorted;
}
