import type { CorpusDatabase } from "../database/corpus-database.ts";
import { type Batch, cutBatches } from "./batch.ts";
import { type ImportCounts, NO_COUNTS } from "./counts.ts";
import { loadLanguageDetector } from "./language.ts";
import type { Mapping } from "./mapping.ts";
import type { ImportSource } from "./plan.ts";
import type { Shelf } from "./shelf.ts";
import { openFile } from "./source/open.ts";
import { BatchStore, type Ticket } from "./store-batch.ts";

/** How far an import is. */
export interface ImportProgress extends ImportCounts {
  bytesRead: number;
  bytesTotal: number | null;
}

export interface RunOptions {
  onProgress?: (progress: ImportProgress) => void;
  /** Ends the work after the batch at hand; the import stays as it is and can be gone on with. */
  signal?: AbortSignal;
}

/** Counts the bytes of a source as they are taken. */
class Meter {
  bytes = 0;

  async *read(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      this.bytes += chunk.length;
      yield chunk;
    }
  }
}

export interface Reading {
  corpus: CorpusDatabase;
  ticket: Ticket;
  /** Rows that are done with already. */
  from: number;
  source: ImportSource;
  mapping: Mapping;
  shelf: Shelf;
  options: RunOptions;
}

/**
 * Reads a file to its end, batch by batch, onto the shelf; for an import and for its count alike. False where it was asked to
 * stop before the end.
 */
export async function readBatches(reading: Reading): Promise<boolean> {
  const { corpus, ticket, source, mapping, options } = reading;
  const meter = new Meter();
  const file = await openFile(source.name, meter.read(source.open()));
  const detector = await loadLanguageDetector();
  const store = new BatchStore(corpus, ticket, reading.shelf);
  const batches = cutBatches(file.rows, { mapping, detector, purpose: "import" }, reading.from);
  // While one batch is being stored the next is read.
  let storing: Promise<ImportCounts> = Promise.resolve(NO_COUNTS);
  try {
    for await (const batch of batches) {
      await storing;
      if (options.signal?.aborted) return false;
      storing = storeAndTell(store, batch, meter, { bytesTotal: source.size, ...options });
      storing.catch(() => undefined);
    }
  } finally {
    await storing;
  }
  await corpus.prisma.import.updateMany({
    where: { id: ticket.id, revision: ticket.revision },
    data: { bytesRead: meter.bytes, encoding: file.encoding().note },
  });
  return true;
}

async function storeAndTell(
  store: BatchStore,
  batch: Batch,
  meter: Meter,
  options: RunOptions & { bytesTotal: number | null },
): Promise<ImportCounts> {
  const bytesRead = meter.bytes;
  const counts = await store.store(batch, bytesRead);
  options.onProgress?.({ ...counts, bytesRead, bytesTotal: options.bytesTotal });
  return counts;
}
