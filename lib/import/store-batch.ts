import type pg from "pg";
import { copyRows } from "../database/copy.ts";
import type { CopyRow } from "../database/copy-text.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { inTransaction } from "../database/transaction.ts";
import { FramescopeError } from "../errors.ts";
import type { Batch } from "./batch.ts";
import { addCounts, type ImportCounts } from "./counts.ts";
import type { ImportStatus, ImportSummary } from "./imports.ts";
import type { Shelf } from "./shelf.ts";
import { sortArticles } from "./sort-articles.ts";

/** Refused rows that are kept with their reasons; beyond them they are counted alone. */
const MOST_REFUSALS_KEPT = 100_000;

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : null;
}

/** What a run takes for granted of its import: as soon as the row says something else, the run is over. */
export type Ticket = Pick<ImportSummary, "id" | "status" | "revision">;

interface Standing extends ImportCounts {
  status: ImportStatus;
  revision: number;
}

/**
 * Goes through an import's batches, whether they are stored or only counted (the shelf decides): what a batch brings, its
 * refusals and the import's counts stand or fall together.
 */
export class BatchStore {
  readonly #corpus: CorpusDatabase;
  readonly #ticket: Ticket;
  readonly #shelf: Shelf;

  constructor(corpus: CorpusDatabase, ticket: Ticket, shelf: Shelf) {
    this.#corpus = corpus;
    this.#ticket = ticket;
    this.#shelf = shelf;
  }

  /** Takes one batch after which `bytesRead` of the source are read, and returns the import's counts with it. */
  async store(batch: Batch, bytesRead: number): Promise<ImportCounts> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.#shelf.prepare(batch.articles);
        const counts = await inTransaction(this.#corpus.pool, (client) =>
          this.#write(client, batch, bytesRead),
        );
        this.#shelf.settle(batch);
        return counts;
      } catch (error) {
        // 23505: another import brought the same article meanwhile. 23503: an outlet was merged away meanwhile.
        const passing = codeOf(error) === "23505" || codeOf(error) === "23503";
        if (!passing || attempt === 5) throw error;
        this.#shelf.forget();
      }
    }
  }

  async #write(client: pg.ClientBase, batch: Batch, bytesRead: number): Promise<ImportCounts> {
    const counts = await this.#lockCounts(client);
    // An error at COMMIT may follow a commit that holds: then the batch is there already.
    if (counts.rowsRead === batch.after) return counts;
    if (counts.rowsRead !== batch.before) throw takenOver();
    const ids = batch.articles.map(({ id }) => id);
    const stored = await this.#shelf.find(client, ids);
    const sorted = sortArticles(batch.articles, stored, this.#ticket.id);
    await this.#shelf.add(client, sorted);
    await this.#keepRefusals(client, batch, counts.refused);
    const after = addCounts(counts, {
      rowsRead: batch.after - batch.before,
      added: sorted.fresh.length,
      known: sorted.known.length,
      changed: sorted.changed.length,
      repeated: sorted.repeated.length,
      refused: batch.refusals.length,
    });
    await this.#saveCounts(client, after, bytesRead);
    return after;
  }

  async #lockCounts(client: pg.ClientBase): Promise<ImportCounts> {
    const { rows } = await client.query<Standing>(
      `SELECT status, revision, rows_read AS "rowsRead", added, known, changed, repeated, refused FROM import WHERE id = $1 FOR UPDATE`,
      [this.#ticket.id],
    );
    const now = rows[0];
    if (!now) throw new FramescopeError("not_found", "This import was removed while it ran.");
    if (now.status !== this.#ticket.status || now.revision !== this.#ticket.revision)
      throw takenOver();
    return now;
  }

  async #keepRefusals(client: pg.ClientBase, { refusals }: Batch, before: number): Promise<void> {
    const kept = refusals.slice(0, Math.max(0, MOST_REFUSALS_KEPT - before));
    if (kept.length === 0) return;
    const rows = kept.map(
      (row, index): CopyRow => [
        this.#ticket.id,
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
        this.#ticket.id,
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

function takenOver(): FramescopeError {
  return new FramescopeError(
    "conflict",
    "This import was changed, or another process has taken it over and goes on with it.",
  );
}
