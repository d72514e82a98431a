import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shippedCodebook } from "../../codebook/shipped.test-support.ts";
import { indexText, quotationAt } from "../../text/index-text.ts";
import { Regions } from "./regions.ts";
import { WordSet } from "./word-set.ts";
import { Words } from "./words.ts";

const DAY = new WordSet("day");
const ARTICLE_BE = new WordSet("article", "be");
const codebook = shippedCodebook();

function wordsOf(text: string): Words {
  return new Words(indexText(text, codebook.vocabulary), codebook);
}

describe("Regions", () => {
  it("gives the sentence of a token, each outermost quotation as one item", () => {
    const words = wordsOf("It rained. Ana called it “a ‘dry’ day,” he said. They left.");
    const region = new Regions(words).of(4);
    expect(region?.size).toBe(7);
    expect([2, 3, 4].map((k) => region?.isQuote(k))).toEqual([false, true, false]);
    expect(region?.endsInComma(3)).toBe(true);
    expect(region?.itemOf(17)).toBe(-1);
    expect([-1, 7, 8].map((k) => region?.isWord(k))).toEqual([false, false, false]);
  });

  it("gives each token outside quotations, asked from left to right, the item that it is", () => {
    const pieces = fc.constantFrom(
      "said ",
      "the ",
      "Ana",
      ". ",
      "“",
      "”",
      '"',
      " ‘",
      "’",
      ", ",
      "\n",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 900 }), (list) => {
        const words = wordsOf(list.join(""));
        const regions = new Regions(words);
        for (let token = 0; token < words.count; token++) {
          const region = regions.of(token);
          const isQuoted = quotationAt(words.index, words.start(token)) >= 0;
          expect(region === null).toBe(isQuoted);
          const item = region?.itemOf(token) ?? -1;
          if (region === null || item < 0 || region.isQuote(item)) continue;
          expect(region.start(item)).toBe(words.start(token));
          expect(region.isWord(item)).toBe(words.isWord(token));
          expect(region.is(item, "said")).toBe(words.at(token) === "said");
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("WordSet", () => {
  it("has the words of its lists and no others", () => {
    const words = wordsOf("The day is Monday, a day of rain");
    const tokens = Array.from({ length: words.count }, (_, i) => i);
    const those = (set: WordSet) => tokens.filter((i) => words.in(i, set)).map((i) => words.at(i));
    expect(those(ARTICLE_BE)).toEqual(["the", "is", "a"]);
    expect(those(DAY)).toEqual(["monday"]);
    expect(words.in(-1, ARTICLE_BE) || words.in(words.count, ARTICLE_BE)).toBe(false);
  });
});
