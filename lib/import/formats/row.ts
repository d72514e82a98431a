/** What a file holds at one place: a record, or the reason why there is none. */
export type Row = RecordRow | RefusedRow;

export interface RecordRow {
  kind: "record";
  /** First line of the record in the (unpacked) file, counted from 1. */
  line: number;
  /** Column name -> cell; empty cells may be absent. */
  values: ReadonlyMap<string, string>;
}

export interface RefusedRow {
  kind: "refused";
  line: number;
  /** The column or field that is meant, or null where it is the whole row. */
  field: string | null;
  /** A sentence for the user. */
  reason: string;
}

/** Longest cell that is taken, in UTF-16 code units. */
export const MAX_CELL = 4 * 1024 * 1024;
/** Longest record that is looked at, in bytes of UTF-8. */
export const MAX_RECORD = 16 * 1024 * 1024;

export const TOO_LONG = `This row is longer than ${MAX_RECORD / 1024 / 1024} MB, the most that is read for one row.`;

export const WRONG_ENCODING =
  "Wrong encoding: this row holds bytes that are no characters in the file's encoding.";

export function refused(line: number, reason: string, field: string | null = null): RefusedRow {
  return { kind: "refused", line, field, reason };
}

/** One file format: how it is recognised and how its rows are read. A new one is a file here and a line in list.ts. */
export interface ImportFormat {
  id: string;
  /** As a reader would name it: "CSV". */
  title: string;
  /** Endings of file names, without the dot; they decide only where the contents leave it open. */
  extensions: readonly string[];
  /**
   * Whether a file that begins like this (up to 64 KB, decoded, blanks at its start removed) is of this format. The ending of
   * its name helps only where the beginning can be read in two ways.
   */
  recognises(head: string, extension: string): boolean;
  /** Rows of a stream of UTF-8 bytes; broken ones come as refusals, and no input throws. */
  read(bytes: AsyncIterable<Buffer>): AsyncGenerator<Row>;
}
