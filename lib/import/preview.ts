import type { CorpusDatabase } from "../database/corpus-database.ts";
import { readArticle } from "./article.ts";
import { loadLanguageDetector } from "./language.ts";
import { attributeName, type Field, type Mapping } from "./mapping.ts";
import {
  type DateOrderFound,
  type FileSample,
  type ImportSource,
  type MappingWishes,
  planImport,
  sampleFile,
} from "./plan.ts";
import { uploadedSource } from "./upload.ts";

const SHOWN_ROWS = 20;
const SHOWN_CELLS = 3;
const SHOWN_TEXT = 300;

/** A column of the file: what it holds and what becomes of it. */
export interface PreviewColumn {
  name: string;
  /** First filled cells, shortened. */
  cells: string[];
  /** The field that it fills, or null. */
  field: Field | null;
  /** What told the field: the column's name or contents; null where the user did, or where there is no field. */
  by: "name" | "contents" | null;
  /** The attribute that it becomes; null where it fills a field or is left out. */
  attribute: string | null;
}

/** A row as it would be stored, its texts shortened. */
export interface PreviewArticle {
  kind: "article";
  line: number;
  outlet: string | null;
  url: string | null;
  publishedOn: string | null;
  publishedTime: string | null;
  headline: string;
  teaser: string;
  body: string;
  author: string | null;
  language: string;
  attributes: Record<string, string>;
}

export interface PreviewRefusal {
  kind: "refused";
  line: number;
  field: string | null;
  reason: string;
}

export interface ImportPreview {
  name: string;
  bytes: number | null;
  /** "CSV or TSV" */
  format: string;
  packed: boolean;
  /** A sentence on what the bytes were taken for. */
  encoding: string;
  columns: PreviewColumn[];
  mapping: Mapping;
  /** "undecidable": ask which of 03/04/2026 is the day. */
  dateOrder: DateOrderFound;
  /** A sentence where nothing could be imported so; the import can't be started then. */
  problem: string | null;
  /** The first rows, in the order of the file. */
  rows: (PreviewArticle | PreviewRefusal)[];
}

function shorten(text: string): string {
  return text.length > SHOWN_TEXT ? `${text.slice(0, SHOWN_TEXT - 3)}...` : text;
}

function describeColumn(
  name: string,
  sample: FileSample,
  mapping: Mapping,
  guesses: readonly { column: string; by: "name" | "contents" }[],
): PreviewColumn {
  const filled = sample.rows.flatMap((row) => row.values.get(name)?.trim() || []);
  const entry = Object.entries(mapping.columns).find(([, column]) => column === name);
  const field = (entry?.[0] as Field | undefined) ?? null;
  return {
    name,
    cells: filled.slice(0, SHOWN_CELLS).map(shorten),
    field,
    by: (field && guesses.find((guess) => guess.column === name)?.by) ?? null,
    attribute: field || mapping.ignored.includes(name) ? null : attributeName(name),
  };
}

async function previewRows(sample: FileSample, mapping: Mapping): Promise<ImportPreview["rows"]> {
  const detector = await loadLanguageDetector();
  const rows = [...sample.rows, ...sample.refusals]
    .sort((a, b) => a.line - b.line)
    .slice(0, SHOWN_ROWS);
  return rows.map((row) => {
    const read =
      row.kind === "record" ? readArticle(row, { mapping, detector, purpose: "import" }) : row;
    if (read.kind === "refused") return read;
    const { kind, line, outlet, url, publishedOn, publishedTime, author, language } = read;
    const attributes = Object.fromEntries(
      Object.entries(read.attributes).map(([name, value]) => [name, shorten(value)]),
    );
    const texts = {
      headline: shorten(read.headline),
      teaser: shorten(read.teaser),
      body: shorten(read.body),
    };
    return {
      kind,
      line,
      outlet,
      url,
      publishedOn,
      publishedTime,
      ...texts,
      author,
      language,
      attributes,
    };
  });
}

/** What would become of a file's first rows, under the guessed mapping with the user's wishes over it. */
export async function previewFile(
  source: ImportSource,
  wishes: MappingWishes = {},
): Promise<ImportPreview> {
  const sample = await sampleFile(source);
  const plan = await planImport(source, sample, wishes);
  return {
    name: source.name,
    bytes: source.size,
    format: sample.formatTitle,
    packed: sample.packed,
    encoding: sample.encoding.note,
    columns: sample.columns.map((name) => describeColumn(name, sample, plan.mapping, plan.guesses)),
    mapping: plan.mapping,
    dateOrder: plan.dateOrder,
    problem: plan.problem,
    rows: await previewRows(sample, plan.mapping),
  };
}

/** The same for an uploaded file whose import is not started yet. */
export async function previewImport(
  corpus: CorpusDatabase,
  importId: number,
  wishes: MappingWishes = {},
): Promise<ImportPreview> {
  return previewFile(await uploadedSource(corpus, importId), wishes);
}
