import { describe, expect, it } from "vitest";
import type { Flag, Quotation } from "../../../../analysis/types.ts";
import { flagAt, overlapping, paintPart, paragraphsOf, withinParagraph } from "./reading.ts";

const flag = (signal: string, start: number, end: number, part: Flag["part"] = "body"): Flag => ({
  signal,
  label: "x",
  part,
  start,
  end,
  text: "",
  term: null,
  subject: null,
  voice: "outlet",
  score: null,
  evidence: [],
});

describe("paragraphs", () => {
  it("are the stretches between line breaks, with the offsets of the stored text", () => {
    const text = "First.\n\n  \r\nSecond one.";
    const cut = paragraphsOf(text).map(({ start, end }) => text.slice(start, end));
    expect(cut).toEqual(["First.", "Second one."]);
    expect(paragraphsOf("")).toEqual([]);
  });
  it("get the spans that touch them, at their own offsets", () => {
    const spans = [
      { start: 0, end: 3 },
      { start: 4, end: 12 },
    ];
    expect(withinParagraph(spans, { start: 6, end: 20 })).toEqual([{ start: 0, end: 6 }]);
  });
});

describe("painting", () => {
  it("shows the signals that are on; a scare quote's mark covers its quotation marks", () => {
    const text = "the “threat” may grow";
    const article = {
      flags: [flag("scare_quote", 5, 11), flag("hedge", 13, 16)],
      quotations: [] as Quotation[],
    };
    const painted = paintPart("body", text, article, new Set(["scare_quote"]));
    expect(painted).toMatchObject([{ kind: "flag", index: 0, start: 4, end: 12, lane: 0 }]);
    expect(paintPart("headline", text, article, new Set(["scare_quote"]))).toEqual([]);
  });
});

describe("links to flags", () => {
  it("name part and start", () => {
    const flags = [flag("hedge", 3, 5), flag("hedge", 3, 5, "headline")];
    expect(flagAt(flags, "headline:3")).toBe(1);
    expect(flagAt(flags, "body:99")).toBe(-1);
    expect(flagAt(flags, undefined)).toBe(-1);
  });
  it("share a card with the flags they overlap", () => {
    const flags = [flag("a", 0, 5), flag("b", 4, 9), flag("c", 9, 12), flag("d", 4, 6, "teaser")];
    expect(overlapping(flags, 1)).toEqual([0, 1]);
    expect(overlapping(flags, 2)).toEqual([2]);
  });
});
