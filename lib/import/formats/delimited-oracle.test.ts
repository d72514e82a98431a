import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { delimited } from "./delimited.ts";
import { inPieces } from "./read-for-test.ts";

// Blanks at the ends of a cell and wholly empty rows are taken differently on purpose (csv-parse is told neither).
const cell = fc
  .string({ unit: fc.constantFrom(..."ab é“,;\t\n\r\"'0") })
  .map((text) => text.trim())
  .filter((text) => text !== "");
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const plainOrQuoted = (text: string) => (/[",;\t\n\r|]/.test(text) ? quoted(text) : text);

async function readRows(csv: string, size: number): Promise<Record<string, string>[]> {
  const bytes = inPieces(Buffer.from(csv), size) as AsyncIterable<Buffer>;
  const rows: Record<string, string>[] = [];
  for await (const row of delimited.read(bytes)) {
    if (row.kind === "refused") throw new Error(row.reason);
    rows.push(Object.fromEntries(row.values));
  }
  return rows;
}

describe("the reader of delimited files", () => {
  it("reads every well-formed file as csv-parse reads it", async () => {
    const row = fc.tuple(cell, cell, cell);
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 8 }),
        fc.constantFrom("\n", "\r\n"),
        fc.integer({ min: 1, max: 40 }),
        async (rows, lineEnd, size) => {
          const lines = [["one", "two", "three"], ...rows].map((cells) =>
            cells.map(plainOrQuoted).join(","),
          );
          const csv = lines.join(lineEnd) + lineEnd;
          expect(await readRows(csv, size)).toEqual(
            parse(csv, { columns: true, record_delimiter: lineEnd }),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});
