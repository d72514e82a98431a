import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyze } from "./analyze.ts";
import { compileCodebook } from "./codebook/compile.ts";
import { SIGNALS } from "./signals/list.ts";
import { indexArticle } from "./text/index-article.ts";
import { type Analysis, type ArticleText, PARTS, type Part } from "./types.ts";

const FOLDER = new URL("./codebook/", import.meta.url);
const files = readdirSync(FOLDER, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith(".csv"))
  .map((name) => [name, readFileSync(new URL(name, FOLDER), "utf8")]);
const codebook = compileCodebook(Object.fromEntries(files), "test");

const article: ArticleText = {
  headline: "Ann Perry: Quay May Close",
  teaser: "The harbour board plans to close the old quay at Rivermouth... 03.05.2021, Quay News",
  body:
    "The board said the quay was “a mess” and might close.Both unions disagree. " +
    "They claim these “experts” have never seen it. “We were not asked,” Ann Perry said.",
};

function analyzeBody(body: string): Analysis {
  return analyze({ headline: "", teaser: "", body }, codebook);
}

/** Everything that has to hold of an analysis, whatever the text. */
function expectSound(text: ArticleText, analysis: Analysis): void {
  const place = (span: { part: Part; start: number }) =>
    PARTS.indexOf(span.part) * 1e9 + span.start;
  const order = SIGNALS.map((signal) => signal.id);
  for (const span of [...analysis.flags, ...analysis.quotations]) {
    expect(text[span.part].slice(span.start, span.end)).toBe(span.text);
    expect(span.text).not.toBe("");
  }
  expect(analysis.quotations.map(place)).toEqual(
    analysis.quotations.map(place).sort((a, b) => a - b),
  );
  const flagOrder = analysis.flags.map((flag) => place(flag) * 10 + order.indexOf(flag.signal));
  expect(flagOrder).toEqual([...flagOrder].sort((a, b) => a - b));
  let end = -1;
  for (const voice of analysis.voices) {
    expect(place(voice)).toBeGreaterThanOrEqual(end);
    end = PARTS.indexOf(voice.part) * 1e9 + voice.end;
    expect(voice.end).toBeGreaterThan(voice.start);
    expect(voice.end).toBeLessThanOrEqual(text[voice.part].length);
  }
  const parts = indexArticle(text, codebook.vocabulary);
  for (const part of PARTS) {
    const counts = analysis.words.filter((cell) => cell.part === part).map((cell) => cell.count);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(parts[part].tokens.words);
    expect(counts).not.toContain(0);
  }
}

/** Cues, marks and what breaks careless code, one after the other; or anything at all. */
const pieces = fc.constantFrom(
  ...["Ann Perry", "said", "that", "the", "alleged", "threat", "may", "claims", "puppet", "some"],
  ...[" ", " ", " ", ", ", ". ", ": ", "\n", "\r\n", "\u2028", "“", "”", "‘", "’", '"', "'", "’s"],
  ...["\uD83D", "\uDE00", "😀", "👩‍👩‍👧", "\uFE0F", "e\u0301", "\0", "\u202E", "\u00AD", "\uFEFF"],
  ...["שלום", "«Привет»", "他说", "ﷺ", "ŉ", "İ", "ß", "RowThe", "iPhone", "U.S.", "2,000", "𝒜"],
);
const anyText = fc.oneof(
  fc.array(pieces, { maxLength: 80 }).map((chosen) => chosen.join("")),
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
);

describe("analyze()", () => {
  it("finds quotations, flags and voices at offsets that cut them out of the text", () => {
    const analysis = analyze(article, codebook);
    expectSound(article, analysis);
    expect(analysis.quotations.map((quotation) => quotation.text)).toEqual([
      ...["a mess", "experts", "We were not asked,"],
    ]);
    const flags = analysis.flags.map((flag) => `${flag.signal} ${flag.text}`);
    expect(flags).toContain("hedge May");
    expect(flags).toContain("attribution said");
    expect(analysis.unbalanced).toBe(0);
  });

  it("gives every word one voice", () => {
    const { words, voices } = analyzeBody("“We were not asked,” Ann Perry said.");
    expect(words).toEqual([
      { part: "body", voice: "outlet", count: 3 },
      { part: "body", voice: "quoted", count: 4 },
    ]);
    expect(voices).toContainEqual({ part: "body", start: 1, end: 19, voice: "quoted" });
  });

  it("gives a flag the voice of its first token", () => {
    const { flags } = analyzeBody("“We may not be asked,” Ann Perry said. It may rain.");
    const hedges = flags.filter((flag) => flag.signal === "hedge");
    expect(hedges.map((flag) => [flag.text, flag.voice])).toEqual([
      ["may", "quoted"],
      ["may", "outlet"],
    ]);
  });

  it("counts nothing of a trailing credit, and nothing of a teaser that repeats the body", () => {
    const teaser = "The harbour board may close the old quay at Rivermouth";
    const { words } = analyze(
      { ...article, teaser: `${teaser}... 03.05.2021, May News` },
      codebook,
    );
    const count = words.filter((cell) => cell.part === "teaser").reduce((n, c) => n + c.count, 0);
    expect(count).toBe(10);
    const repeated = analyze({ ...article, teaser, body: `${teaser}. ${article.body}` }, codebook);
    const parts = [
      ...repeated.words,
      ...repeated.flags,
      ...repeated.quotations,
      ...repeated.voices,
    ];
    expect(parts.map((piece) => piece.part)).not.toContain("teaser");
  });

  it("counts marks without a partner over all parts", () => {
    const text = { headline: "A “quay", teaser: "So” it is", body: "He said “no.\n\nShe left." };
    expect(analyze(text, codebook).unbalanced).toBe(3);
  });

  it("finds nothing in an article without text", () => {
    const empty = { words: [], voices: [], quotations: [], flags: [], unbalanced: 0 };
    expect(analyze({ headline: "", teaser: "", body: "" }, codebook)).toEqual(empty);
  });

  it("takes any string, stays sound, and says the same of it again", () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (headline, teaser, body) => {
        const any = { headline, teaser, body };
        const analysis = analyze(any, codebook);
        expectSound(any, analysis);
        expect(analyze(any, codebook)).toEqual(analysis);
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it.each([
    ['"'],
    ["“"],
    ["‘“«"],
    ['“a ‘b "c" d’ e” '],
    ["the “rail” "],
    ["'em pilots' "],
    ["U.S. "],
    ["RowThe"],
    [". "],
    ["\n“"],
    ["Ann said that, "],
    ["some many of the about "],
    ["\uD83D"],
    ["\uDE00\uD83D"],
    ["😀 ‘👩‍👩‍👧’ "],
    ["\0“\0” "],
    ["\u202Eשלום “עולם” "],
    ["e\u0301"],
    ["«Привет», said 他说：“你好”。"],
  ])("stays sound in 20,000 units of %j on one line", (piece) => {
    const body = piece.repeat(Math.ceil(20_000 / piece.length)).slice(0, 20_000);
    const any = { headline: body.slice(0, 500), teaser: body.slice(1, 1000), body };
    expectSound(any, analyze(any, codebook));
  });
});
