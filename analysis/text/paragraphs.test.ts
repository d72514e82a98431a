import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findParagraphs } from "./paragraphs.ts";
import { tokenize } from "./tokens.ts";
import { buildVocabulary } from "./vocabulary.ts";

const piecesOf = (text: string) =>
  findParagraphs(text, tokenize(text, buildVocabulary([])).lineBreaks).map(({ start, end }) =>
    text.slice(start, end),
  );

describe("findParagraphs()", () => {
  it("cuts at every kind of line break and leaves blank stretches out", () => {
    const text = " One.\r\n\n\t\nTwo \u2028Three\vFour\u00A0\r";
    expect(piecesOf(text)).toEqual(["One.", "Two", "Three", "Four"]);
  });

  it("holds every visible character once, in order", () => {
    const visible = (value: string) => value.replace(/[\s\u0085\u2065\p{Cf}]/gu, "");
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const pieces = piecesOf(text);
        expect(pieces.map(visible).join("")).toBe(visible(text));
        expect(pieces.some((piece) => /^\s|\s$|[\n\r]/.test(piece))).toBe(false);
      }),
    );
  });
});
