import type { CorpusDatabase } from "../database/corpus-database.ts";
import { FramescopeError } from "../errors.ts";
import { notifyDue } from "../pipeline/notify.ts";
import { readUploaded, storeUploaded } from "./chunks.ts";
import { getImport, type ImportSummary, TEXT_RIGHTS, type TextRights } from "./imports.ts";
import { type Mapping, mappingProblem } from "./mapping.ts";
import { type ImportSource, sampleFile } from "./plan.ts";

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
  const row = await requireStatus(corpus, importId, "uploading");
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
    await corpus.prisma.import.update({
      where: { id: importId },
      data: { status: "uploaded", bytesTotal: total },
    });
  } catch (error) {
    await corpus.prisma.import.deleteMany({ where: { id: importId } });
    throw error;
  }
}

async function requireStatus(
  corpus: CorpusDatabase,
  id: number,
  status: "uploading" | "uploaded",
): Promise<ImportSummary> {
  const row = await getImport(corpus, id);
  if (!row) throw new FramescopeError("not_found", `There is no import ${id}.`, "import");
  if (row.status === status) return row;
  throw new FramescopeError(
    "conflict",
    `Import ${id} (${row.source}) is ${row.status}: this can be done only while it is ${status}.`,
    "import",
  );
}

/** The uploaded file of an import, to be read as often as needed, while its mapping is open. */
export async function uploadedSource(
  corpus: CorpusDatabase,
  importId: number,
): Promise<ImportSource> {
  const row = await requireStatus(corpus, importId, "uploaded");
  return { name: row.source, size: row.bytesTotal, open: () => readUploaded(corpus, importId) };
}

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
  const { count } = await corpus.prisma.import.updateMany({
    where: { id: importId, status: "uploaded" },
    data: {
      status: "waiting",
      mapping,
      textRights,
      format: sample.formatId,
      encoding: sample.encoding.note,
    },
  });
  if (count === 0)
    throw new FramescopeError("conflict", `Import ${importId} was started already.`, "import");
  await notifyDue(corpus.pool);
}

/** Takes back an upload that was not started. */
export async function discardUpload(corpus: CorpusDatabase, importId: number): Promise<void> {
  await corpus.prisma.import.deleteMany({
    where: { id: importId, status: { in: ["uploading", "uploaded"] } },
  });
}

/** Removes uploads that nobody finished in a day, and those that nobody started in a week. */
export async function sweepUploads(corpus: CorpusDatabase, now = new Date()): Promise<void> {
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
  await corpus.prisma.import.deleteMany({
    where: {
      OR: [
        { status: "uploading", startedAt: { lt: ago(1) } },
        { status: "uploaded", startedAt: { lt: ago(7) } },
      ],
    },
  });
}
