import { randomUUID } from "node:crypto";
import type pg from "pg";
import { copyLines, copyRows } from "../database/copy.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { inTransaction } from "../database/transaction.ts";
import { SEARCH_COLUMNS } from "../search/search-row.ts";
import { COLUMNS, type EncodedArticle } from "./encode.ts";

/** What of a stored article its metrics repeat. */
interface ArticleKeys {
  id: string;
  outlet_id: number;
  published_on: string;
  dup_class: string;
}

const TABLES = ["quotation", "flag", "article_words", "article_hits", "article_terms"] as const;

/**
 * Replaces the results of a batch of articles, in one transaction with their mark and their due tokens, and
 * returns how many articles it wrote. An article that carries the mark already is left as it is, so the same
 * batch written twice, or by two workers, counts once.
 */
export function writeBatch(
  corpus: Pick<CorpusDatabase, "pool">,
  mark: string,
  articles: readonly EncodedArticle[],
): Promise<number> {
  return inTransaction(corpus.pool, async (client) => {
    const keys = await markArticles(client, mark, articles);
    if (keys.size === 0) return 0;
    const written = articles.filter((article) => keys.has(article.id));
    const ids = written.map((article) => article.id);
    for (const table of TABLES) {
      await client.query(`DELETE FROM ${table} WHERE article_id = ANY($1::uuid[])`, [ids]);
    }
    await copyResults(client, written, keys);
    await replaceSearchRows(client, written);
    await addDueTokens(client, [...keys.values()]);
    return keys.size;
  });
}

/** The guard: only articles that it returns go on. Their rows stay locked until the end. */
async function markArticles(
  client: pg.ClientBase,
  mark: string,
  articles: readonly EncodedArticle[],
): Promise<Map<string, ArticleKeys>> {
  const ids = articles.map((article) => article.id).sort();
  const { rows } = await client.query<ArticleKeys>(
    `UPDATE article SET analysed_with = $1 WHERE id = ANY($2::uuid[]) AND analysed_with IS DISTINCT FROM $1
     RETURNING id, outlet_id, published_on, dup_class`,
    [mark, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

async function copyResults(
  client: pg.ClientBase,
  articles: readonly EncodedArticle[],
  keys: ReadonlyMap<string, ArticleKeys>,
): Promise<void> {
  const prefixed = (lines: (article: EncodedArticle) => string[]) =>
    articles.flatMap((article) => {
      const key = keys.get(article.id);
      const prefix = key ? `${key.outlet_id}\t${key.published_on}\t${key.dup_class}\t` : "";
      return lines(article).map((line) => prefix + line);
    });
  const lines = {
    quotation: articles.map((article) => article.quotations),
    flag: articles.map((article) => article.flags),
    article_words: prefixed((article) => article.words),
    article_hits: prefixed((article) => article.hits),
    article_terms: articles.map((article) => article.terms),
  };
  for (const table of TABLES) {
    const text = lines[table].join("");
    if (text !== "") await copyLines(client, table, COLUMNS[table], [text]);
  }
}

/** Rewrites the search rows that come with a batch; the others stay. */
async function replaceSearchRows(
  client: pg.ClientBase,
  articles: readonly EncodedArticle[],
): Promise<void> {
  const fresh = articles.filter((article) => article.search !== null);
  if (fresh.length === 0) return;
  const ids = fresh.map((article) => article.id);
  await client.query("DELETE FROM article_search WHERE article_id = ANY($1::uuid[])", [ids]);
  const lines = fresh.map((article) => article.search ?? "");
  await copyLines(client, "article_search", SEARCH_COLUMNS, lines);
}

/**
 * Says that the rollups of these articles' outlets and days must be counted again. Belongs in the very
 * transaction that changes what they are counted from.
 */
export async function addDueTokens(
  client: pg.ClientBase,
  articles: readonly Pick<ArticleKeys, "id" | "outlet_id" | "published_on">[],
): Promise<void> {
  const rows = articles.map((article) => [
    article.id,
    randomUUID(),
    article.outlet_id,
    article.published_on,
  ]);
  await copyRows(client, "rollup_due", ["article_id", "token", "outlet_id", "day"], rows);
}
