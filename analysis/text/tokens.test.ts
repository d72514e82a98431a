import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { WORD } from "./text-index.ts";
import { tokenize } from "./tokens.ts";
import { buildVocabulary } from "./vocabulary.ts";

const vocabulary = buildVocabulary(["river", "don't", "pro-river"]);

function wordsOf(text: string): string[] {
  return cut(text, WORD);
}

function cut(text: string, kind?: number): string[] {
  const tokens = tokenize(text, vocabulary);
  const pieces: string[] = [];
  for (let i = 0; i < tokens.count; i++) {
    if (kind === undefined || tokens.kinds[i] === kind) {
      pieces.push(text.slice(tokens.starts[i], tokens.ends[i]));
    }
  }
  return pieces;
}

/** METHODS 1 as regular expressions; variation selectors go words on but begin none. */
const SELECTOR = String.raw`\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}`;
const RUN = String.raw`(?![${SELECTOR}])[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}]*`;
const REFERENCE = new RegExp(
  String.raw`(?<word>${RUN}(?:(?:['’\-\u2011](?=[\p{L}\p{M}\p{N}])|(?<=\p{Nd})[.,](?=\p{Nd}))${RUN})*)` +
    String.raw`|[\s\u{85}\u{AD}\u{180E}\u{200B}-\u{200F}\u{202A}-\u{202E}\u{2060}-\u{206F}\u{FEFF}\u{E0000}-\u{E00FF}${SELECTOR}]+` +
    "|(?<mark>[^])",
  "gu",
);

function cutByReference(text: string): string[] {
  return [...text.matchAll(REFERENCE)].flatMap(
    (match) => match.groups?.word ?? match.groups?.mark ?? [],
  );
}

describe("tokenize()", () => {
  it.each([
    ["2,000 paid 3.5 in 1,2,3", ["2,000", "paid", "3.5", "in", "1,2,3"]],
    ["don't don’t pro-Russian e\u2011mail", ["don't", "don’t", "pro-Russian", "e\u2011mail"]],
    ["U.S. AT&T", ["U", "S", "AT", "T"]],
    ["one—two–three--four", ["one", "two", "three", "four"]],
    ["3. 5 a.5 5.a 3..5", ["3", "5", "a", "5", "5", "a", "3", "5"]],
    ["the pilots' 'tis -x- rock-'n'-roll", ["the", "pilots", "tis", "x", "rock", "n", "roll"]],
    ["cafe\u0301 नमस्ते Straße", ["cafe\u0301", "नमस्ते", "Straße"]],
    ["\u{1D400}\u{1D401}-x \u{1D7D9}.\u{1D7DA}", ["\u{1D400}\u{1D401}-x", "\u{1D7D9}.\u{1D7DA}"]],
  ])("cuts the words of %j", (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it("makes no word of emoji, their selectors, skin tones or joiners", () => {
    expect(wordsOf("\u2764\uFE0F \u{1F44D}\u{1F3FD} \u{1F468}\u200D\u{1F469}")).toEqual([]);
  });

  it("makes every other code point a punctuation token of its own, blanks and zero-width marks none", () => {
    expect(cut("a,\u200B“b”…\u{1F600}\u00A0\uFEFF\0")).toEqual([
      ...["a", ",", "“", "b", "”", "…", "\u{1F600}", "\0"],
    ]);
  });

  it("numbers the words the vocabulary knows and no others", () => {
    const tokens = tokenize("River? Don’t, rivers: PRO-RIVER", vocabulary);
    expect([...tokens.ids.slice(0, tokens.count)]).toEqual([1, 0, 2, 0, 0, 0, 3]);
    expect(tokens.words).toBe(4);
  });

  it("agrees with a regular expression on any string", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: "grapheme" }),
      fc.constantFrom(
        "a",
        "B",
        "7",
        "٣",
        ".",
        ",",
        "'",
        "’",
        "-",
        "\u2011",
        " ",
        "\uFE0F",
        "\u0301",
      ),
      fc.constantFrom("\u{1D400}", "\u{1D7D9}", "\uD835", "\uDC00", "\u{E0101}", "\u{1F600}"),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join("");
        expect(cut(text)).toEqual(cutByReference(text));
      }),
      { numRuns: 500 },
    );
  });

  it("gives increasing offsets inside the text for any code units", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (units) => {
        const text = String.fromCharCode(...units);
        const tokens = tokenize(text, vocabulary);
        let end = 0;
        for (let i = 0; i < tokens.count; i++) {
          expect(tokens.starts[i]).toBeGreaterThanOrEqual(end);
          end = tokens.ends[i] as number;
          expect(end).toBeGreaterThan(tokens.starts[i] as number);
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it("grows for text of nothing but marks", () => {
    const tokens = tokenize("!".repeat(10_000), vocabulary);
    expect(tokens.count).toBe(10_000);
    expect(tokens.words).toBe(0);
    expect(tokens.ends[9_999]).toBe(10_000);
  });
});
