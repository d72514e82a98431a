import type pg from "pg";
import { classifyDuplicatesIn } from "./duplicates.ts";
import { addDueTokens } from "./write.ts";

const RESULTS = [
  "quotation",
  "flag",
  "article_words",
  "article_hits",
  "article_terms",
  "article_search",
] as const;

interface DeletedArticle {
  id: string;
  outlet_id: number;
  published_on: string;
  content_hash: Buffer;
}

/**
 * Deletes articles with all that was made of them, and returns how many there were. Rollups become due, and
 * the duplicates that stay are classed anew. Within the caller's transaction.
 */
export async function deleteArticles(
  client: pg.ClientBase,
  ids: readonly string[],
): Promise<number> {
  // The articles first: a worker that is writing their results holds them until it has committed.
  const { rows } = await client.query<DeletedArticle>(
    `DELETE FROM article WHERE id = ANY($1::uuid[])
     RETURNING id, outlet_id, published_on, content_hash`,
    [[...ids].sort()],
  );
  const deleted = rows.map((row) => row.id);
  for (const table of RESULTS) {
    await client.query(`DELETE FROM ${table} WHERE article_id = ANY($1::uuid[])`, [deleted]);
  }
  await addDueTokens(client, rows);
  await classifyDuplicatesIn(
    client,
    rows.map((row) => row.content_hash),
  );
  return rows.length;
}
