import { createHash } from "node:crypto";
import { copyRows } from "../database/copy.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { inTransaction } from "../database/transaction.ts";

/** An article for a test; what is left out is made up. */
export interface TestArticle {
  /** Number from which its id is derived. */
  number: number;
  /** From 1. */
  outlet: number;
  day: string;
  time?: string;
  headline?: string;
  teaser?: string;
  body?: string;
  language?: string;
}

/** The id of the test article with a number: 32 hex digits, spread like real ones. */
export function testId(number: number): string {
  return createHash("sha256").update(`article ${number}`).digest("hex").slice(0, 32);
}

export function contentHash(article: Pick<TestArticle, "teaser" | "body">): Buffer {
  return createHash("sha256")
    .update(`${article.teaser ?? ""}\n${article.body ?? ""}`)
    .digest();
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const COLUMNS = [
  "id",
  "bucket",
  "outlet_id",
  "published_on",
  "published_time",
  "headline",
  "teaser",
  "body",
  "language",
  "import_id",
  "content_hash",
];

/** Stores articles, and the outlets that they name, as an import would. */
export async function addArticles(
  corpus: Pick<CorpusDatabase, "pool">,
  articles: readonly TestArticle[],
): Promise<void> {
  const outlets = [...new Set(articles.map((article) => article.outlet))];
  await inTransaction(corpus.pool, async (client) => {
    for (const id of outlets) {
      await client.query(
        `INSERT INTO outlet (id, name, name_folded, slug, domains) VALUES ($1, $2, $2, $2, '{}')
         ON CONFLICT DO NOTHING`,
        [id, `outlet-${id}`],
      );
    }
    const rows = articles.map((article) => {
      const id = testId(article.number);
      return [
        id,
        Number.parseInt(id.slice(0, 2), 16),
        article.outlet,
        article.day,
        article.time ?? null,
        article.headline ?? "A headline",
        article.teaser ?? "",
        article.body ?? "",
        article.language ?? "en",
        1,
        contentHash(article),
      ];
    });
    await copyRows(client, "article", COLUMNS, rows);
  });
}
