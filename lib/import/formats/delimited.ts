import { type Cell, countCells, readRecord } from "./delimited-record.ts";
import { decodeStrictly } from "./lines.ts";
import {
  type ImportFormat,
  MAX_RECORD,
  type Row,
  refused,
  TOO_LONG,
  WRONG_ENCODING,
} from "./row.ts";

const DELIMITERS = [",", "\t", ";", "|"] as const;
type Delimiter = (typeof DELIMITERS)[number];
const LF = 0x0a;
const CR = 0x0d;

/** How many columns the first rows have with this delimiter, and how many of those rows agree with the first. */
function judge(head: Buffer, delimiter: Delimiter): { columns: number; agreeing: number } {
  const counts = countCells(head, delimiter.charCodeAt(0), 50);
  const columns = counts[0] ?? 0;
  return {
    columns,
    agreeing: counts.filter((count) => count === columns).length / Math.max(1, counts.length),
  };
}

/** The delimiter with which the first 64 KB fall into the most even rows, or null where none makes two columns. */
export function sniffDelimiter(head: string): Delimiter | null {
  // A short head is the whole file: its last row may have no line end.
  const bytes = Buffer.from(head.length < 65536 ? `${head}\n` : head.slice(0, 65536));
  const judged = DELIMITERS.map((delimiter) => ({ delimiter, ...judge(bytes, delimiter) }));
  const fitting = judged.filter(({ columns, agreeing }) => columns > 1 && agreeing >= 0.5);
  fitting.sort((a, b) => b.agreeing - a.agreeing || b.columns - a.columns);
  return fitting[0]?.delimiter ?? null;
}

/** Column names without doubles and blanks: "text", "text (2)", "column 3". */
export function nameColumns(header: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return header.map((cell, index) => {
    const name = cell.trim() || `column ${index + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

/** Bytes that came but are not read yet, and the line that the next of them stands in. */
class Window {
  bytes: Buffer = Buffer.alloc(0);
  line = 1;
  #failure: { error: unknown } | null = null;
  readonly #chunks: AsyncIterator<Buffer>;

  constructor(chunks: AsyncIterable<Buffer>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /**
   * Reads on; false at the end. Grows with what is held, so that a long record is not looked at again for every chunk. Where the
   * stream breaks off, what came before is given first and the error the next time.
   */
  async grow(): Promise<boolean> {
    if (this.#failure) throw this.#failure.error;
    const wanted = Math.max(65536, this.bytes.length);
    const held = [this.bytes];
    let got = 0;
    try {
      while (got < wanted) {
        const next = await this.#chunks.next();
        if (next.done) break;
        held.push(next.value);
        got += next.value.length;
      }
    } catch (error) {
      if (got === 0) throw error;
      this.#failure = { error };
    }
    this.bytes = Buffer.concat(held);
    return got > 0;
  }

  advance(to: number): void {
    for (let at = 0; at < to; at += 1) {
      const byte = this.bytes[at];
      if (byte === LF || (byte === CR && this.bytes[at + 1] !== LF)) this.line += 1;
    }
    this.bytes = this.bytes.subarray(to);
  }

  /** Drops what is held up to the next line end; false where none is in sight. */
  skipLine(): boolean {
    const ends = [this.bytes.indexOf(LF), this.bytes.indexOf(CR)].filter((at) => at >= 0);
    const at = ends.length === 0 ? -1 : Math.min(...ends);
    if (at < 0) this.advance(this.bytes.length);
    else this.advance(this.bytes[at] === CR && this.bytes[at + 1] === LF ? at + 2 : at + 1);
    return at >= 0;
  }

  async close(): Promise<void> {
    await this.#chunks.return?.();
  }
}

type Record = { line: number; cells: Cell[] } | { line: number; reason: string };

async function* readRecords(window: Window, delimiter: Delimiter): AsyncGenerator<Record> {
  const separator = delimiter.charCodeAt(0);
  let ended = false;
  for (;;) {
    const found = readRecord(window.bytes, separator, ended);
    const line = window.line;
    if (found.state === "unfinished" && !ended && window.bytes.length <= MAX_RECORD) {
      ended = !(await window.grow());
    } else if (found.state === "record") {
      window.advance(found.end);
      yield { line, cells: found.cells };
    } else if (found.state === "end") {
      return;
    } else {
      // Reading goes on at the next line: an unclosed quotation mark must not swallow the good rows below it.
      const reason = found.state === "broken" ? found.reason : TOO_LONG;
      while (!window.skipLine() && !ended) ended = !(await window.grow());
      yield { line, reason };
    }
  }
}

/** Empty lines, and the line "sep=;" that spreadsheets write above the header. */
function isBeforeHeader(cells: readonly Cell[]): boolean {
  return (
    cells.every((cell) => cell.length === 0) || /^sep=/i.test(cells[0]?.toString("utf8") ?? "")
  );
}

function toRow(line: number, cells: readonly Cell[], columns: readonly string[]): Row | null {
  const filled = cells.findLastIndex((cell) => cell.length > 0) + 1;
  if (filled === 0) return null;
  const short = cells.length < columns.length;
  if (short || filled > columns.length) {
    return refused(line, `This row has ${cells.length} cells, the header ${columns.length}.`);
  }
  const values = new Map<string, string>();
  for (const [index, name] of columns.entries()) {
    const text = decodeStrictly(cells[index] ?? Buffer.alloc(0));
    if (text === null) return refused(line, WRONG_ENCODING, name);
    if (text !== "") values.set(name, text);
  }
  return { kind: "record", line, values };
}

async function* read(bytes: AsyncIterable<Buffer>): AsyncGenerator<Row> {
  const window = new Window(bytes);
  try {
    await window.grow();
    const delimiter = sniffDelimiter(window.bytes.toString("utf8", 0, 65536)) ?? ",";
    let columns: string[] | null = null;
    for await (const record of readRecords(window, delimiter)) {
      if ("reason" in record) yield refused(record.line, record.reason);
      else if (columns === null) {
        if (!isBeforeHeader(record.cells))
          columns = nameColumns(record.cells.map((cell) => cell.toString("utf8")));
      } else {
        const row = toRow(record.line, record.cells, columns);
        if (row) yield row;
      }
    }
  } finally {
    await window.close();
  }
}

/** CSV and TSV (also with semicolons or bars): one header row, then one article a row; RFC 4180 quoting. */
export const delimited: ImportFormat = {
  id: "delimited",
  title: "CSV or TSV",
  extensions: ["csv", "tsv", "tab"],
  recognises: (head) => sniffDelimiter(head) !== null,
  read,
};
