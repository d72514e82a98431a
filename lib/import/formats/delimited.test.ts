import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameColumns, sniffDelimiter } from "./delimited.ts";
import { readAll } from "./read-for-test.ts";

describe("delimited", () => {
  it("reads quoted cells with delimiters, line ends and doubled marks in them, whatever the pieces", async () => {
    const csv = 'date,text\n2024-01-01,"one, ""two""\nthree"\n2024-01-02,four\n';
    for (const size of [1, 2, 3, 7, 1000]) {
      expect(await readAll(csv, "a.csv", size)).toEqual([
        { line: "2", date: "2024-01-01", text: 'one, "two"\nthree' },
        { line: "4", date: "2024-01-02", text: "four" },
      ]);
    }
  });

  it("takes LF, CRLF and CR in one file, blank lines and a last line without an end", async () => {
    expect(await readAll("a,b\r\n1,2\n\n3,4\r5,6", "a.csv")).toEqual([
      { line: "2", a: "1", b: "2" },
      { line: "4", a: "3", b: "4" },
      { line: "5", a: "5", b: "6" },
    ]);
  });

  it("finds tabs, semicolons and bars by the contents", async () => {
    expect(
      ["a\tb\n1,5\t2\n", "a;b\n1,5;2\n", "a|b\n1,5|2\n", "a,b\n1;5,2\n", "words\nonly\n"].map(
        sniffDelimiter,
      ),
    ).toEqual(["\t", ";", "|", ",", null]);
    expect(await readAll("sep=;\na;b\n1;2\n")).toEqual([{ line: "3", a: "1", b: "2" }]);
  });

  it("refuses a row with an unclosed mark alone: the rows below it land", async () => {
    const csv = 'date,text\n2024-01-01,"never closed\n2024-01-02,"fine"\n2024-01-03,plain\n';
    expect(await readAll(csv)).toEqual([
      "2: Unclosed quotation mark: the cell that opens in this row has no end.",
      { line: "3", date: "2024-01-02", text: "fine" },
      { line: "4", date: "2024-01-03", text: "plain" },
    ]);
  });

  it("refuses an unclosed mark in the last row, rows of another width, and text after a closing mark", async () => {
    const csv = 'a,b\n1\n1,2,3\n1,2,\n"x"y,2\n1,"open\n';
    expect(await readAll(csv, "a.csv")).toEqual([
      "2: This row has 1 cells, the header 2.",
      "3: This row has 3 cells, the header 2.",
      { line: "4", a: "1", b: "2" },
      "5: Broken quoting: there is text after the closing quotation mark of a cell (marks inside a cell are written twice).",
      "6: Unclosed quotation mark: the cell that opens in this row has no end.",
    ]);
  });

  it("takes marks inside plain cells, and unquoted tab-separated cells that begin with one, as text", async () => {
    expect(await readAll('a,b\n5" pipe,he said "no"\n')).toEqual([
      { line: "2", a: '5" pipe', b: 'he said "no"' },
    ]);
    expect(await readAll('a\tb\n"Threat" grows\tx\n"open\ty\n')).toEqual([
      { line: "2", a: '"Threat" grows', b: "x" },
      { line: "3", a: '"open', b: "y" },
    ]);
  });

  it("refuses a cell over the limit with its column and goes on", async () => {
    const csv = `a,b\n1,${"x".repeat(4 * 1024 * 1024 + 1)}\n2,y\n`;
    expect(await readAll(csv)).toEqual([
      "2: This cell has 4,194,305 characters; the most that is taken is 4,194,304.",
      { line: "3", a: "2", b: "y" },
    ]);
  });

  it("refuses a row over 16 MB without holding it, and goes on", async () => {
    const csv = `a,b\n1,${"x".repeat(33 * 1024 * 1024)}\n2,y\n`;
    expect(await readAll(csv)).toEqual([
      expect.stringMatching(/^2: This row is longer than 16 MB/),
      { line: "3", a: "2", b: "y" },
    ]);
  });

  it("gives every column a name of its own", () => {
    expect(nameColumns(["text", " ", "text", "__proto__"])).toEqual([
      "text",
      "column 2",
      "text (2)",
      "__proto__",
    ]);
  });

  it("brings back what a writer of RFC 4180 wrote", async () => {
    const cell = fc.string({
      unit: fc.constantFrom("a", ",", '"', "\n", "\r\n", "é", "\t", ";", " "),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { minLength: 1 }),
        fc.integer({ min: 1, max: 50 }),
        async (rows, size) => {
          const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
          const csv = [`"h1","h2"`, ...rows.map(([a, b]) => `${quote(`x${a}`)},${quote(b)}`)].join(
            "\n",
          );
          const read = await readAll(csv, "a.csv", size);
          expect(
            read.map((row) => (typeof row === "string" ? row : [row.h1, row.h2 ?? ""])),
          ).toEqual(rows.map(([a, b]) => [`x${a}`, b]));
        },
      ),
    );
  });
});
