import { type ReadingRules, readArticle, type SourceArticle } from "./article.ts";
import type { RefusedRow, Row } from "./formats/row.ts";

/** Rows that are stored in one transaction. */
export interface Batch {
  articles: SourceArticle[];
  refusals: RefusedRow[];
  /** Rows read when the batch begins: with the rows themselves it says where an import stands. */
  before: number;
  after: number;
}

const MOST_ARTICLES = 250;
/** In UTF-16 code units. */
const MOST_TEXT = 4 * 1024 * 1024;
const MOST_REFUSALS = 1000;

function isFull({ articles, refusals }: Batch): boolean {
  if (articles.length >= MOST_ARTICLES || refusals.length >= MOST_REFUSALS) return true;
  return (
    articles.reduce((sum, { body, teaser }) => sum + body.length + teaser.length, 0) >= MOST_TEXT
  );
}

const emptyBatch = (read: number): Batch => ({
  articles: [],
  refusals: [],
  before: read,
  after: read,
});

/**
 * Cuts the rows of a file into batches, the same ones each time: an import that was interrupted skips the rows that are stored
 * (`from` of them) and goes on. Where the file breaks off, the rows before that come first, then its error.
 */
export async function* cutBatches(
  rows: AsyncIterable<Row>,
  rules: ReadingRules,
  from: number,
): AsyncGenerator<Batch> {
  let read = 0;
  let batch = emptyBatch(from);
  let brokenOff: { error: unknown } | null = null;
  const iterator = rows[Symbol.asyncIterator]();
  const next = () =>
    iterator.next().catch((error: unknown) => {
      brokenOff = { error };
      return null;
    });
  try {
    for (let row = await next(); row && !row.done; row = await next()) {
      read += 1;
      if (read <= from) continue;
      const item = row.value.kind === "record" ? readArticle(row.value, rules) : row.value;
      if (item.kind === "article") batch.articles.push(item);
      else batch.refusals.push(item);
      batch.after = read;
      if (!isFull(batch)) continue;
      yield batch;
      batch = emptyBatch(read);
    }
    if (batch.after > batch.before) yield batch;
  } finally {
    await iterator.return?.();
  }
  if (brokenOff) throw (brokenOff as { error: unknown }).error;
}
