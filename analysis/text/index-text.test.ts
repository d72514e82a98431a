import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Span } from "../types.ts";
import { indexText, paragraphAt, quotationAt, sentenceAt, tokenAt, wordAt } from "./index-text.ts";
import { buildVocabulary } from "./vocabulary.ts";

const vocabulary = buildVocabulary(["river"]);
const text = "Don’t “cross the ‘river’ now”. Wait.\nThen go.";
const index = indexText(text, vocabulary);
const cut = ({ start, end } = { start: 0, end: 0 }) => text.slice(start, end);

describe("indexText()", () => {
  it("locates sentences, paragraphs and quotations at offsets that cut what they name", () => {
    expect(index.sentences.map(cut)).toEqual([
      "Don’t “cross the ‘river’ now”.",
      "Wait.",
      "Then go.",
    ]);
    expect(index.paragraphs.map(cut)).toEqual([text.slice(0, 36), "Then go."]);
    expect(index.quotations.map(cut)).toEqual(["cross the ‘river’ now", "river"]);
    expect(index.unbalanced).toBe(0);
  });

  it.each([
    ["ten megabytes on one line", "They left the quay in “small” boats.".repeat(280_000)],
    ["NUL", "A\0“B\0”. C\0"],
    ["lone surrogates", "\uD800“\uDC00”\uD83D. \uDE00'\uD800'"],
    ["right to left", "אמר “שלום” ו‏״לא״. קם."],
    ["nothing", ""],
    ["blanks", " \n\u200B\t\r\n"],
  ])(
    "takes %s",
    (_name, value) => {
      const { tokens, quotations, sentences } = indexText(value, vocabulary);
      const isInside = ({ start, end }: Span) => start < end && end <= value.length;
      expect([...quotations, ...sentences].every(isInside)).toBe(true);
      expect(tokens.count).toBeGreaterThanOrEqual(tokens.words);
    },
    60_000,
  );
});

describe("wordAt()", () => {
  it("folds the token and is empty outside the tokens", () => {
    expect(wordAt(index, 0)).toBe("don't");
    expect(wordAt(index, -1)).toBe("");
    expect(wordAt(index, 99)).toBe("");
  });
});

describe("tokenAt()", () => {
  it("gives the token at the offset, the next one between tokens, the count at the end", () => {
    expect(wordAt(index, tokenAt(index, 0))).toBe("don't");
    expect(wordAt(index, tokenAt(index, 4))).toBe("don't");
    expect(wordAt(index, tokenAt(index, 5))).toBe("“");
    expect(wordAt(index, tokenAt(index, 8))).toBe("cross");
    expect(tokenAt(index, text.length)).toBe(index.tokens.count);
  });
});

describe("sentenceAt() and paragraphAt()", () => {
  it("give the span at the offset, the next one between spans, -1 after the last", () => {
    expect(sentenceAt(index, 29)).toBe(0);
    expect(sentenceAt(index, 30)).toBe(1);
    expect(sentenceAt(index, 36)).toBe(2);
    expect(sentenceAt(index, text.length)).toBe(-1);
    expect(paragraphAt(index, 35)).toBe(0);
    expect(paragraphAt(index, 36)).toBe(1);
    expect(paragraphAt(index, text.length)).toBe(-1);
  });
});

describe("quotationAt()", () => {
  it("gives the innermost quotation whose words hold the offset", () => {
    const at = (word: string) => quotationAt(index, text.indexOf(word));
    expect(at("Don")).toBe(-1);
    expect(at("cross")).toBe(0);
    expect(at("river")).toBe(1);
    expect(at("now")).toBe(0);
    expect(at("”")).toBe(-1);
    expect(at("Wait")).toBe(-1);
  });

  it("agrees with looking through all of them", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."“”‘’a b\n.") }), (value) => {
        const any = indexText(value, vocabulary);
        for (let offset = 0; offset <= value.length; offset++) {
          const holds = (q: { start: number; end: number }) => q.start <= offset && offset < q.end;
          expect(quotationAt(any, offset)).toBe(any.quotations.findLastIndex(holds));
        }
      }),
    );
  });
});
