import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findParagraphs } from "./paragraphs.ts";

describe("findParagraphs()", () => {
  it("cuts at every kind of line break and leaves blank stretches out", () => {
    const text = " One.\r\n\n\t\nTwo \u2028Three\vFour\u00A0\r";
    const pieces = findParagraphs(text).map(({ start, end }) => text.slice(start, end));
    expect(pieces).toEqual(["One.", "Two", "Three", "Four"]);
  });

  it("holds every visible character once, in order", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const pieces = findParagraphs(text).map(({ start, end }) => text.slice(start, end));
        const visible = (value: string) => value.replace(/[\s\u0085]/g, "");
        // Zero-width marks at the ends of a paragraph are blanks as well.
        expect(visible(text)).toContain(visible(pieces[0] ?? ""));
        for (const piece of pieces) expect(piece).not.toMatch(/^\s|\s$|[\n\r]/);
      }),
    );
  });
});
