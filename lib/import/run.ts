import type { CorpusDatabase } from "../database/corpus-database.ts";
import { isTransient } from "../database/transaction.ts";
import { FramescopeError } from "../errors.ts";
import { readUploaded } from "./chunks.ts";
import { countImport } from "./count-import.ts";
import { holdImport } from "./hold-import.ts";
import { getImport, type ImportSummary, type TextRights } from "./imports.ts";
import { type Mapping, mappingSchema } from "./mapping.ts";
import {
  type ImportSource,
  type MappingWishes,
  planImport,
  requirePlan,
  sampleFile,
} from "./plan.ts";
import { type RunOptions, readBatches } from "./read-batches.ts";
import { CorpusShelf } from "./shelf.ts";
import { undoImport } from "./undo.ts";
import { sweepUploads } from "./upload.ts";

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

/** Does an import to its end and says so in its row; what can't be read becomes the sentence of its failure. */
async function runImport(
  corpus: CorpusDatabase,
  id: number,
  source: ImportSource,
  mapping: Mapping,
  options: RunOptions,
): Promise<void> {
  try {
    const ticket = await requireImport(corpus, id);
    const from = ticket.rowsRead;
    const shelf = new CorpusShelf(corpus, id);
    const reading = { corpus, ticket, from, source, mapping, shelf, options };
    if (await readBatches(reading)) await endImport(corpus, id, "done", null);
  } catch (error) {
    // What passes leaves the import as it stands, to be gone on with.
    if (isTransient(error)) throw error;
    const known = error instanceof FramescopeError;
    if (known && (error.code === "conflict" || error.code === "not_found")) throw error;
    // A damaged file stays damaged; where the program failed the file is kept, so that it can be run again.
    if (known) await endImport(corpus, id, "failed", error.message);
    else await markEnded(corpus, id, "failed", PROGRAM_FAILED);
    throw error;
  }
}

const PROGRAM_FAILED = "The program failed; the rows so far are in the corpus.";

async function markEnded(
  corpus: CorpusDatabase,
  id: number,
  status: "done" | "failed",
  failure: string | null,
): Promise<void> {
  const data = { status, failure, finishedAt: new Date() };
  await corpus.prisma.import.update({ where: { id }, data });
}

/** The end of an import whose file is not needed any more. */
async function endImport(...args: Parameters<typeof markEnded>): Promise<void> {
  const [corpus, importId] = args;
  await markEnded(...args);
  await corpus.prisma.importChunk.deleteMany({ where: { importId } });
}

/**
 * Does whatever a corpus's imports wait for, or a process left in the middle: counting what they would do, importing, undoing;
 * one after the other. Returns how many there were. For workers: as many as wanted may call it at once.
 */
export async function runWaitingImports(
  corpus: CorpusDatabase,
  options: RunOptions = {},
): Promise<number> {
  await sweepUploads(corpus);
  const open = await corpus.prisma.import.findMany({
    where: { status: { in: ["counting", "waiting", "running", "undoing"] } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  let done = 0;
  for (const { id } of open) {
    if (options.signal?.aborted) break;
    if (await holdImport(corpus, id, () => serveImport(corpus, id, options))) done += 1;
  }
  return done;
}

async function serveImport(corpus: CorpusDatabase, id: number, options: RunOptions): Promise<void> {
  const row = await getImport(corpus, id);
  try {
    if (row?.status === "counting") await countImport(corpus, row, options);
    if (row?.status === "undoing") await undoImport(corpus, id, options);
    if (row?.status === "waiting" || row?.status === "running")
      await continueImport(corpus, row, options);
  } catch (error) {
    // The import's row says why it failed; the worker goes on with the next.
    if (isTransient(error)) throw error;
  }
}

async function continueImport(
  corpus: CorpusDatabase,
  row: ImportSummary,
  options: RunOptions,
): Promise<void> {
  const { id } = row;
  const chunks = await corpus.prisma.importChunk.count({ where: { importId: id } });
  if (chunks === 0) {
    const sentence =
      "The command that read this file was ended before the file's end. Import the file again: what is here stays.";
    return endImport(corpus, id, "failed", sentence);
  }
  await corpus.prisma.import.update({ where: { id }, data: { status: "running" } });
  const source = { name: row.source, size: row.bytesTotal, open: () => readUploaded(corpus, id) };
  await runImport(corpus, id, source, mappingSchema.parse(row.mapping), options);
}
