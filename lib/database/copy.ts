import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";

/** A value to store. Dates are ISO text, json is text, bytes become bytea. */
export type CopyValue = string | number | bigint | boolean | null | Uint8Array | readonly string[];
export type CopyRow = readonly CopyValue[];

const CHUNK = 1 << 16;
const SPECIAL = /[\\\t\n\r]/g;
const ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
};

function escapeText(text: string): string {
  return text.replace(SPECIAL, (character) => ESCAPES[character] ?? character);
}

function arrayLiteral(items: readonly string[]): string {
  return `{${items.map((item) => `"${item.replace(/["\\]/g, "\\$&")}"`).join(",")}}`;
}

function encodeValue(value: CopyValue): string {
  if (value === null) return "\\N";
  if (typeof value === "string") return escapeText(value);
  if (typeof value === "boolean") return value ? "t" : "f";
  if (value instanceof Uint8Array) {
    return `\\\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString("hex")}`;
  }
  if (typeof value === "object") return escapeText(arrayLiteral(value));
  return String(value);
}

function encodeRow(row: CopyRow): string {
  let line = "";
  for (let column = 0; column < row.length; column++) {
    const value = row[column];
    if (value === undefined) throw new TypeError(`Column ${column} of a row to copy is undefined`);
    line += (column === 0 ? "" : "\t") + encodeValue(value);
  }
  return `${line}\n`;
}

async function* encodeRows(
  rows: Iterable<CopyRow> | AsyncIterable<CopyRow>,
  onRow: () => void,
): AsyncGenerator<Buffer> {
  let text = "";
  for await (const row of rows) {
    text += encodeRow(row);
    onRow();
    if (text.length < CHUNK) continue;
    yield Buffer.from(text);
    text = "";
  }
  if (text !== "") yield Buffer.from(text);
}

const quoteName = (name: string) => `"${name.replaceAll('"', '""')}"`;

/**
 * Streams rows into a table by COPY, on the client's current transaction, and returns how many there were.
 * Text with a NUL character can't be stored and fails; an unpaired surrogate becomes U+FFFD.
 */
export async function copyRows(
  client: pg.ClientBase,
  table: string,
  columns: readonly string[],
  rows: Iterable<CopyRow> | AsyncIterable<CopyRow>,
): Promise<number> {
  let count = 0;
  const names = columns.map(quoteName).join(", ");
  const stream = client.query(copyFrom(`COPY ${quoteName(table)} (${names}) FROM STDIN`));
  const lines = encodeRows(rows, () => {
    count++;
  });
  await pipeline(Readable.from(lines, { objectMode: false, highWaterMark: CHUNK }), stream);
  return count;
}
