import { readArticle, type SourceArticle } from "./article.ts";
import { type Guess, guessMapping } from "./guess-mapping.ts";
import { loadLanguageDetector } from "./language.ts";
import { attributeName, type Field, type Mapping } from "./mapping.ts";
import {
  type DateOrderFound,
  type FileSample,
  type ImportPlan,
  type ImportSource,
  planImport,
  planMapping,
  sampleFile,
} from "./plan.ts";

const SHOWN_ROWS = 20;
const SHOWN_TEXT = 300;

/** A column of the file: what it holds and what becomes of it. */
export interface PreviewColumn {
  name: string;
  /** Rows looked at that fill it, and how many different cells these have. */
  filled: number;
  different: number;
  /** The field that it fills, or null. */
  field: Field | null;
  /** What told the field: the column's name or contents; null where the user did, or where there is no field. */
  by: "name" | "contents" | null;
  /** The attribute that it becomes; null where it fills a field or is left out. */
  attribute: string | null;
}

/** A row as it would be stored, its texts shortened. */
export type PreviewArticle = Pick<
  SourceArticle,
  | "kind"
  | "line"
  | "outlet"
  | "url"
  | "publishedOn"
  | "publishedTime"
  | "headline"
  | "teaser"
  | "body"
  | "author"
  | "language"
  | "attributes"
>;

export interface PreviewRefusal {
  kind: "refused";
  line: number;
  field: string | null;
  reason: string;
}

/** What becomes of a row, and its cells by column as they came, shortened. */
export type PreviewRow = (PreviewArticle | PreviewRefusal) & { cells: Record<string, string> };

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
  rows: PreviewRow[];
  /** Rows that the columns were looked at in. */
  rowsLookedAt: number;
  /** Whether these are all. */
  whole: boolean;
}

function shorten(text: string): string {
  return text.length > SHOWN_TEXT ? `${text.slice(0, SHOWN_TEXT - 3)}...` : text;
}

function describeColumn(
  name: string,
  sample: FileSample,
  mapping: Mapping,
  guesses: readonly Guess[],
): PreviewColumn {
  const filled = sample.rows.flatMap((row) => row.values.get(name)?.trim() || []);
  const entry = Object.entries(mapping.columns).find(([, column]) => column === name);
  const field = (entry?.[0] as Field | undefined) ?? null;
  return {
    name,
    filled: filled.length,
    different: new Set(filled).size,
    field,
    by: guesses.find((guess) => guess.column === name && guess.field === field)?.by ?? null,
    attribute: field || mapping.ignored.includes(name) ? null : attributeName(name),
  };
}

async function previewRows(sample: FileSample, mapping: Mapping): Promise<ImportPreview["rows"]> {
  const detector = await loadLanguageDetector();
  const rows = [...sample.rows, ...sample.refusals]
    .sort((a, b) => a.line - b.line)
    .slice(0, SHOWN_ROWS);
  return rows.map((row) => {
    const values = row.kind === "record" ? [...row.values] : [];
    const cells = Object.fromEntries(values.map(([name, cell]) => [name, shorten(cell)]));
    const read =
      row.kind === "record" ? readArticle(row, { mapping, detector, purpose: "import" }) : row;
    return { ...(read.kind === "refused" ? read : shortArticle(read)), cells };
  });
}

function shortArticle(article: SourceArticle): PreviewArticle {
  const { kind, line, outlet, url, publishedOn, publishedTime, author, language } = article;
  return {
    kind,
    line,
    outlet,
    url,
    publishedOn,
    publishedTime,
    headline: shorten(article.headline),
    teaser: shorten(article.teaser),
    body: shorten(article.body),
    author,
    language,
    attributes: Object.fromEntries(
      Object.entries(article.attributes).map(([name, value]) => [name, shorten(value)]),
    ),
  };
}

/** What would become of a file's first rows, under the mapping given or, without one, a guessed one. */
export async function previewFile(
  source: ImportSource,
  mapping: Mapping | null = null,
): Promise<ImportPreview> {
  const sample = await sampleFile(source);
  const plan = mapping
    ? await planMapping(source, sample, mapping)
    : await planImport(source, sample);
  return previewSample(source, sample, plan);
}

/** The same for rows that are read already. */
export async function previewSample(
  source: ImportSource,
  sample: FileSample,
  { mapping, dateOrder, problem }: ImportPlan,
): Promise<ImportPreview> {
  const values = sample.rows.map((row) => row.values);
  const { guesses } = guessMapping(sample.columns, values);
  return {
    name: source.name,
    bytes: source.size,
    format: sample.formatTitle,
    packed: sample.packed,
    encoding: sample.encoding.note,
    columns: sample.columns.map((name) => describeColumn(name, sample, mapping, guesses)),
    mapping,
    dateOrder,
    problem,
    rows: await previewRows(sample, mapping),
    rowsLookedAt: sample.rows.length + sample.refusals.length,
    whole: sample.whole,
  };
}
