import { FramescopeError } from "../../errors.ts";
import { IMPORT_FORMATS } from "../formats/list.ts";
import { type ImportFormat, MAX_CELL, type Row, refused } from "../formats/row.ts";
import { type Encoding, markedEncoding } from "./encoding.ts";
import { gunzip, isGzip } from "./gunzip.ts";
import { Utf8Stream } from "./to-utf8.ts";

const HEAD = 65536;

/** A file whose format is known and whose rows can be read once. */
export interface OpenedFile {
  format: ImportFormat;
  /** Whether it was gzip. */
  packed: boolean;
  /** What its bytes were taken for, as far as it has been read. */
  encoding(): Encoding;
  rows: AsyncGenerator<Row>;
}

interface Peeked {
  head: Buffer;
  /** Everything, the head included. */
  all: AsyncIterable<Buffer>;
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/**
 * The first bytes of a stream (at least `wanted`, where there are so many), and the stream as if it had not been touched: an
 * error that came while looking comes again in its place.
 */
async function peek(source: AsyncIterable<Uint8Array>, wanted: number): Promise<Peeked> {
  const iterator = source[Symbol.asyncIterator]();
  const held: Buffer[] = [];
  let length = 0;
  let failure: { error: unknown } | null = null;
  while (length < wanted && failure === null) {
    const next = await iterator.next().catch((error: unknown) => {
      failure = { error };
      return null;
    });
    if (!next || next.done) break;
    held.push(asBuffer(next.value));
    length += next.value.length;
  }
  if (failure && length === 0) throw (failure as { error: unknown }).error;
  async function* all(): AsyncGenerator<Buffer> {
    try {
      yield* held.splice(0);
      if (failure) throw failure.error;
      for (let next = await iterator.next(); !next.done; next = await iterator.next())
        yield asBuffer(next.value);
    } finally {
      await iterator.return?.();
    }
  }
  return { head: Buffer.concat(held), all: all() };
}

const NOT_TEXT: readonly { starts: string; what: string }[] = [
  {
    starts: "PK\u0003\u0004",
    what: "a ZIP or spreadsheet file. Unpack it, or save the sheet as CSV",
  },
  { starts: "%PDF", what: "a PDF. Save its text, or export the articles as CSV" },
  { starts: "\u00d0\u00cf\u0011\u00e0", what: "an old Office file. Save it as CSV" },
  { starts: "SQLite format 3", what: "an SQLite database. Export its table as CSV" },
  { starts: "\u0089PNG", what: "a picture. Export the articles as CSV" },
  { starts: "\u00ff\u00d8\u00ff", what: "a picture. Export the articles as CSV" },
  { starts: "PAR1", what: "a Parquet file. Export it as CSV or JSON Lines" },
];

/** Whether one byte in fifty is a control character that no text holds; UTF-16 and UTF-32, half of it zeros, is text. */
function isBinary(head: Buffer): boolean {
  if (markedEncoding(head) !== null) return false;
  const sample = head.subarray(0, 4096);
  const odd = sample.filter(
    (byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 0x1a && byte !== 0x1b),
  );
  return sample.length >= 16 && odd.length > sample.length / 50;
}

function refuseOtherFiles(name: string, head: Buffer): void {
  if (head.length === 0) throw new FramescopeError("bad_input", `${name} is empty.`);
  const start = head.toString("latin1", 0, 32);
  const known = NOT_TEXT.find(({ starts }) => start.startsWith(starts));
  if (known) throw new FramescopeError("bad_input", `${name} is ${known.what}.`);
  if (isBinary(head)) {
    const sentence = `${name} is no text: its bytes are those of a picture, a program or the like. Export the articles as CSV.`;
    throw new FramescopeError("bad_input", sentence);
  }
}

function recogniseFormat(name: string, head: string): ImportFormat {
  const start = head.trimStart();
  if (start === "") throw new FramescopeError("bad_input", `${name} holds nothing but blanks.`);
  const extension = /\.([^.]+?)(?:\.gz)?$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  const format =
    IMPORT_FORMATS.find((candidate) => candidate.recognises(start, extension)) ??
    IMPORT_FORMATS.find((candidate) => candidate.extensions.includes(extension));
  if (format) return format;
  throw new FramescopeError(
    "bad_input",
    `${name} is in no format that is known here: CSV or TSV with a header row, JSON Lines, JSON, or text with lines of the form "date 2022-02-10 https://...".`,
  );
}

async function* withShortCells(rows: AsyncGenerator<Row>): AsyncGenerator<Row> {
  for await (const row of rows) {
    if (row.kind === "record") {
      const long = [...row.values].find(([, cell]) => cell.length > MAX_CELL);
      if (long) {
        const most = MAX_CELL.toLocaleString("en");
        yield refused(
          row.line,
          `This cell has ${long[1].length.toLocaleString("en")} characters; the most that is taken is ${most}.`,
          long[0],
        );
        continue;
      }
    }
    yield row;
  }
}

/**
 * Opens a file of any known format, packed or not, in any encoding: contents decide, the name's ending only where they don't.
 * @throws FramescopeError bad_input where it is empty, damaged or of no known format.
 */
export async function openFile(
  name: string,
  source: AsyncIterable<Uint8Array>,
): Promise<OpenedFile> {
  const raw = await peek(source, 4);
  const packed = isGzip(raw.head);
  const unpacked = await peek(packed ? gunzip(raw.all) : raw.all, HEAD);
  refuseOtherFiles(name, unpacked.head);
  const utf8 = new Utf8Stream(unpacked.all);
  const text = await peek(utf8, HEAD / 2);
  const format = recogniseFormat(name, text.head.toString("utf8", 0, HEAD));
  return {
    format,
    packed,
    encoding: () => utf8.encoding,
    rows: withShortCells(format.read(text.all)),
  };
}
