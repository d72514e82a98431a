const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
const TAB = 0x09;

/** The bytes of one cell, quotation marks resolved. */
export type Cell = Buffer;

export type Found =
  | { state: "record"; cells: Cell[]; end: number }
  /** More bytes are needed to tell. */
  | { state: "unfinished" }
  | { state: "broken"; reason: string }
  | { state: "end" };

type CellEnd =
  | { cell: Cell; end: number }
  | { state: "unfinished" }
  | { state: "broken"; reason: string };

const UNCLOSED = "Unclosed quotation mark: the cell that opens in this row has no end.";
const TEXT_AFTER_QUOTE =
  "Broken quoting: there is text after the closing quotation mark of a cell (marks inside a cell are written twice).";

function isCellEnd(byte: number | undefined, separator: number): boolean {
  return byte === undefined || byte === separator || byte === LF || byte === CR;
}

function plainCell(bytes: Buffer, start: number, separator: number, ended: boolean): CellEnd {
  let at = start;
  while (!isCellEnd(bytes[at], separator)) at += 1;
  if (at >= bytes.length && !ended) return { state: "unfinished" };
  return { cell: bytes.subarray(start, at), end: at };
}

function quotedCell(bytes: Buffer, start: number, separator: number, ended: boolean): CellEnd {
  const pieces: Buffer[] = [];
  let from = start + 1;
  for (;;) {
    const mark = bytes.indexOf(QUOTE, from);
    if (mark < 0 || (mark + 1 >= bytes.length && !ended)) {
      return ended ? { state: "broken", reason: UNCLOSED } : { state: "unfinished" };
    }
    if (bytes[mark + 1] === QUOTE) {
      pieces.push(bytes.subarray(from, mark + 1));
      from = mark + 2;
    } else if (isCellEnd(bytes[mark + 1], separator)) {
      pieces.push(bytes.subarray(from, mark));
      return {
        cell: pieces.length === 1 ? (pieces[0] as Buffer) : Buffer.concat(pieces),
        end: mark + 1,
      };
    } else {
      return {
        state: "broken",
        reason: bytes.subarray(start, mark).includes(LF) ? UNCLOSED : TEXT_AFTER_QUOTE,
      };
    }
  }
}

function readCell(bytes: Buffer, start: number, separator: number, ended: boolean): CellEnd {
  if (bytes[start] !== QUOTE) return plainCell(bytes, start, separator, ended);
  const quoted = quotedCell(bytes, start, separator, ended);
  const broken = "state" in quoted && quoted.state === "broken";
  // Tab-separated files are often written without any quoting: then the marks are text.
  return broken && separator === TAB ? plainCell(bytes, start, separator, ended) : quoted;
}

/**
 * The record at the start of the bytes. `ended` says that no more bytes will come; without it a record that touches the end is
 * unfinished. Quotation marks count only at the start of a cell, so `5" pipe` is text. LF, CRLF and CR end a record.
 */
export function readRecord(bytes: Buffer, separator: number, ended: boolean): Found {
  if (bytes.length === 0) return ended ? { state: "end" } : { state: "unfinished" };
  const cells: Cell[] = [];
  let at = 0;
  for (;;) {
    const cell = readCell(bytes, at, separator, ended);
    if ("state" in cell) return cell;
    cells.push(cell.cell);
    const byte = bytes[cell.end];
    if (byte === separator) {
      at = cell.end + 1;
      continue;
    }
    if (byte === CR && cell.end + 1 >= bytes.length && !ended) return { state: "unfinished" };
    if (byte === undefined && !ended) return { state: "unfinished" };
    const end =
      byte === undefined
        ? cell.end
        : cell.end + (byte === CR && bytes[cell.end + 1] === LF ? 2 : 1);
    return { state: "record", cells, end };
  }
}

/** Cells in each of the first whole records, 0 for a broken one; blank lines are left out. */
export function countCells(head: Buffer, separator: number, most: number): number[] {
  const counts: number[] = [];
  let rest = head;
  while (counts.length < most) {
    const found = readRecord(rest, separator, false);
    if (found.state === "record") {
      if (found.cells.length > 1 || (found.cells[0]?.length ?? 0) > 0)
        counts.push(found.cells.length);
      rest = rest.subarray(found.end);
    } else if (found.state === "broken") {
      const next = rest.indexOf(LF);
      counts.push(0);
      if (next < 0) break;
      rest = rest.subarray(next + 1);
    } else {
      break;
    }
  }
  return counts;
}
