import { FramescopeError } from "../errors.ts";
import type { RecordRow, RefusedRow } from "../import/formats/row.ts";
import { refused } from "../import/formats/row.ts";
import type { ImportSource } from "../import/plan.ts";
import { openFile } from "../import/source/open.ts";
import { BadRow, type Cells } from "./cells.ts";
import {
  type AttributionRow,
  type PlacedQuotation,
  readAttributions,
  readQuotation,
  readSentence,
  type SentenceRow,
} from "./coded-rows.ts";
import {
  type ExportedFlag,
  type ExportedQuotation,
  readExportedFlag,
  readExportedQuotation,
} from "./exported-rows.ts";

/** The rows of a file that coders judged, by what they judged. */
export type CodedRows =
  | { kind: "sentences"; rows: SentenceRow[] }
  | { kind: "attributions"; rows: AttributionRow[] }
  | { kind: "quotations"; rows: PlacedQuotation[] }
  | { kind: "exported quotations"; rows: ExportedQuotation[] }
  | { kind: "exported flags"; rows: ExportedFlag[] };

/** A file of codings. */
export interface Codings {
  /** The file's name without its ending. */
  set: string;
  coded: CodedRows;
  /** Rows of an export that nobody has judged: their cell `coded` is empty. */
  uncoded: number;
  refused: RefusedRow[];
}

/**
 * Reads a file of codings: JSON Lines in the format of the labelled sets, or a coder's CSV; also gzipped. What it holds
 * is told by its columns. A row that can't be used is refused with its reason, the others are kept.
 * @param signal what sentences were coded for, where no column `signal` says so
 * @param known ids of the signals that there are
 * @throws FramescopeError bad_input where the columns are of no known kind, or no row can be used.
 */
export async function readCodings(
  file: ImportSource,
  { signal, known }: { signal?: string | undefined; known: readonly string[] },
): Promise<Codings> {
  const { rows } = await openFile(file.name, file.open());
  const records: RecordRow[] = [];
  const refusals: RefusedRow[] = [];
  for await (const row of rows) {
    if (row.kind === "record") records.push(row);
    else refusals.push(row);
  }
  const columns = new Set(records.flatMap(({ values }) => [...values.keys()]));
  const { kind, read } = readerFor(file.name, columns, { signal, known });
  const exported = kind.startsWith("exported");
  const good: unknown[] = [];
  let uncoded = 0;
  for (const { line, values } of records) {
    if (exported && !values.get("coded")?.trim()) {
      uncoded += 1;
      continue;
    }
    try {
      good.push(read(values, line));
    } catch (error) {
      if (!(error instanceof BadRow)) throw error;
      refusals.push(refused(line, error.message));
    }
  }
  if (good.length === 0) {
    const why = refusals[0] ? ` Line ${refusals[0].line}: ${refusals[0].reason}` : "";
    throw new FramescopeError("bad_input", `${file.name} holds no row that can be used.${why}`);
  }
  refusals.sort((a, b) => a.line - b.line);
  return {
    set: file.name.replace(/(\.(jsonl|ndjson|json|csv|tsv))?(\.gz)?$/i, ""),
    coded: { kind, rows: good } as CodedRows,
    uncoded,
    refused: refusals,
  };
}

interface Reader {
  kind: CodedRows["kind"];
  read(cells: Cells, line: number): CodedRows["rows"][number];
}

function readerFor(
  file: string,
  columns: ReadonlySet<string>,
  { signal, known }: { signal?: string | undefined; known: readonly string[] },
): Reader {
  const has = (...names: string[]) => names.every((name) => columns.has(name));
  const isExport = has("article_id", "part", "voice", "start");
  if (isExport && !has("coded")) {
    const what = has("p_scare") ? "with a function" : "with yes or no";
    throw new FramescopeError(
      "bad_input",
      `${file} is an export that nobody has judged: add a column coded ${what} for the rows that you read.`,
    );
  }
  if (isExport && has("p_scare"))
    return { kind: "exported quotations", read: readExportedQuotation };
  if (isExport) return { kind: "exported flags", read: readExportedFlag };
  if (has("text", "attributions")) return { kind: "attributions", read: readAttributions };
  if (has("text", "start", "end", "function")) return { kind: "quotations", read: readQuotation };
  if (has("text") && (has("coded") || has("label"))) {
    const signals = { signal: sentenceSignal(file, columns, signal), known };
    return { kind: "sentences", read: (cells, line) => readSentence(cells, line, signals) };
  }
  throw new FramescopeError(
    "bad_input",
    `${file} is no file of codings: needed are text and coded (yes or no), or flags.csv or quotations.csv with a column coded. Its columns are ${[...columns].join(", ")}.`,
  );
}

/** Labelled sets don't name their signal: those that mark words are loaded terms, the others hedges. */
function sentenceSignal(file: string, columns: ReadonlySet<string>, signal?: string): string {
  if (signal !== undefined) return signal;
  if (columns.has("signal") || columns.has("label"))
    return columns.has("spans") ? "loaded_term" : "hedge";
  throw new FramescopeError(
    "bad_input",
    `${file} doesn't say what was coded: add a column signal (hedge, loaded_term, ...), or give --signal hedge.`,
  );
}
