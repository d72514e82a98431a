import type pg from "pg";
import { copyRows } from "../database/copy.ts";
import type { CopyRow } from "../database/copy-text.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { inTransaction } from "../database/transaction.ts";
import { FramescopeError } from "../errors.ts";
import { classifyDuplicatesIn } from "../pipeline/duplicates.ts";
import { notifyDue } from "../pipeline/notify.ts";
import type { SourceArticle } from "./article.ts";
import type { Batch } from "./batch.ts";
import { addCounts, type ImportCounts } from "./counts.ts";
import type { OutletBook } from "./outlets.ts";

/** Refused rows that are kept with their reasons; beyond them they are counted alone. */
export const MOST_REFUSALS_KEPT = 100_000;

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

interface StoredArticle {
  id: string;
  content_hash: Buffer;
  import_id: number;
}

interface Sorted {
  fresh: SourceArticle[];
  known: number;
  changed: number;
  repeated: number;
}

/** Tells new articles from those that the corpus or the batch itself has already: the first one stays. */
function sortArticles(
  articles: readonly SourceArticle[],
  stored: readonly StoredArticle[],
  importId: number,
): Sorted {
  const here = new Map(
    stored.map((row) => [row.id, { hash: row.content_hash, own: row.import_id === importId }]),
  );
  const sorted: Sorted = { fresh: [], known: 0, changed: 0, repeated: 0 };
  for (const article of articles) {
    const first = here.get(article.id);
    if (!first) {
      sorted.fresh.push(article);
      here.set(article.id, { hash: article.contentHash, own: true });
    } else {
      if (first.hash.equals(article.contentHash)) sorted.known += 1;
      else sorted.changed += 1;
      if (first.own) sorted.repeated += 1;
    }
  }
  return sorted;
}

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

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : null;
}

/** Stores an import's batches; what a batch brings, its refusals and the import's counts stand or fall together. */
export class BatchStore {
  readonly #corpus: CorpusDatabase;
  readonly #importId: number;
  readonly #outlets: OutletBook;

  constructor(corpus: CorpusDatabase, importId: number, outlets: OutletBook) {
    this.#corpus = corpus;
    this.#importId = importId;
    this.#outlets = outlets;
  }

  /** Stores one batch after which `bytesRead` of the source are read, and returns the import's counts with it. */
  async store(batch: Batch, bytesRead: number): Promise<ImportCounts> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.#outlets.prepare(
          batch.articles.map(({ outlet, domain }) => ({ name: outlet ?? "", domain })),
        );
        return await inTransaction(this.#corpus.pool, (client) =>
          this.#write(client, batch, bytesRead),
        );
      } catch (error) {
        // 23505: another import brought the same article meanwhile. 23503: an outlet was merged away meanwhile.
        const passing = codeOf(error) === "23505" || codeOf(error) === "23503";
        if (!passing || attempt === 5) throw error;
        this.#outlets.forget();
      }
    }
  }

  async #write(client: pg.ClientBase, batch: Batch, bytesRead: number): Promise<ImportCounts> {
    const counts = await this.#lockCounts(client);
    // An error at COMMIT may follow a commit that holds: then the batch is there already.
    if (counts.rowsRead === batch.after) return counts;
    if (counts.rowsRead !== batch.before) {
      throw new FramescopeError(
        "conflict",
        "Another process has taken this import over and goes on with it.",
      );
    }
    const { fresh, known, changed, repeated } = await this.#addArticles(client, batch.articles);
    await this.#keepRefusals(client, batch, counts.refused);
    const rows = { rowsRead: batch.after - batch.before, refused: batch.refusals.length };
    const after = addCounts(counts, { ...rows, added: fresh.length, known, changed, repeated });
    await this.#saveCounts(client, after, bytesRead);
    if (fresh.length > 0) await notifyDue(client);
    return after;
  }

  /** Adds the articles that are not here yet, and says what the others are. */
  async #addArticles(client: pg.ClientBase, articles: readonly SourceArticle[]): Promise<Sorted> {
    const ids = articles.map(({ id }) => id);
    const { rows } = await client.query<StoredArticle>(
      "SELECT id, content_hash, import_id FROM article WHERE id = ANY($1::uuid[])",
      [ids],
    );
    const sorted = sortArticles(articles, rows, this.#importId);
    sorted.fresh.sort((a, b) => (a.id < b.id ? -1 : 1));
    const incoming = sorted.fresh.map((article) =>
      articleRow(article, this.#importId, this.#outlets.idOf(article.outlet ?? "")),
    );
    if (incoming.length > 0) {
      await copyRows(client, "article", ARTICLE_COLUMNS, incoming);
      await classifyDuplicatesIn(
        client,
        sorted.fresh.map(({ contentHash }) => contentHash),
      );
    }
    return sorted;
  }

  async #lockCounts(client: pg.ClientBase): Promise<ImportCounts> {
    const { rows } = await client.query<ImportCounts>(
      `SELECT rows_read AS "rowsRead", added, known, changed, repeated, refused FROM import WHERE id = $1 FOR UPDATE`,
      [this.#importId],
    );
    const counts = rows[0];
    if (!counts) throw new FramescopeError("not_found", "This import was removed while it ran.");
    return counts;
  }

  async #keepRefusals(client: pg.ClientBase, { refusals }: Batch, before: number): Promise<void> {
    const kept = refusals.slice(0, Math.max(0, MOST_REFUSALS_KEPT - before));
    if (kept.length === 0) return;
    const rows = kept.map(
      (row, index): CopyRow => [
        this.#importId,
        before + index + 1,
        row.line,
        row.field,
        row.reason,
      ],
    );
    await copyRows(client, "refusal", ["import_id", "ordinal", "line", "field", "reason"], rows);
  }

  async #saveCounts(client: pg.ClientBase, counts: ImportCounts, bytesRead: number): Promise<void> {
    await client.query(
      `UPDATE import SET rows_read = $2, added = $3, known = $4, changed = $5, repeated = $6, refused = $7, bytes_read = $8 WHERE id = $1`,
      [
        this.#importId,
        counts.rowsRead,
        counts.added,
        counts.known,
        counts.changed,
        counts.repeated,
        counts.refused,
        bytesRead,
      ],
    );
  }
}
