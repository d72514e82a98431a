import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FramescopeError } from "../../errors.ts";
import { splitParts } from "./dated-text.ts";
import { readAll } from "./read-for-test.ts";

const dated = ` date 2031-05-02 https://herald.example/one

Dam "may" burst, says ministry

The ministry said little... 02.05.2031, Herald

First paragraph.Security RowSecond, glued.

Last paragraph.

date 2031-05-03 https://herald.example/two
Short headline

Only a body
`;

describe("dated text", () => {
  it("parts headline, teaser and body, with the body's blank lines, for every article of a file", async () => {
    const rows = await readAll(dated);
    expect(rows).toEqual([
      {
        line: "1",
        date: "2031-05-02",
        url: "https://herald.example/one",
        headline: 'Dam "may" burst, says ministry',
        teaser: "The ministry said little... 02.05.2031, Herald",
        body: "First paragraph.Security RowSecond, glued.\n\nLast paragraph.",
      },
      {
        line: "11",
        date: "2031-05-03",
        url: "https://herald.example/two",
        headline: "Short headline",
        teaser: "",
        body: "Only a body",
      },
    ]);
    expect(await readAll(dated, "x", 5)).toEqual(rows);
    expect(await readAll(gzipSync(dated))).toEqual(rows);
  });

  it("keeps CRLF and blanks inside the parts", () => {
    expect(splitParts("Head\r\n\r\n \r\nTea ser\r\n\r\n  One.\r\n\r\n\r\nTwo. \r\n\r\n")).toEqual({
      headline: "Head",
      teaser: "Tea ser",
      body: "One.\r\n\r\n\r\nTwo.",
    });
  });

  it("takes a word that is no address for the outlet, and says where text stands before the first date", async () => {
    expect(await readAll("date 2031-05-02 Herald\n\nHead\n")).toMatchObject([
      { outlet: "Herald", headline: "Head" },
    ]);
    expect(await readAll("stray\ndate 2031-05-02 a.example/b\n\nHead\n", "a.txt")).toMatchObject([
      expect.stringMatching(/^1: Text before/),
      { headline: "Head" },
    ]);
  });
});

describe("JSON Lines", () => {
  it("refuses broken lines one by one, and splits at LF alone", async () => {
    const lines = [
      '{"a":"one\u2028two"}',
      "{broken",
      "",
      "[1]",
      '{"a":null,"b":{"c":1},"d":["x","y"]}',
    ].join("\r\n");
    expect(await readAll(lines, "a.jsonl")).toEqual([
      { line: "1", a: "one\u2028two" },
      expect.stringMatching(/^2: Broken JSON/),
      "4: Not an article: a JSON object with named fields is needed here.",
      { line: "5", "b.c": "1", d: "x; y" },
    ]);
  });

  it("refuses a line over 16 MB and goes on", async () => {
    const lines = `{"a":"1"}\n{"a":"${"x".repeat(17 * 1024 * 1024)}"}\n{"a":"2"}\n`;
    expect(await readAll(lines)).toEqual([
      { line: "1", a: "1" },
      expect.stringMatching(/^2: This row is longer/),
      { line: "3", a: "2" },
    ]);
  });
});

describe("JSON", () => {
  it("reads an array, an object that holds one, and a single article", async () => {
    const articles = '[\n{"title":"A","body":"x"},\n {"title":"B","body":"}]"}\n]';
    const expected = [
      { line: "2", title: "A", body: "x" },
      { line: "3", title: "B", body: "}]" },
    ];
    expect(await readAll(articles)).toEqual(expected);
    expect(await readAll(`{"status":"ok","data":{"n":[1],"articles":${articles}}}`)).toEqual(
      expected,
    );
    expect(await readAll('{"title":"A",\n"body":"x","authors":[{"name":"N"}]}')).toMatchObject([
      { title: "A", body: "x" },
    ]);
    expect(await readAll("[]")).toEqual([]);
  });

  it("refuses broken objects one by one", async () => {
    const text = '[{"a":"1"},\n{"a":oops},\n7,\n{"a":"2"},\n{"a":"open},\n{"a":"3"}\n]';
    expect(await readAll(text)).toEqual([
      { line: "1", a: "1" },
      expect.stringMatching(/^2: Broken JSON/),
      expect.stringMatching(/^3: Not an article/),
      { line: "4", a: "2" },
      expect.stringMatching(/^5: Broken JSON/),
      ...(await readAll(text)).slice(5),
    ]);
  });
});

describe("every format", () => {
  it("never throws but with a sentence, on any bytes", async () => {
    const snippets = [
      '{"a":"b"}',
      "[{",
      '"',
      ",",
      "\n",
      "\r",
      "date 2031-01-01 x.example",
      "\t",
      "}",
      "]",
      "\u0000",
      "é",
      "\\",
    ];
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc
        .array(fc.constantFrom(...snippets), { maxLength: 40 })
        .map((parts) => new Uint8Array(Buffer.from(parts.join("")))),
      fc
        .uint8Array({ maxLength: 100 })
        .map((tail) => new Uint8Array(Buffer.concat([Buffer.from([0x1f, 0x8b]), tail]))),
    );
    const name = fc.constantFrom("a", "a.csv", "a.tsv", "a.json", "a.jsonl", "a.txt", "a.csv.gz");
    await fc.assert(
      fc.asyncProperty(
        bytes,
        name,
        fc.integer({ min: 1, max: 400 }),
        async (contents, file, size) => {
          await readAll(contents, file, size).catch((error: unknown) => {
            if (!(error instanceof FramescopeError)) throw error;
          });
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("does not depend on how the stream is cut", async () => {
    const files = [
      dated,
      'a,b\n1,"x\ny"\n"bad"z,1\n2,é\n',
      '{"a":"1"}\n{oops}\n{"a":"é"}',
      '[{"a":"1"},{"a":2}]',
    ];
    for (const file of files) {
      const whole = await readAll(file, "a");
      for (const size of [1, 2, 3, 5, 17]) expect(await readAll(file, "a", size)).toEqual(whole);
    }
  });
});
