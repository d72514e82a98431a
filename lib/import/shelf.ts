import type pg from "pg";
import { copyRows } from "../database/copy.ts";
import type { CopyRow } from "../database/copy-text.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { classifyDuplicatesIn } from "../pipeline/duplicates.ts";
import { notifyDue } from "../pipeline/notify.ts";
import type { SourceArticle } from "./article.ts";
import type { Batch } from "./batch.ts";
import { OutletBook } from "./outlets.ts";
import type { SortedArticles, StoredArticle } from "./sort-articles.ts";

/** Where the new articles of a batch go: into the corpus, or into a forecast that writes none. */
export interface Shelf {
  /** Before the transaction of the batch; again where that is tried again. */
  prepare(articles: readonly SourceArticle[]): Promise<void>;
  /** Which of these ids are taken. */
  find(client: pg.ClientBase, ids: readonly string[]): Promise<StoredArticle[]>;
  /** Within the transaction, which may be tried again. */
  add(client: pg.ClientBase, sorted: SortedArticles): Promise<void>;
  /** Once the transaction holds. */
  settle(batch: Batch): void;
  /** After an error that passes: what was looked up may be out of date. */
  forget(): void;
}

const ARTICLE_COLUMNS = [
  "id",
  "bucket",
  "outlet_id",
  "url",
  "published_on",
  "published_time",
  "headline",
  "teaser",
  "body",
  "author",
  "language",
  "import_id",
  "content_hash",
  "source_id",
  "attributes",
] as const;

function articleRow(article: SourceArticle, importId: number, outletId: number): CopyRow {
  return [
    article.id,
    Number.parseInt(article.id.slice(0, 2), 16),
    outletId,
    article.url,
    article.publishedOn,
    article.publishedTime,
    article.headline,
    article.teaser,
    article.body,
    article.author,
    article.language,
    importId,
    article.contentHash,
    article.sourceId,
    JSON.stringify(article.attributes),
  ];
}

export async function findStored(
  client: pg.ClientBase,
  ids: readonly string[],
): Promise<StoredArticle[]> {
  const { rows } = await client.query<StoredArticle>(
    "SELECT id, content_hash, import_id FROM article WHERE id = ANY($1::uuid[])",
    [ids],
  );
  return rows;
}

/** The corpus itself. */
export class CorpusShelf implements Shelf {
  readonly #importId: number;
  readonly #outlets: OutletBook;

  constructor(corpus: CorpusDatabase, importId: number) {
    this.#importId = importId;
    this.#outlets = new OutletBook(corpus);
  }

  prepare(articles: readonly SourceArticle[]): Promise<void> {
    return this.#outlets.prepare(
      articles.map(({ outlet, domain }) => ({ name: outlet ?? "", domain })),
    );
  }

  find = findStored;

  async add(client: pg.ClientBase, { fresh }: SortedArticles): Promise<void> {
    if (fresh.length === 0) return;
    const rows = [...fresh]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((article) =>
        articleRow(article, this.#importId, this.#outlets.idOf(article.outlet ?? "")),
      );
    await copyRows(client, "article", ARTICLE_COLUMNS, rows);
    await classifyDuplicatesIn(
      client,
      fresh.map(({ contentHash }) => contentHash),
    );
    await notifyDue(client);
  }

  settle(): void {}

  forget(): void {
    this.#outlets.forget();
  }
}
