import type { CorpusDatabase } from "../database/corpus-database.ts";
import { FramescopeError } from "../errors.ts";
import { notifyDue } from "../pipeline/notify.ts";
import { readUploaded, storeUploaded } from "./chunks.ts";
import { NOTHING_READ } from "./count-import.ts";
import {
  getImport,
  type ImportStatus,
  type ImportSummary,
  OPEN_STATUSES,
  TEXT_RIGHTS,
  type TextRights,
} from "./imports.ts";
import { type Mapping, mappingProblem } from "./mapping.ts";
import { type ImportSource, planMapping, sampleFile } from "./plan.ts";
import { type ImportPreview, previewFile, previewSample } from "./preview.ts";
import { openFile } from "./source/open.ts";

const MB = 1024 * 1024;

/** Most bytes of an uploaded file, packed or not: FRAMESCOPE_MAX_UPLOAD_MB, else 512 MB. */
export function uploadLimit(): number {
  const megabytes = Number(process.env.FRAMESCOPE_MAX_UPLOAD_MB ?? "");
  return (megabytes > 0 ? megabytes : 512) * MB;
}

function tooLarge(name: string): FramescopeError {
  const most = Math.floor(uploadLimit() / MB);
  return new FramescopeError(
    "too_large",
    `${name} is larger than ${most} MB, the most that is uploaded. Pack it with gzip, or import it with: framescope import FILE`,
    "file",
  );
}

/** A file name for people: the last part of a path, without control characters. */
function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  return (
    last
      .replace(/\p{Cc}+/gu, " ")
      .trim()
      .slice(0, 200) || "upload"
  );
}

/**
 * Notes that a file is about to be uploaded and returns the number of its import.
 * @throws FramescopeError too_large where its size is said and over the limit.
 */
export async function startUpload(
  corpus: CorpusDatabase,
  name: string,
  size: number | null,
): Promise<number> {
  const source = plainName(name);
  if (size !== null && size > uploadLimit()) throw tooLarge(source);
  const data = { source, format: "", mapping: {}, status: "uploading", bytesTotal: size };
  const { id } = await corpus.prisma.import.create({ data, select: { id: true } });
  return id;
}

async function* limited(
  bytes: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<Uint8Array> {
  const limit = uploadLimit();
  let total = 0;
  for await (const chunk of bytes) {
    total += chunk.length;
    if (total > limit) throw tooLarge(name);
    yield chunk;
  }
}

/**
 * Stores the bytes of a file that startUpload announced. Whatever goes wrong (the limit, a lost connection) takes the upload
 * back: there is no half file.
 */
export async function appendUpload(
  corpus: CorpusDatabase,
  importId: number,
  bytes: AsyncIterable<Uint8Array>,
): Promise<void> {
  const row = await requireStatus(corpus, importId, ["uploading"]);
  try {
    const total = await storeUploaded(corpus, importId, limited(bytes, row.source));
    if (total === 0) throw new FramescopeError("bad_input", `${row.source} is empty.`, "file");
    if (row.bytesTotal !== null && row.bytesTotal !== total) {
      throw new FramescopeError(
        "bad_input",
        `${row.source} arrived cut off: ${total} of ${row.bytesTotal} bytes. Upload it again.`,
        "file",
      );
    }
    await refuseUnreadable(corpus, importId, row.source);
    await corpus.prisma.import.update({
      where: { id: importId },
      data: { status: "uploaded", bytesTotal: total },
    });
  } catch (error) {
    await corpus.prisma.import.deleteMany({ where: { id: importId } });
    throw error;
  }
}

/** A picture or a spreadsheet is told while its name is still on the screen. @throws FramescopeError bad_input */
async function refuseUnreadable(corpus: CorpusDatabase, id: number, name: string): Promise<void> {
  const { rows } = await openFile(name, readUploaded(corpus, id));
  await rows.return(undefined);
}

/** @throws FramescopeError not_found, conflict where the import is in another state */
export async function requireStatus(
  corpus: CorpusDatabase,
  id: number,
  statuses: readonly ImportStatus[],
): Promise<ImportSummary> {
  const row = await getImport(corpus, id);
  if (!row) throw new FramescopeError("not_found", `There is no import ${id}.`, "import");
  if (statuses.includes(row.status)) return row;
  throw new FramescopeError(
    "conflict",
    `Import ${id} (${row.source}) is ${row.status}: this can be done only while it is ${statuses.join(", ")}.`,
    "import",
  );
}

/** The uploaded file of an import, to be read as often as needed, while its mapping is open. */
async function uploadedSource(corpus: CorpusDatabase, importId: number): Promise<ImportSource> {
  const row = await requireStatus(corpus, importId, OPEN_STATUSES);
  return { name: row.source, size: row.bytesTotal, open: () => readUploaded(corpus, importId) };
}

/** What would become of the first rows of an uploaded file: under the mapping given, else the one noted, else a guessed one. */
export async function previewImport(
  corpus: CorpusDatabase,
  importId: number,
  mapping?: Mapping,
): Promise<ImportPreview> {
  const source = await uploadedSource(corpus, importId);
  return previewFile(source, mapping ?? (await getImport(corpus, importId))?.mapping ?? null);
}

/**
 * Notes the mapping of an uploaded file and has a worker count what importing it would do; with a mapping that can't be used it
 * is only noted, and the preview says what stands in the way.
 */
export async function requestCount(
  corpus: CorpusDatabase,
  importId: number,
  mapping: Mapping,
  textRights: TextRights,
): Promise<ImportPreview> {
  const source = await uploadedSource(corpus, importId);
  const sample = await sampleFile(source);
  const plan = await planMapping(source, sample, mapping);
  const { count } = await corpus.prisma.import.updateMany({
    where: { id: importId, status: { in: [...OPEN_STATUSES] } },
    data: {
      ...NOTHING_READ,
      mapping: plan.mapping,
      textRights,
      status: plan.problem === null ? "counting" : "uploaded",
      revision: { increment: 1 },
    },
  });
  if (count === 0) throw startedAlready(importId);
  await notifyDue(corpus.pool);
  return previewSample(source, sample, plan);
}

/** Notes how much of an uploaded file's texts exports may hold; nothing is counted again for it. */
export async function noteTextRights(
  corpus: CorpusDatabase,
  importId: number,
  textRights: TextRights,
): Promise<void> {
  const where = { id: importId, status: { in: [...OPEN_STATUSES] } };
  const { count } = await corpus.prisma.import.updateMany({ where, data: { textRights } });
  if (count === 0) throw startedAlready(importId);
}

const startedAlready = (id: number) =>
  new FramescopeError("conflict", `Import ${id} was started already.`, "import");

/**
 * Starts an uploaded import with the mapping that the user chose: a worker takes it from here.
 * @throws FramescopeError bad_parameter where the mapping does not fit the file, conflict where it was started before.
 */
export async function confirmImport(
  corpus: CorpusDatabase,
  importId: number,
  mapping: Mapping,
  textRights: TextRights = "snippets",
): Promise<void> {
  if (!TEXT_RIGHTS.includes(textRights)) {
    throw new FramescopeError(
      "bad_parameter",
      `text_rights must be one of ${TEXT_RIGHTS.join(", ")}.`,
      "text_rights",
    );
  }
  const sample = await sampleFile(await uploadedSource(corpus, importId));
  const problem = mappingProblem(mapping, sample.columns);
  if (problem) throw new FramescopeError("bad_parameter", problem, "mapping");
  // What counting has noted goes: the import itself begins at the first row, and keeps its refused rows anew.
  const [{ count }] = await corpus.prisma.$transaction([
    corpus.prisma.import.updateMany({
      where: { id: importId, status: { in: [...OPEN_STATUSES] } },
      data: {
        ...NOTHING_READ,
        status: "waiting",
        mapping,
        textRights,
        format: sample.formatId,
        encoding: sample.encoding.note,
      },
    }),
    corpus.prisma.refusal.deleteMany({ where: { importId, import: { status: "waiting" } } }),
  ]);
  if (count === 0) throw startedAlready(importId);
  await notifyDue(corpus.pool);
}

/**
 * Has a failed import gone on with, from the row after the last one stored.
 * @throws FramescopeError conflict where it did not fail, or its file is not kept
 */
export async function runAgain(corpus: CorpusDatabase, importId: number): Promise<void> {
  const row = await requireStatus(corpus, importId, ["failed"]);
  if ((await withFile(corpus, [importId])).size === 0) {
    throw new FramescopeError(
      "conflict",
      `The file ${row.source} is not kept. Choose it again: what is here stays.`,
      "import",
    );
  }
  await corpus.prisma.import.updateMany({
    where: { id: importId, status: "failed" },
    data: { status: "waiting", failure: null, finishedAt: null },
  });
  await notifyDue(corpus.pool);
}

/** Which of these imports still have their uploaded file. */
export async function withFile(
  corpus: CorpusDatabase,
  ids: readonly number[],
): Promise<Set<number>> {
  const rows = await corpus.prisma.importChunk.findMany({
    where: { importId: { in: [...ids] }, ordinal: 0 },
    select: { importId: true },
  });
  return new Set(rows.map(({ importId }) => importId));
}

/** Takes back an upload that was not started. */
export async function discardUpload(corpus: CorpusDatabase, importId: number): Promise<void> {
  await corpus.prisma.import.deleteMany({
    where: { id: importId, status: { in: ["uploading", ...OPEN_STATUSES] } },
  });
}

/** Removes uploads that nobody finished in a day, those that nobody started in a week, and the files of imports that failed then. */
export async function sweepUploads(corpus: CorpusDatabase, now = new Date()): Promise<void> {
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
  await corpus.prisma.import.deleteMany({
    where: {
      OR: [
        { status: "uploading", startedAt: { lt: ago(1) } },
        { status: { in: [...OPEN_STATUSES] }, startedAt: { lt: ago(7) } },
      ],
    },
  });
  await corpus.prisma.importChunk.deleteMany({
    where: { import: { status: "failed", finishedAt: { lt: ago(7) } } },
  });
}
