import type { CorpusDatabase } from "../database/corpus-database.ts";
import { csvLine } from "../export/csv.ts";
import { COUNTED_LANGUAGE } from "../pipeline/metrics.ts";
import type { ImportCounts } from "./counts.ts";
import { IMPORT_FORMATS } from "./formats/list.ts";
import { type Mapping, mappingSchema } from "./mapping.ts";

/** Where an import stands: see the table's comment in schema.prisma. */
const IMPORT_STATUSES = [
  "uploading",
  "uploaded",
  "counting",
  "counted",
  "waiting",
  "running",
  "done",
  "failed",
  "undoing",
  "undone",
] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

/** How much of an import's text may leave the corpus in exports. */
export const TEXT_RIGHTS = ["numbers", "snippets", "text"] as const;
export type TextRights = (typeof TEXT_RIGHTS)[number];

/** An import as pages and commands show it. */
export interface ImportSummary extends ImportCounts {
  id: number;
  /** The file's name. */
  source: string;
  /** "CSV or TSV"; empty until the file has been looked at. */
  format: string;
  /** A sentence on what the bytes were taken for. */
  encoding: string | null;
  mapping: Mapping | null;
  textRights: TextRights;
  status: ImportStatus;
  /** ISO times. */
  startedAt: string;
  finishedAt: string | null;
  bytesRead: number;
  bytesTotal: number | null;
  /** Why it failed, as a sentence. */
  failure: string | null;
  /** Articles deleted when it was undone. */
  removed: number;
  /** Raised by every change of the mapping. */
  revision: number;
}

/** States in which nothing of an uploaded file has been imported yet. */
export const OPEN_STATUSES = ["uploaded", "counting", "counted"] as const;

export const isOpen = ({ status }: Pick<ImportSummary, "status">): boolean =>
  OPEN_STATUSES.some((open) => open === status);

const COLUMNS = {
  id: true,
  source: true,
  format: true,
  encoding: true,
  mapping: true,
  textRights: true,
  status: true,
  startedAt: true,
  finishedAt: true,
  bytesRead: true,
  bytesTotal: true,
  rowsRead: true,
  added: true,
  known: true,
  changed: true,
  repeated: true,
  refused: true,
  failure: true,
  removed: true,
  revision: true,
} as const;

type Row = Awaited<ReturnType<typeof findRows>>[number];

function findRows(corpus: CorpusDatabase, where: { id?: number }) {
  return corpus.prisma.import.findMany({ where, select: COLUMNS, orderBy: { id: "desc" } });
}

function toSummary(row: Row): ImportSummary {
  const mapping = mappingSchema.safeParse(row.mapping);
  return {
    ...row,
    format: IMPORT_FORMATS.find(({ id }) => id === row.format)?.title ?? row.format,
    mapping: mapping.success ? mapping.data : null,
    textRights: TEXT_RIGHTS.find((rights) => rights === row.textRights) ?? "snippets",
    status: IMPORT_STATUSES.find((status) => status === row.status) ?? "failed",
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    bytesRead: Number(row.bytesRead),
    bytesTotal: row.bytesTotal === null ? null : Number(row.bytesTotal),
  };
}

/** An import by its number, or null. */
export async function getImport(corpus: CorpusDatabase, id: number): Promise<ImportSummary | null> {
  const [row] = await findRows(corpus, { id });
  return row ? toSummary(row) : null;
}

/** Every import of a corpus, the latest first. */
export async function listImports(corpus: CorpusDatabase): Promise<ImportSummary[]> {
  return (await findRows(corpus, {})).map(toSummary);
}

/** A row that was left out. */
export interface Refusal {
  line: number;
  field: string | null;
  reason: string;
}

const PAGE = 5000;

/** The rows that an import left out, in the order of the file; of very many the first 100,000. */
export async function* readRefusals(
  corpus: CorpusDatabase,
  importId: number,
): AsyncGenerator<Refusal> {
  for (let last = 0; ; ) {
    const page = await corpus.prisma.refusal.findMany({
      where: { importId, ordinal: { gt: last } },
      orderBy: { ordinal: "asc" },
      take: PAGE,
    });
    for (const { line, field, reason } of page) yield { line, field, reason };
    if (page.length < PAGE) return;
    last = page.at(-1)?.ordinal ?? last;
  }
}

/** Articles that an import brought in another language than the one that is counted, most first. */
export async function listOtherLanguages(
  corpus: Pick<CorpusDatabase, "pool">,
  importId: number,
): Promise<{ language: string; articles: number }[]> {
  const { rows } = await corpus.pool.query<{ language: string; articles: number }>(
    `SELECT language, count(*)::int AS articles FROM article
     WHERE import_id = $1 AND language <> $2 GROUP BY language ORDER BY articles DESC, language`,
    [importId, COUNTED_LANGUAGE],
  );
  return rows;
}

/** The refused rows as CSV (line, field, reason), piece by piece. */
export async function* refusalsCsv(
  corpus: CorpusDatabase,
  importId: number,
): AsyncGenerator<string> {
  yield csvLine(["line", "field", "reason"]);
  for await (const { line, field, reason } of readRefusals(corpus, importId))
    yield csvLine([line, field, reason]);
}
