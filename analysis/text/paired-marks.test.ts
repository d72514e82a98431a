import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indexText } from "./index-text.ts";
import { closesAt, opensAt } from "./paired-marks.ts";
import { buildVocabulary } from "./vocabulary.ts";

const vocabulary = buildVocabulary([]);
const anyText = fc
  .array(fc.constantFrom("“", "”", "‘", "’", '"', "'", "«", "»", "rain", " ", ". ", "\n"), {
    maxLength: 30,
  })
  .map((pieces) => pieces.join(""));

describe("opensAt() and closesAt()", () => {
  it("know the marks of “a ‘so-so’ day”", () => {
    const { quotations } = indexText("“a ‘so-so’ day”", vocabulary);
    expect([0, 3].map((offset) => opensAt(quotations, offset))).toEqual([true, true]);
    expect([9, 14].map((offset) => closesAt(quotations, offset))).toEqual([true, true]);
    expect(closesAt(quotations, 0)).toBe(false);
    expect(opensAt(quotations, 14)).toBe(false);
  });

  it("say of every offset what going through all quotations says", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { quotations } = indexText(text, vocabulary);
        for (let offset = 0; offset <= text.length; offset++) {
          expect(opensAt(quotations, offset)).toBe(
            quotations.some(({ start, openWidth }) => start - openWidth === offset),
          );
          expect(closesAt(quotations, offset)).toBe(
            quotations.some(({ end, closeWidth }) => end === offset && closeWidth > 0),
          );
        }
      }),
    );
  });
});
