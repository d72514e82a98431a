import { describe, expect, it } from "vitest";
import type { Flag, Quotation } from "../../../../analysis/types.ts";
import type { SignalWords } from "../../../view-words.ts";
import { flagAt, overlapping, paintPart, paragraphsOf, withinParagraph } from "./reading.ts";
import { whySentences } from "./why.ts";

/** Counts the label "x" alone. */
const signal = (id: string): SignalWords => ({
  id,
  title: "Signals",
  singular: "signal",
  definition: "",
  limits: "",
  labels: [
    { id: "x", title: "Strict ones", definition: "" },
    { id: "y", title: "Other ones", definition: "" },
  ],
  defaultLabel: "x",
  accuracy: null,
});

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
    const painted = paintPart("body", text, article, [signal("scare_quote")]);
    expect(painted).toMatchObject([{ kind: "flag", index: 0, start: 4, end: 12, lane: 0 }]);
    expect(paintPart("headline", text, article, [signal("scare_quote")])).toEqual([]);
  });
  it("tells flags that charts count from those of a label they leave out", () => {
    const flags = [flag("scare_quote", 5, 11), { ...flag("scare_quote", 13, 16), label: "y" }];
    const article = { flags, quotations: [] as Quotation[] };
    const painted = paintPart("body", "the “threat” may grow", article, [signal("scare_quote")]);
    expect(painted).toMatchObject([{ counted: true }, { counted: false }]);
  });
});

describe("the card's sentences", () => {
  const close = { probabilities: { scare: 0.41, partial: 0.35 } } as unknown as Quotation;
  it("say of a flag under .5 that it counts, and how close it was", () => {
    const one = { ...flag("scare_quote", 5, 11), score: 0.41 };
    expect(whySentences(one, signal("scare_quote"), close)).toContain(
      "Close: scare quote 0.41, partial 0.35. Counted, as possible.",
    );
  });
  it("never say of a label that charts leave out that it counts", () => {
    const one = { ...flag("scare_quote", 5, 11), label: "y", score: 0.41 };
    const said = whySentences(one, signal("scare_quote"), close).join(" ");
    expect(said).toContain("Left out of the strict rate");
    expect(said).toContain("“Other ones”");
    expect(said).not.toContain("Counted");
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
