import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { type CopyRow, encodeRow } from "./copy-text.ts";

export type { CopyRow, CopyValue } from "./copy-text.ts";

const CHUNK = 1 << 16;

async function* encodeRows(
  rows: Iterable<CopyRow> | AsyncIterable<CopyRow>,
  onRow: () => void,
): AsyncGenerator<string> {
  let text = "";
  for await (const row of rows) {
    text += encodeRow(row);
    onRow();
    if (text.length < CHUNK) continue;
    yield text;
    text = "";
  }
  if (text !== "") yield text;
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
  const lines = encodeRows(rows, () => {
    count++;
  });
  await copyLines(client, table, columns, lines);
  return count;
}

/** Streams lines of COPY's text format (encodeRow) into a table; a chunk may hold several. */
export async function copyLines(
  client: pg.ClientBase,
  table: string,
  columns: readonly string[],
  chunks: Iterable<string> | AsyncIterable<string>,
): Promise<void> {
  const names = columns.map(quoteName).join(", ");
  const stream = client.query(copyFrom(`COPY ${quoteName(table)} (${names}) FROM STDIN`));
  await pipeline(Readable.from(chunks), stream);
}
