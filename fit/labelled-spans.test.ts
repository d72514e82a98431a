import { describe, expect, it } from "vitest";
import { shippedCodebook } from "../analysis/codebook/shipped.test-support.ts";
import { ROW_IDS } from "../analysis/signals/quotation-function/rows.ts";
import { QUOTATION_FUNCTIONS } from "../analysis/types.ts";
import { CODER_ROW, type LabelledLine, readSpans } from "./labelled-spans.ts";

const codebook = shippedCodebook();
const text = "They call it a “fast” ferry. Nobody trusts their “pilots” any more.";

/** A line about the words that stand in the text so. */
function line(words: string, more: Partial<LabelledLine> = {}): LabelledLine {
  const start = text.indexOf(words);
  const end = start + words.length;
  return { id: words, text, start, end, function: "scare", distanced: true, ...more };
}

const readOne = (labelled: LabelledLine) => readSpans([labelled], codebook).spans[0];
const idsOf = (rows: Int32Array | undefined) => Array.from(rows ?? [], (row) => ROW_IDS[row]);

describe("readSpans", () => {
  it("gives a span's label and the rows of evidence that hold for it", () => {
    const span = readOne(line("pilots"));
    expect(span).toMatchObject({ part: "body", distanced: true, weight: 1, sample: "body" });
    expect(QUOTATION_FUNCTIONS[span?.target ?? -1]).toBe("scare");
    expect(idsOf(span?.rows)).toEqual(expect.arrayContaining(["L1", "N23"]));
    expect(idsOf(span?.rows)).not.toContain("N25");
  });

  it("numbers articles by their text, in the order of the lines", () => {
    const other = { text: "A “bar” opened.", start: 3, end: 6 };
    const lines = [line("fast"), line("fast", other), line("pilots")];
    expect(readSpans(lines, codebook).spans.map(({ article }) => article)).toEqual([0, 1, 0]);
  });

  it("weighs two coders' lines by how sure both were", () => {
    const weights = ["hh", "hm", "mm", "lm", "ll"].map(
      (confidence) => readOne(line("fast", { confidence }))?.weight ?? 0,
    );
    expect(weights[0]).toBe(1);
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
    expect(new Set(weights).size).toBe(5);
  });

  it("counts quotations that the finder does not see, and leaves them out", () => {
    const unseen = line("ferry", { id: "unseen" });
    const { spans, missed } = readSpans([unseen, line("fast"), unseen], codebook);
    expect(spans.map(({ id }) => id)).toEqual(["fast"]);
    expect(missed).toBe(2);
  });

  it.each([
    [{ function: "irony" }, 'fast: "irony" is no function.'],
    [{ part: "caption" }, 'fast: "caption" is no part.'],
  ])("throws at a line with %j, naming it", (wrong, message) => {
    expect(() => readSpans([line("pilots"), line("fast", wrong)], codebook)).toThrow(message);
  });
});

describe("a span that one coder alone labelled", () => {
  const double = readOne(line("pilots"));
  const single = readOne(line("pilots", { weight: 0.58 }));

  it("is one whose line has a weight, which is kept", () => {
    expect(double?.isSingleCoded).toBe(false);
    expect(single).toMatchObject({ isSingleCoded: true, weight: 0.58 });
    expect(readOne(line("pilots", { weight: 0 }))).toMatchObject({
      isSingleCoded: true,
      weight: 0,
    });
  });

  it("has the coders' row behind those of the evidence, which the others have not", () => {
    expect(CODER_ROW).toBe(ROW_IDS.length);
    expect([...(single?.rows ?? [])]).toEqual([...(double?.rows ?? []), CODER_ROW]);
    expect(double?.rows).not.toContain(CODER_ROW);
  });

  it("stands in an article that is none of the others', even where the text is theirs", () => {
    const lines = [line("fast"), line("pilots", { weight: 1 }), line("fast", { weight: 1 })];
    const [first, second, third] = readSpans(lines, codebook).spans;
    expect(first?.article).toBeGreaterThanOrEqual(0);
    expect(second?.article).toBeLessThan(0);
    expect(third?.article).toBe(second?.article);
  });
});
