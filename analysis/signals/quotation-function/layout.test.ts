import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indexText } from "../../text/index-text.ts";
import { tokenFrom } from "../../text/token-reader.ts";
import { buildVocabulary } from "../../text/vocabulary.ts";
import { layOut, MOST_INSIDE, markEnd, markStart } from "./layout.ts";

const vocabulary = buildVocabulary([]);
const anyText = fc
  .array(
    fc.constantFrom("“", "”", "‘", "’", '"', "''", "``", "«", "»", "rain fell", " ", ". ", "\n"),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(""));

describe("layOut()", () => {
  it("says which tokens a quotation and its marks are", () => {
    const { open, first, end, close, length } = layOut(
      indexText("He saw “a dry lake” once.", vocabulary),
    );
    expect({ open, first, end, close, length }).toEqual({
      open: [2],
      first: [3],
      end: [6],
      close: [7],
      length: [3],
    });
  });

  it("finds the tokens that a search by offset finds, in any text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const index = indexText(text, vocabulary);
        const layout = layOut(index);
        index.quotations.forEach((span, i) => {
          const first = tokenFrom(index.tokens, span.start);
          expect(layout.open[i]).toBe(tokenFrom(index.tokens, markStart(index, i)));
          expect(layout.first[i]).toBe(first);
          expect(layout.end[i]).toBe(
            Math.min(tokenFrom(index.tokens, span.end), first + MOST_INSIDE),
          );
          expect(layout.close[i]).toBe(tokenFrom(index.tokens, markEnd(index, i)));
        });
      }),
      { numRuns: 500 },
    );
  });
});
