import { openFile } from "../source/open.ts";
import type { Row } from "./row.ts";

/** Pieces of these sizes, so that tests meet every way in which a stream can be cut. */
export async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Every row of a file's contents: records as plain objects, refusals as "line: reason". */
export async function readAll(
  contents: string | Uint8Array,
  name = "file",
  size = 65536,
): Promise<(Record<string, string> | string)[]> {
  const bytes = typeof contents === "string" ? Buffer.from(contents) : contents;
  const file = await openFile(name, inPieces(bytes, size));
  const rows: Row[] = [];
  for await (const row of file.rows) rows.push(row);
  return rows.map((row) =>
    row.kind === "record"
      ? { line: String(row.line), ...Object.fromEntries(row.values) }
      : `${row.line}: ${row.reason}`,
  );
}
