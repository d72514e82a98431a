import type { CorpusDatabase } from "../database/corpus-database.ts";
import { LOCK, tryLock } from "../database/locks.ts";
import { createClient } from "../database/pool.ts";
import { isTransient } from "../database/transaction.ts";
import { FramescopeError } from "../errors.ts";
import { type Batch, cutBatches } from "./batch.ts";
import { readUploaded } from "./chunks.ts";
import { type ImportCounts, NO_COUNTS } from "./counts.ts";
import { getImport, type ImportSummary, type TextRights } from "./imports.ts";
import { loadLanguageDetector } from "./language.ts";
import { type Mapping, mappingSchema } from "./mapping.ts";
import { OutletBook } from "./outlets.ts";
import {
  type ImportSource,
  type MappingWishes,
  planImport,
  requirePlan,
  sampleFile,
} from "./plan.ts";
import { openFile } from "./source/open.ts";
import { BatchStore } from "./store-batch.ts";
import { sweepUploads } from "./upload.ts";

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

export interface FileToImport extends ImportSource, RunOptions {
  /** What the user said about the columns; the rest is guessed. */
  wishes?: MappingWishes;
  textRights?: TextRights;
}

/**
 * Imports a file that this process can read, from its first row to its last, and returns the import as it ended. Articles that
 * are here already stay as they are, so the same file twice changes nothing.
 *
 * @throws FramescopeError bad_input for a file that can't be read, bad_parameter for a mapping that can't be used.
 */
export async function importFile(
  corpus: CorpusDatabase,
  file: FileToImport,
): Promise<ImportSummary> {
  const sample = await sampleFile(file);
  const plan = await planImport(file, sample, file.wishes);
  requirePlan(file.name, plan);
  const { id } = await corpus.prisma.import.create({
    data: {
      source: file.name,
      format: sample.formatId,
      encoding: sample.encoding.note,
      mapping: plan.mapping,
      textRights: file.textRights ?? "snippets",
      // Running only once it is held: else a worker would take it for one that was left in the middle.
      status: "uploading",
      bytesTotal: file.size,
    },
    select: { id: true },
  });
  await holdImport(corpus, id, async () => {
    await corpus.prisma.import.update({ where: { id }, data: { status: "running" } });
    await runImport(corpus, id, file, plan.mapping, file);
  });
  return requireImport(corpus, id);
}

async function requireImport(corpus: CorpusDatabase, id: number): Promise<ImportSummary> {
  const summary = await getImport(corpus, id);
  if (!summary) throw new FramescopeError("not_found", `There is no import ${id}.`, "import");
  return summary;
}

/** Runs work while this process alone holds the import; false where another holds it. The lock goes with its connection. */
async function holdImport(
  corpus: CorpusDatabase,
  id: number,
  work: () => Promise<void>,
): Promise<boolean> {
  const holder = createClient(corpus.url);
  await holder.connect();
  try {
    if (!(await tryLock(holder, LOCK.import, id))) return false;
    await work();
    return true;
  } finally {
    await holder.end();
  }
}

/** Does an import to its end and says so in its row; what can't be read becomes the sentence of its failure. */
async function runImport(
  corpus: CorpusDatabase,
  id: number,
  source: ImportSource,
  mapping: Mapping,
  options: RunOptions,
): Promise<void> {
  try {
    const ended = await storeRows(corpus, id, source, mapping, options);
    if (ended) await endImport(corpus, id, "done", null);
  } catch (error) {
    // What passes leaves the import as it stands, to be gone on with.
    if (isTransient(error)) throw error;
    const known = error instanceof FramescopeError;
    if (known && (error.code === "conflict" || error.code === "not_found")) throw error;
    const sentence = known
      ? error.message
      : "The program failed; the rows so far are in the corpus.";
    await endImport(corpus, id, "failed", sentence);
    throw error;
  }
}

async function endImport(
  corpus: CorpusDatabase,
  id: number,
  status: "done" | "failed",
  failure: string | null,
): Promise<void> {
  await corpus.prisma.$transaction([
    corpus.prisma.importChunk.deleteMany({ where: { importId: id } }),
    corpus.prisma.import.update({
      where: { id },
      data: { status, failure, finishedAt: new Date() },
    }),
  ]);
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

/** Stores what is not stored yet. False where it was asked to stop before the end. */
async function storeRows(
  corpus: CorpusDatabase,
  id: number,
  source: ImportSource,
  mapping: Mapping,
  options: RunOptions,
): Promise<boolean> {
  const before = await requireImport(corpus, id);
  const meter = new Meter();
  const file = await openFile(source.name, meter.read(source.open()));
  const detector = await loadLanguageDetector();
  const store = new BatchStore(corpus, id, new OutletBook(corpus));
  const batches = cutBatches(file.rows, { mapping, detector, purpose: "import" }, before.rowsRead);
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
  await corpus.prisma.import.update({
    where: { id },
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

/**
 * Does every import of a corpus that waits, or that a process left in the middle, one after the other, and returns how many.
 * For workers: as many as wanted may call it at once.
 */
export async function runWaitingImports(
  corpus: CorpusDatabase,
  options: RunOptions = {},
): Promise<number> {
  await sweepUploads(corpus);
  const open = await corpus.prisma.import.findMany({
    where: { status: { in: ["waiting", "running"] } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  let done = 0;
  for (const { id } of open) {
    if (options.signal?.aborted) break;
    if (await holdImport(corpus, id, () => continueImport(corpus, id, options))) done += 1;
  }
  return done;
}

async function continueImport(
  corpus: CorpusDatabase,
  id: number,
  options: RunOptions,
): Promise<void> {
  const row = await requireImport(corpus, id);
  if (row.status !== "waiting" && row.status !== "running") return;
  const chunks = await corpus.prisma.importChunk.count({ where: { importId: id } });
  if (chunks === 0) {
    const sentence =
      "The command that read this file was ended before the file's end. Import the file again: what is here stays.";
    return endImport(corpus, id, "failed", sentence);
  }
  await corpus.prisma.import.update({ where: { id }, data: { status: "running" } });
  const source = { name: row.source, size: row.bytesTotal, open: () => readUploaded(corpus, id) };
  try {
    await runImport(corpus, id, source, mappingSchema.parse(row.mapping), options);
  } catch (error) {
    // The import's row says why it failed; the worker goes on with the next.
    if (isTransient(error)) throw error;
  }
}
