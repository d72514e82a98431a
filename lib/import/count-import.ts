import type pg from "pg";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { Prisma } from "../database/generated/client.ts";
import { isTransient } from "../database/transaction.ts";
import { FramescopeError } from "../errors.ts";
import type { Batch } from "./batch.ts";
import { readUploaded } from "./chunks.ts";
import { NO_COUNTS } from "./counts.ts";
import { describeForecast, forecastSchema, type ImportForecast } from "./forecast.ts";
import { ForecastTally } from "./forecast-tally.ts";
import type { ImportSummary } from "./imports.ts";
import { type Mapping, mappingSchema } from "./mapping.ts";
import { type RunOptions, readBatches } from "./read-batches.ts";
import { findStored, type Shelf } from "./shelf.ts";
import type { SortedArticles, StoredArticle } from "./sort-articles.ts";

/** Takes articles as the corpus would, and keeps none: it looks up what is here and remembers what the file has brought. */
class ForecastShelf implements Shelf {
  readonly tally: ForecastTally;
  readonly #importId: number;
  /** Hash of each new article of the file so far, by id, as a string: a Buffer would take thrice the memory. */
  readonly #seen = new Map<string, string>();
  #sorted: SortedArticles | null = null;

  constructor(importId: number, mapping: Mapping) {
    this.#importId = importId;
    this.tally = new ForecastTally(mapping);
  }

  async prepare(): Promise<void> {}

  async find(client: pg.ClientBase, ids: readonly string[]): Promise<StoredArticle[]> {
    const seen = [...new Set(ids)].flatMap((id) => {
      const hash = this.#seen.get(id);
      if (hash === undefined) return [];
      return [{ id, content_hash: Buffer.from(hash, "latin1"), import_id: this.#importId }];
    });
    return [...(await findStored(client, ids)), ...seen];
  }

  async add(_client: pg.ClientBase, sorted: SortedArticles): Promise<void> {
    this.#sorted = sorted;
  }

  settle(batch: Batch): void {
    if (this.#sorted === null) return;
    this.tally.add(batch, this.#sorted);
    for (const { id, contentHash } of this.#sorted.fresh)
      this.#seen.set(id, contentHash.toString("latin1"));
    this.#sorted = null;
  }

  forget(): void {}
}

/** The row as it is before anything of the file has been read. */
export const NOTHING_READ = { ...NO_COUNTS, bytesRead: 0, forecast: Prisma.DbNull, failure: null };

/**
 * Counts what an uploaded import would do under its mapping, from the first row on, and notes it in its row. Ends early, with
 * nothing noted, where the mapping was changed or the upload taken back or started.
 */
export async function countImport(
  corpus: CorpusDatabase,
  row: ImportSummary,
  options: RunOptions,
): Promise<void> {
  const where = { id: row.id, status: "counting", revision: row.revision };
  const [{ count }] = await corpus.prisma.$transaction([
    corpus.prisma.import.updateMany({ where, data: NOTHING_READ }),
    corpus.prisma.refusal.deleteMany({ where: { importId: row.id } }),
  ]);
  if (count === 0) return;
  try {
    const forecast = await forecastRows(corpus, row, options);
    if (forecast === null) return;
    await corpus.prisma.import.updateMany({ where, data: { status: "counted", forecast } });
  } catch (error) {
    if (isTransient(error)) throw error;
    if (isOvertaken(error)) return;
    const failure =
      "The program failed while it counted this file. Change the mapping, or try again.";
    await corpus.prisma.import.updateMany({ where, data: { status: "uploaded", failure } });
    throw error;
  }
}

/** The mapping was changed, or the upload started or taken back. */
const isOvertaken = (error: unknown) =>
  error instanceof FramescopeError && (error.code === "conflict" || error.code === "not_found");

async function forecastRows(
  corpus: CorpusDatabase,
  row: ImportSummary,
  options: RunOptions,
): Promise<ImportForecast | null> {
  const mapping = mappingSchema.parse(row.mapping);
  const source = {
    name: row.source,
    size: row.bytesTotal,
    open: () => readUploaded(corpus, row.id),
  };
  const shelf = new ForecastShelf(row.id, mapping);
  let brokenOff: string | null = null;
  try {
    const reading = { corpus, ticket: row, from: 0, source, mapping, shelf, options };
    if (!(await readBatches(reading))) return null;
  } catch (error) {
    if (!(error instanceof FramescopeError) || isOvertaken(error)) throw error;
    brokenOff = error.message;
  }
  return describeForecast(corpus, shelf.tally, brokenOff);
}

/** What counting has found out about an import; null where it is not counted. */
export async function getForecast(
  corpus: CorpusDatabase,
  importId: number,
): Promise<ImportForecast | null> {
  const row = await corpus.prisma.import.findUnique({
    where: { id: importId, status: "counted" },
    select: { forecast: true },
  });
  return row?.forecast ? forecastSchema.parse(row.forecast) : null;
}
